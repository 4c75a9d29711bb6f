import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import { readScheme } from '../../src/core/scheme/read-scheme.ts'

const TEXT = readFileSync(new URL('../../fixtures/city-bank/scheme.yaml', import.meta.url), 'utf8')
const LINES = TEXT.split('\n')

/** Reads a text that may be anything; what is wrong with it must be said, never thrown. */
function readAnything(text: string): void {
  const findings = new Findings()
  const scheme = readScheme(text, 'scheme.yaml', findings.report)
  expect(scheme === undefined).toBe(findings.hasErrors)
  for (const { place } of findings.sorted) {
    expect(place.line).toBeGreaterThan(0)
    expect(place.column).toBeGreaterThan(0)
  }
}

const index = fc.nat(LINES.length - 1)
const scrap = fc.constantFrom(
  ...['', '-', '  ', ':', '{', '}', '[', '*x', '"', '5', 'grade', 'is', '{ is: 5 }', '[a, a]'],
)
const OPTIONS = { numRuns: 60 }

describe('a spoilt reference scheme', () => {
  it('with a line left out or doubled is still told apart from a good one', () => {
    fc.assert(
      fc.property(index, index, (out, doubled) => {
        readAnything(
          LINES.flatMap((line, at) => (at === out ? [] : at === doubled ? [line, line] : [line])).join('\n'),
        )
      }),
      OPTIONS,
    )
  })

  it('with a scrap put anywhere is never thrown over', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.nat(6), scrap, (at, cut, piece) => {
        readAnything(TEXT.slice(0, at) + piece + TEXT.slice(at + cut))
      }),
      OPTIONS,
    )
  })

  it('with one entry in the place of another is never thrown over', () => {
    const entryOf = (line: string) => line.slice(line.indexOf(': ') + 2)
    fc.assert(
      fc.property(index, index, (to, from) => {
        const [target = '', source = ''] = [LINES[to], LINES[from]]
        const swapped = target.slice(0, target.length - entryOf(target).length) + entryOf(source)
        readAnything(LINES.map((line, at) => (at === to ? swapped : line)).join('\n'))
      }),
      OPTIONS,
    )
  })

  it('cut off anywhere is never thrown over', () => {
    fc.assert(
      fc.property(fc.nat(TEXT.length), (at) => readAnything(TEXT.slice(0, at))),
      OPTIONS,
    )
  })
})
