/** Measures in whole runs: what must be covered, what a table leaves out, and how a measure is explained. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Day, parseDay, printDay } from '../src/core/values/calendar.ts'
import { parseCsv } from './support/csv.ts'
import { run, tempFolder } from './support/run.ts'

const SCHEME = (measures: string, more = '') => `scheme: runs
version: "1"
effective: { from: 2024-01-01 }
currency: CNY
periods: [month, quarter]
${more}measures:
${measures}
`

interface Files {
  readonly scheme: string
  readonly balances?: string
  readonly activity?: string
  readonly clients?: string
  readonly inputs?: string
}

const HEADERS = {
  balances: 'date,account_id,client_id,product,balance,manager_id',
  activity: 'date,kind,manager_id,client_id,amount,quantity',
  clients: 'client_id,tier,segment',
}

function bankOf({ scheme, inputs, ...tables }: Files): string {
  const folder = tempFolder()
  writeFileSync(join(folder, 'scheme.yaml'), scheme)
  writeFileSync(join(folder, 'managers.csv'), 'manager_id,name,branch\nM1,Li,East\nM2,Wu,East\n')
  if (inputs) writeFileSync(join(folder, 'inputs.yaml'), inputs)
  for (const [table, rows] of Object.entries(tables)) {
    writeFileSync(join(folder, `${table}.csv`), `${HEADERS[table as keyof typeof HEADERS]}\n${rows}\n`)
  }
  return folder
}

/** One account's row on each day. */
function daily(first: string, last: string, balance = '100'): string {
  const [from, to] = [parseDay(first) as Day, parseDay(last) as Day]
  return Array.from(
    { length: to - from + 1 },
    (_, index) => `${printDay((from + index) as Day)},A1,C1,demand,${balance},M1`,
  ).join('\n')
}

async function ran(files: Files, period: string) {
  const folder = bankOf(files)
  const book = join(folder, 'book')
  mkdirSync(book)
  const command = period.includes('Q') ? 'quarter' : 'month'
  const { code, err } = await run([command, '--input', folder, '--period', period, '--out', book])
  return { code, err, folder: join(book, period) }
}

const linesOf = (folder: string, file: string, manager: string) =>
  parseCsv(readFileSync(join(folder, file), 'utf8'))
    .filter(([id]) => id === manager)
    .map((cells) => cells.slice(1).join())

const controlsOf = (folder: string, table: string) =>
  parseCsv(readFileSync(join(folder, 'controls.csv'), 'utf8'))
    .filter(([name]) => name === table)
    .map((cells) => cells.slice(1).join())

describe('the days that a measure looks at', () => {
  it.each([
    [
      'over: last_year',
      '2026-01',
      '2025-02-01',
      '2026-01-31',
      /2025-01-01 to 2025-12-31 .*\(31\): 2025-01-01…2025-01-31/,
    ],
    ['over: same_period_last_year', '2026-01', '2025-01-02', '2026-01-31', /days-missing .*\(1\)/],
    ['over: whole_year', '2026-01', '2026-01-01', '2026-01-31', /days-missing .*\(334\)/],
    [
      'take: mean_of_months, over: last_12_months',
      '2026-01',
      '2025-03-01',
      '2026-01-31',
      /days-missing .*\(28\)/,
    ],
    ['take: average_of_days, on: [15, last]', '2026-01', '2026-01-16', '2026-01-31', /days-missing .*\(1\)/],
  ])('with %s must be there', async (says, period, first, last, told) => {
    const taken = says.includes('take') ? says : `take: daily_average, ${says}`
    const scheme = SCHEME(`  asked: { of: balances, ${taken} }`)
    const { code, err } = await ran({ scheme, balances: daily(first, last) }, period)
    expect([code, err]).toEqual([1, expect.stringMatching(told)])
  })

  it.each([
    ['take: average_of_days, on: [15, last]', '2026-01-15', '50.1'],
    ['take: closing_balance', '2026-01-31', '50.1'],
  ])('with %s are those alone', async (says, first, value) => {
    const scheme = SCHEME(`  asked: { of: balances, ${says} }`)
    const { folder } = await ran({ scheme, balances: daily(first, '2026-01-31', '50.10') }, '2026-01')
    expect(linesOf(folder, 'measures.csv', 'M1')).toEqual([expect.stringMatching(`,${value}$`)])
  })

  it('after the period are not known from rows that hold, though rows lie there', async () => {
    const scheme = SCHEME('  asked: { of: balances, take: daily_average, over: whole_year }')
    const files = {
      scheme,
      balances: daily('2026-01-01', '2026-12-31'),
      inputs: 'balances:\n  snapshots: changes\n',
    }
    const { code, err } = await ran(files, '2026-01')
    expect([code, err]).toEqual([1, expect.stringMatching(/days-missing .*\(334\)/)])
  })
})

