import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentsOf, runIn, soundBank } from '../support/broken.ts'
import { checked, edited, type Files, put } from './support.ts'

const GONE = undefined

describe('many defects', () => {
  const DEFECTS: Files = {
    'scheme.yaml': edited('scheme.yaml', 'total >= 60', '▸totl >= 60').replace('senior: 8', '▸seinor: 8'),
    'balances.csv': edited('balances.csv', '1000.00,M1', '▸1e3,M1').replace(
      '2024-03-31,A2',
      '▸2024-03-32,A2',
    ),
    'activity.csv': edited('activity.csv', 'M1,3', 'M1,▸three').replace('M2,4', '▸M9,4'),
    'assessments.csv': edited('assessments.csv', 'M1,conduct,90', '▸ M1,conduct,▸').replace(
      'M2,conduct',
      'M2,conduct',
    ),
    'clients.csv': 'client_id,name\n▸C1\nC2,▸"Li" Ge\n▸C3,a,b\n',
    'fx.csv': 'date,currency,▸reate\n2024-01-01,USD,7\n',
    'note.csv': 'a\n',
  }

  it('are all told at once, each at its place', async () => {
    const { exit, told, marks } = await checked(DEFECTS)
    const codes = [
      ...['value-key-unknown', 'formula-name', 'cell-exponent', 'cell-day', 'cell-number', 'manager-unknown'],
      ...['cell-blanks', 'cell-empty', 'row-short', 'quote-text-after', 'row-long', 'column-unknown'],
    ]
    const expected = marks.map((mark, index) => `${mark} ${codes[index]}`)
    const besides = [
      'fx.csv:1:1 column-missing',
      'note.csv file-unknown',
      'scheme.yaml:9:23 value-key-absent',
    ]
    expect(told).toEqual([...expected, ...besides].sort())
    expect(exit).toBe(3)
  })

  const SCHEME_FAULT: Files = { 'scheme.yaml': edited('scheme.yaml', 'total >= 60', 'totl >= 60') }
  const TABLE_FAULT: Files = { 'fx.csv': Buffer.alloc(0) }
  const BOOK_FAULT = { '../book/2023Q4/figures.csv': 'period,manager_id,figure,value\n' }
  const ROW_FAULT: Files = { 'clients.csv': 'client_id\n""\n' }
  const PERSON_FAULT: Files = { 'targets.csv': edited('targets.csv', '1000', '0') }

  it.each<readonly [number, Files]>([
    [3, { ...SCHEME_FAULT, ...TABLE_FAULT, ...BOOK_FAULT, ...ROW_FAULT }],
    [4, { ...TABLE_FAULT, ...BOOK_FAULT, ...ROW_FAULT }],
    [5, { ...BOOK_FAULT, ...PERSON_FAULT }],
    [1, { ...ROW_FAULT, ...PERSON_FAULT }],
  ])('give exit code %i first', async (code, files) => {
    expect((await checked(files)).exit).toBe(code)
  })

  it('leave a book as it was', async () => {
    const folder = soundBank()
    expect((await runIn(folder, 'quarter --input input --out book --quiet')).code).toBe(0)
    for (const [name, content] of Object.entries(DEFECTS)) put(join(folder, 'input', name), name, content)
    const before = contentsOf(folder)
    expect((await runIn(folder, 'quarter --input input --out book')).code).toBe(3)
    expect(contentsOf(folder)).toEqual(before)
  })
})

it('without a table that the scheme reads, names it', async () => {
  const { exit, told } = await checked(
    { 'balances.csv': GONE, 'activity.csv': GONE, 'targets.csv': GONE },
    '--period 2024Q1',
  )
  expect(told).toEqual(['activity table-missing', 'balances table-missing', 'targets table-missing'])
  expect(exit).toBe(4)
})

it.each([
  'check',
  'quarter --input',
  'check --input input --periode 2024Q1',
  'check --input input --lang fr',
  'quarter --input input more',
  'quarters --input input',
])('refuses the command line %s', async (command) => {
  const folder = soundBank()
  const before = contentsOf(folder)
  const { code, err } = await runIn(folder, command)
  expect(code).toBe(2)
  expect(err).toMatch(/^error: /)
  expect(contentsOf(folder)).toEqual(before)
})
