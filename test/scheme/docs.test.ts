import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import { fill } from '../../src/core/findings/sentence.ts'
import { SENTENCES } from '../../src/core/findings/sentences.ts'
import { FUNCTIONS } from '../../src/core/formula/formula.ts'
import { readScheme } from '../../src/core/scheme/read-scheme.ts'
import { parseCsv } from '../support/csv.ts'
import { quarter, run, tempFolder } from '../support/run.ts'

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
    expect(blocks).toHaveLength(16)
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

describe('the first scheme of docs/scheme.md', () => {
  const blocks = (info: string) =>
    [...DOC.matchAll(new RegExp(`\`\`\`${info}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block = '']) => block)

  function folderOfDoc(): string {
    const folder = tempFolder()
    writeFileSync(join(folder, 'scheme.yaml'), blocks('yaml step').join(''))
    writeFileSync(join(folder, 'inputs.yaml'), 'balances: { snapshots: changes }\n')
    for (const table of ['managers', 'balances', 'activity', 'targets', 'assessments'])
      writeFileSync(join(folder, `${table}.csv`), blocks(`csv ${table}`).join(''))
    return folder
  }

  it('runs as it is written and comes to what it says', async () => {
    expect(blocks('yaml step')).toHaveLength(7)
    const folder = folderOfDoc()
    const checked = await run(['check', '--input', folder, '--period', '2026Q1', '--quiet'])
    expect([checked.code, checked.err]).toEqual([0, ''])
    const written = await quarter(folder, '2026Q1', tempFolder())
    const rows = (file: string) => parseCsv(readFileSync(join(written, file), 'utf8')).slice(1)
    expect(rows('ranking.csv').map((row) => row.slice(4))).toEqual([
      ['junior', '66.00', '2.00', '18.00', '0.00', '86.00', 'good', 'renew'],
      ['senior', '45.00', '1.00', '12.00', '0.00', '48.00', 'poor', 'renew'],
    ])
    expect(rows('pay.csv').map((row) => [row[0], ...row.slice(7)].join(' '))).toEqual([
      'M1 9000.00 9000.00 0.00',
      'M1 5280.00 5280.00 0.00',
      'M2 13500.00 13500.00 0.00',
      'M2 3000.00 2100.00 900.00',
    ])
    expect(rows('deferred.csv').map((row) => row[7])).toEqual(['450.00', '450.00'])
  })
})