describe('rows of activity', () => {
  const activity = [
    '2026-01-05,loan,M1,C1,80000,',
    '2026-01-05,loan,M1,C2,150000,',
    '2026-02-10,loan,M2,C1,480000,',
    '2026-02-11,loan,,C3,5,',
    '2026-03-11,visit,M1,C1,,',
    '2026-04-01,loan,M1,C1,1,',
  ].join('\n')
  const balances = daily('2026-01-01', '2026-03-31')
  const table = (rows: string) => `tables:\n  counts: { kind: whole, includes: upper, rows: [${rows}] }\n`

  it('that a measure leaves out for amount or tier are set aside, and their kind is not told as unused', async () => {
    const scheme = SCHEME(`  end: { of: balances, take: closing_balance }
  large: { of: activity, take: sum_of_amount, where: { kind: loan, amount: { above: 8万 } } }
  days: { of: activity, take: count_of_days, where: { kind: loan, tier: A } }`)
    const clients = 'C1,A,\nC3,A,\n'.trimEnd()
    const { code, err, folder } = await ran({ scheme, balances, activity, clients }, '2026Q1')
    expect([code, err.match(/rows-set-aside.*/g)]).toEqual([0, [expect.stringContaining('visit')]])
    const controls = controlsOf(folder, 'activity')
    // Large: C2's and M2's; days: those of C1 and C3. Left out: the visit, and the loan of April.
    expect(controls).toEqual(
      expect.arrayContaining([
        ...['rows_read,,6', 'rows_used,,4', 'rows_set_aside,,2', 'rows_set_aside_out_of_window,,1'],
        ...['large.rows,,2', 'large.sum,,630000', 'large.credited,,630000'],
        ...['days.rows,,3', 'days.sum,,3', 'days.credited,,2', 'days.unclaimed,,1'],
      ]),
    )
  })

  it('that no row of the table holds are an error of those who have a part in them', async () => {
    const measure =
      '  loan_points: { of: activity, take: sum_by_table, table: counts, where: { kind: loan } }'
    const scheme = SCHEME(measure, table('{ from: 5, to: 10万, gives: 1 }, { to: 20万, gives: 2 }'))
    const { code, err } = await ran({ scheme, balances, activity }, '2026Q1')
    expect(code).toBe(1)
    expect(err.match(/table-outside.*/g)).toEqual([expect.stringContaining('M2')])
  })

  it('are not counted by a table that does not hold yet', async () => {
    const measure = '  loan_points: { of: activity, take: sum_by_table, table: counts }'
    const dated = `tables:\n  counts: { kind: whole, includes: upper, from: { 2027-01-01: { rows: [{ gives: 1 }] } } }\n`
    const { code, err } = await ran({ scheme: SCHEME(measure, dated), balances, activity }, '2026Q1')
    expect([code, (err.match(/table-not-yet/g) ?? []).length]).toEqual([1, 2])
  })

  it('go by clients only where there is the table of clients', async () => {
    const scheme = SCHEME('  seen: { of: activity, take: count_of_rows, where: { segment: retail } }')
    const { code, err } = await ran({ scheme, balances, activity }, '2026Q1')
    expect([code, err]).toEqual([4, expect.stringContaining('table-missing')])
  })

  it('are explained with all that chose them', async () => {
    const scheme = SCHEME(
      `  end: { of: balances, take: average_of_days, on: [10, last], over: period }
  loan_points: { of: activity, take: sum_by_table, table: counts, where: { kind: loan, amount: { from: 100, below: 20万 } } }`,
      table('{ to: 10万, gives: 1 }, { gives: 2.5 }'),
    )
    const { folder } = await ran({ scheme, balances, activity }, '2026Q1')
    const points = await run(['explain', 'M1', 'loan_points', '--run', folder])
    expect(points.out).toContain(
      "loan_points = 3.5  sum of what a tier table gives for each row's amount of activity (kind: loan; amount: from 100, below 200000; table: counts) from 2026-01-01 to 2026-03-31: 2 rows, sum 3.5 ÷ 1",
    )
    const end = await run(['explain', 'M1', 'end', '--run', folder])
    expect(end.out).toContain('(on: 10, last) from 2026-01-01 to 2026-03-31: 6 rows, sum 600 ÷ 6')
  })
})
