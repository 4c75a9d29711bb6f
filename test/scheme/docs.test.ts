import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import { fill } from '../../src/core/findings/sentence.ts'
import { SENTENCES } from '../../src/core/findings/sentences.ts'
import { FUNCTIONS } from '../../src/core/formula/formula.ts'
import { readScheme } from '../../src/core/scheme/read-scheme.ts'

const DOC = readFileSync(new URL('../../docs/scheme.md', import.meta.url), 'utf8')

const sectionsOf = (block: string): readonly string[] =>
  [...block.matchAll(/^\w+(?=:)/gm)].map(([key]) => key)

/** The blocks as whole schemes: a block with a section that was shown before belongs to another one, under the same head. */
function schemesOf(blocks: readonly string[]): readonly string[] {
  const [head = '', ...others] = blocks
  const schemes = [[head]]
  for (const block of others) {
    const shown = (scheme: readonly string[]) => scheme.flatMap(sectionsOf)
    const scheme = schemes.find((each) => !sectionsOf(block).some((key) => shown(each).includes(key)))
    if (scheme) scheme.push(block)
    else schemes.push([head, block])
  }
  return schemes.map((each) => each.join('\n'))
}

describe('docs/scheme.md', () => {
  it('shows entries that are read as written, save for names given elsewhere', () => {
    const blocks = [...DOC.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block = '']) => block)
    expect(blocks).toHaveLength(14)
    const findings = new Findings()
    for (const text of schemesOf(blocks)) readScheme(text, 'scheme.yaml', findings.report)
    const others = findings.sorted.filter(({ code }) => code !== 'formula-name')
    expect(
      others.map(({ code, place, facts }) => `${place.field} ${fill(SENTENCES[code].en[0], facts, 'en')}`),
    ).toEqual([])
  })

  it('names every function', () => {
    for (const name of FUNCTIONS.keys()) expect(DOC).toContain(`\`${name}\``)
  })
})
