import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import { SENTENCES } from '../../src/core/findings/sentences.ts'
import { readInputsFile } from '../../src/core/tables/inputs-file.ts'
import { INPUTS_SHAPE } from '../../src/core/tables/inputs-shape.ts'
import { SHAPES } from '../../src/core/tables/shapes.ts'

const DOC = readFileSync(new URL('../../docs/inputs.md', import.meta.url), 'utf8')

it('shows an inputs.yaml that is read as written', () => {
  const blocks = [...DOC.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => block)
  expect(blocks).toHaveLength(1)
  const findings = new Findings()
  const said = readInputsFile(blocks.join(''), 'inputs.yaml', findings.report)
  expect(findings.sorted).toEqual([])
  expect([...(said?.keys() ?? [])].sort()).toEqual(['balances', 'managers'])
})

it('names every key of inputs.yaml, and only codes that there are', () => {
  const { error } = INPUTS_SHAPE.safeParse({
    ...Object.fromEntries(Object.keys(SHAPES).map((name) => [name, { '': '' }])),
  })
  const keys = new Set(error?.issues.flatMap(({ message }) => message.split(', ')))
  expect(keys.size).toBe(12)
  for (const key of keys) expect(DOC).toContain(`| \`${key}\` |`)
  const codes = [...DOC.matchAll(/`((?:cell|ids?|row|header|manager)-[a-z-]+)`/g)].map(
    ([, code]) => code ?? '',
  )
  expect(codes.length).toBeGreaterThan(10)
  expect(codes.filter((code) => !(code in SENTENCES))).toEqual([])
})
