import { describe, expect, it } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import { SCHEME_SENTENCES } from '../../src/core/findings/schemes.ts'
import { SENTENCES } from '../../src/core/findings/sentences.ts'
import { readScheme } from '../../src/core/scheme/read-scheme.ts'
import { BROKEN, type Broken, HEAD } from './broken.ts'

const MARK = '▸'

/** The places of the marks in a text, and the text without them. */
function unmarked(marked: string): { readonly text: string; readonly marks: readonly string[] } {
  const marks: string[] = []
  const lines = marked.split('\n').map((line, index) => {
    const [first = '', ...rest] = line.split(MARK)
    let before = first
    for (const part of rest) {
      marks.push(`${index + 1}:${[...before].length + 1}`)
      before += part
    }
    return before
  })
  return { text: lines.join('\n'), marks }
}

function found(
  text: string,
): readonly { readonly at: string; readonly code: string; readonly error: boolean }[] {
  const findings = new Findings()
  const scheme = readScheme(text, 'scheme.yaml', findings.report)
  expect(scheme === undefined).toBe(findings.hasErrors)
  return findings.sorted.map(({ code, severity, place }) => ({
    at: `${place.line}:${place.column}`,
    code,
    error: severity === 'error',
  }))
}

const expected = ({ codes }: Broken, marks: readonly string[]) =>
  marks.map((at, index) => `${at} ${codes[index] ?? codes.at(-1)}`).sort()

describe('a broken scheme', () => {
  it.each(BROKEN.map((broken) => [broken.codes.join(' and '), broken] as const))('%s', (_, broken) => {
    const { text, marks } = unmarked((broken.head ?? HEAD) + broken.text)
    const all = found(text)
    if (marks.length === 0) expect(all.map(({ code }) => code)).toEqual(broken.codes)
    else expect(all.map(({ at, code }) => `${at} ${code}`).sort()).toEqual(expected(broken, marks))
  })

  it('is told apart in every way that the tool has words for', () => {
    const shown = new Set(BROKEN.flatMap(({ codes }) => codes))
    const others = ['yaml-large', 'yaml-aliases']
    expect(
      Object.keys(SCHEME_SENTENCES).filter((code) => !shown.has(code) && !others.includes(code)),
    ).toEqual([])
  })

  it('says what is wrong and what to do in both languages', () => {
    for (const [code, { en, zh }] of Object.entries(SENTENCES)) {
      for (const text of [...en, ...zh]) expect(text, code).not.toBe('')
    }
  })

  it('has all its faults found at once, each shape fault beside those of other entries', () => {
    const { text, marks } = unmarked(`${HEAD}values: { a: { is: 1, ▸foo: 2 }, b: { ▸is: { x: 1 } } }
figures:
  c: { formula: a + ▸nothing }
  d: { formula: "b[x] + c", round: ▸no }
  e: d + ▸more
`)
    expect(
      found(text)
        .map(({ at }) => at)
        .sort(),
    ).toEqual([...marks].sort())
  })
})
