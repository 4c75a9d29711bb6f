/** Adding a function, a measure kind or a template is one new file (or folder) and one line in a list. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tempFolder } from './support/run.ts'

const PROJECT = join(import.meta.dirname, '..')

const FUNCTION = `import { defineFunction } from './function.ts'

export const twice = defineFunction({
  name: 'twice',
  parameters: [{ name: 'number', is: 'number' }],
  gives: 'number',
  meaning: { en: 'The number twice.', zh: '该数的两倍。' },
  examples: [{ formula: 'twice(2)', gives: '4' }],
  evaluate: ([number]) => number.mul(2),
})
`

const SCHEME = `scheme: tiny
version: "1"
effective: { from: 2024-01-01 }
language: en
currency: CNY
periods: [quarter]
measures: { halves: { of: activity, take: half_of_amount } }
figures: { whole: twice(halves) }
pay: [{ id: all, amount: whole, round: 0.01 }]
`

/** A copy of what the program is built from, with what it is built by. */
function copyOfProject(): string {
  const folder = tempFolder()
  for (const name of ['src', 'bin', 'build.js', 'package.json', 'tsconfig.json'])
    cpSync(join(PROJECT, name), join(folder, name), { recursive: true })
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

it('works in a copy of the project', { timeout: 120_000 }, () => {
  const copy = copyOfProject()
  const put = (path: string, text: string) => {
    mkdirSync(join(copy, path, '..'), { recursive: true })
    writeFileSync(join(copy, path), text)
  }
  put('src/core/functions/twice.ts', FUNCTION)
  appendFileSync(join(copy, 'src/core/functions/index.ts'), "export { twice } from './twice.ts'\n")

  const kind = readFileSync(join(copy, 'src/core/measures/sum_of_amount.ts'), 'utf8')
  const half = kind
    .replace('sumOfAmount', 'halfOfAmount')
    .replace('sum_of_amount', 'half_of_amount')
    .replace('exact(amount, 100n)', 'exact(amount, 200n)')
  expect(half).not.toBe(kind)
  expect(half).toContain('200n')
  put('src/core/measures/half_of_amount.ts', half)
  appendFileSync(
    join(copy, 'src/core/measures/index.ts'),
    "export { halfOfAmount } from './half_of_amount.ts'\n",
  )

  put('fixtures/tiny/scheme.yaml', SCHEME)
  put('fixtures/tiny/managers.csv', 'manager_id,name,branch\nM1,One,north\n')
  put('fixtures/tiny/activity.csv', 'date,kind,manager_id,amount\n2024-03-31,sale,M1,12.34\n')
  const templates = join(copy, 'src/commands/templates.ts')
  const list = readFileSync(templates, 'utf8')
  const line = "  { name: 'tiny', shows: { en: 'A tiny scheme', zh: '最小的办法' } },\n"
  const opening = 'export const TEMPLATES: readonly Template[] = [\n'
  expect(list).toContain(opening)
  writeFileSync(templates, list.replace(opening, opening + line))

  const node = (...argv: string[]) => execFileSync(process.execPath, argv, { cwd: copy, encoding: 'utf8' })
  node('build.js')
  expect(node('bin/rm-appraise.js', 'init', '--list')).toContain('A tiny scheme')
  node('bin/rm-appraise.js', 'init', '--template', 'tiny', 'mine')
  node('bin/rm-appraise.js', 'quarter', '--input', 'mine', '--out', 'book')
  const figures = readFileSync(join(copy, 'book/2024Q1/figures.csv'), 'utf8')
  expect(figures).toContain('2024Q1,M1,halves,6.17\n')
  expect(figures).toContain('2024Q1,M1,whole,12.34\n')
})
