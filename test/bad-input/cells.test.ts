import { describe, expect, it } from 'vitest'
import { checked, type Files, sound } from './support.ts'

/** A column that is tried: its file up to the first row that is tried, and that row with a cell put in. */
interface Tried {
  readonly column: string
  readonly above: string
  readonly row: (cell: string, index: number) => string
}

const tried = (column: string, above: string, row: Tried['row']): Tried => ({ column, above, row })

const MONEY = [
  tried(
    'balances.balance',
    sound('balances.csv'),
    (cell, index) => `2024-03-31,X${index},C1,demand,${cell},M1`,
  ),
  tried('activity.amount', 'date,kind,amount\n', (cell) => `2024-02-01,visit,${cell}`),
]
const ADJUSTMENT = 'id,manager_id,figure,reason,requested_by,approved_by'
const FOUR = [
  tried('activity.quantity', sound('activity.csv'), (cell) => `2024-02-01,visit,M1,${cell}`),
  tried('targets.value', sound('targets.csv'), (cell) => `all,deposits,2024Q1,${cell}`),
  tried('assessments.score', sound('assessments.csv'), (cell) => `M1,conduct,${cell}`),
  tried('adjustments.value', `${ADJUSTMENT},value\n`, (cell) => `J1,M1,total,Prize,ops,head,${cell}`),
]
const EIGHT = [
  tried('assignments.share', 'client_id,manager_id,from,share\n', (cell) => `C1,M1,2024-01-01,${cell}`),
  tried('assessments.weight', 'manager_id,item,score,weight\n', (cell) => `M1,conduct,90,${cell}`),
]
const TEN = [tried('fx.rate', 'date,currency,rate\n', (cell) => `2024-01-01,USD,${cell}`)]

const DAYS = [
  tried('balances.date', sound('balances.csv'), (cell, index) => `${cell},X${index},C1,demand,1,M1`),
  tried('activity.date', sound('activity.csv'), (cell) => `${cell},visit,M1,3`),
  tried('assignments.from', 'client_id,manager_id,from\n', (cell) => `C1,M1,${cell}`),
  tried('posts.to', 'manager_id,from,to\n', (cell) => `M1,2024-01-01,${cell}`),
  tried(
    'managers.hired_on',
    'manager_id,name,branch,grade,hired_on\nM1,Li,B,junior,\nM2,Li,B,junior,\n',
    (cell) => ['M3,Li,B,junior', cell].join(','),
  ),
  tried('clients.opened_on', 'client_id,opened_on\n', (cell) => `C1,${cell}`),
  tried('fx.date', 'date,currency,rate\n', (cell) => `${cell},USD,7.1`),
  tried('adjustments.expires_on', `${ADJUSTMENT},value,expires_on\n`, (cell) =>
    ['J1,M1,total,Prize,ops,head,5', cell].join(','),
  ),
]

/** Texts that no column takes as a number, by the name that their damage goes by. */
const NO_NUMBERS: Readonly<Record<string, readonly string[]>> = {
  'cell-thousands': ['1,000', '-1,234,567.89'],
  'cell-full-width': ['１', '1，000', '－１．５', '１，０００'],
  'cell-exponent': ['1e3', '1E3', '1.5E+05'],
  'cell-signs': [
    ...[
      '1 000',
      '1\u00a0000',
      ' 5',
      '5 ',
      '\t5',
      '+5',
      '¥5',
      '￥5',
      '$5',
      '5元',
      '5万',
      '¥1,000',
      '￥５',
      '50%',
    ],
  ],
  'cell-number': [
    ...['12,34', '1_000', "1'000", '٣', '.5', '5.', '.', '-', '--5', '5-', '(5)', '−5', '1.2.3'],
    ...['1/2', '0x10', 'NaN', 'Infinity', 'null', '9'.repeat(41), '元', '%', ' '],
  ],
}

/** Texts that no column takes as a day, by the name that their damage goes by. */
const NO_DAYS: Readonly<Record<string, readonly string[]>> = {
  'cell-day-form': ['2024/01/05', '2024/1/5', '20240105', '2024年1月5日', '2024年01月05日'],
  'cell-day-serial': ['45292', '38077'],
  'cell-full-width': ['２０２４-01-05', '２０２４年１月５日', '２０２４／１／５'],
  'cell-day': [
    ...['2004-02-30', '2003-02-29', '2100-02-29', '2024-04-31', '2024-13-01', '2024-00-10', '2024-01-00'],
    ...['2024-1-5', '2024-01-05 00:00', '2024-01-05T00:00', '05.01.2024', '2004/2/30', '20040230'],
    ...[' 2024-01-05', '2024-01-05 ', '0000-01-01', '24-01-05', 'today', '123456', '1234', '2024年13月5日'],
  ],
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell}"` : cell)

/** The file of a column with a row for each cell, a mark before the cell. */
function filesWith({ column, above, row }: Tried, cells: readonly string[], mark = '▸'): Files {
  const rows = cells.map((cell, index) => `${row(`${mark}${quoted(cell)}`, index)}\n`)
  return { [`${column.split('.')[0]}.csv`]: above + rows.join('') }
}

/** Expects one finding of the code for every cell, and nothing else. */
async function expectRefused(at: Tried, texts: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const codes = Object.entries(texts).flatMap(([code, cells]) => cells.map(() => code))
  const { exit, told, marks } = await checked(filesWith(at, Object.values(texts).flat()))
  expect(marks.length).toBe(codes.length)
  expect(told).toEqual(marks.map((mark, index) => `${mark} ${codes[index]}`).sort())
  expect(exit).toBe(1)
}

describe('a cell', () => {
  it.each([...MONEY, ...FOUR, ...EIGHT, ...TEN])('$column refuses all that is no plain number', (at) =>
    expectRefused(at, NO_NUMBERS),
  )

  it.each(DAYS)('$column refuses all that is no day of the calendar', (at) => expectRefused(at, NO_DAYS))

  it.each([
    ...MONEY.map((at) => ({ ...at, cell: '0.001' })),
    ...FOUR.map((at) => ({ ...at, cell: '1.00001' })),
    ...EIGHT.map((at) => ({ ...at, cell: '0.123456789' })),
    ...TEN.map((at) => ({ ...at, cell: '7.12345678901' })),
  ])('$column refuses the decimals of $cell', (at) => expectRefused(at, { 'cell-decimals': [at.cell] }))

  it.each([
    ...MONEY.map((at) => ({ ...at, cells: ['-1234.50', '12', '0.5', '-0', '0.00'] })),
    ...FOUR.slice(0, 1).map((at) => ({ ...at, cells: ['-1.0001', '0.0001', '3'] })),
    ...TEN.map((at) => ({ ...at, cells: ['7.1234567890'] })),
    ...DAYS.slice(2, 3).map((at) => ({ ...at, cells: ['2000-02-29'] })),
    ...DAYS.slice(5, 6).map((at) => ({ ...at, cells: ['2000-02-29'] })),
  ])('$column takes $cells', async (at) => {
    const { exit, told } = await checked(filesWith(at, at.cells, ''))
    expect([exit, told.filter((finding) => finding.includes(' cell-'))]).toEqual([0, []])
  })
})
