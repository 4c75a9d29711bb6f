import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import { fill } from '../../src/core/findings/sentence.ts'
import { SENTENCES } from '../../src/core/findings/sentences.ts'
import { FUNCTIONS } from '../../src/core/formula/formula.ts'
import { readScheme } from '../../src/core/scheme/read-scheme.ts'

const DOC = readFileSync(new URL('../../docs/scheme.md', import.meta.url), 'utf8')

describe('docs/scheme.md', () => {
  it('shows entries that are read as written, save for names given elsewhere', () => {
    const blocks = [...DOC.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block)
    expect(blocks).toHaveLength(10)
    const findings = new Findings()
    readScheme(blocks.join('\n'), 'scheme.yaml', findings.report)
    const others = findings.sorted.filter(({ code }) => code !== 'formula-name')
    expect(
      others.map(({ code, place, facts }) => `${place.field} ${fill(SENTENCES[code].en[0], facts, 'en')}`),
    ).toEqual([])
  })

  it('names every function', () => {
    for (const name of FUNCTIONS.keys()) expect(DOC).toContain(`\`${name}\``)
  })
})
