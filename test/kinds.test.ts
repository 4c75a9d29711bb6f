import { appendFileSync, cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Exact, parseExact, printFixed, ZERO } from '../src/core/values/exact.ts'
import { type Period, parsePeriod, partsOf } from '../src/core/values/period.ts'
import { parseCsv } from './support/csv.ts'
import { KINDS_SCHEME, kindsBank } from './support/kinds-bank.ts'
import { run, runPeriod, tempFolder } from './support/run.ts'

const MONTHLY_UNION = join(import.meta.dirname, '../fixtures/monthly-union')
const MANAGERS = 'manager_id,name,branch,role,hired_on,left_on\n'

const rowsOf = (folder: string, file: string) => {
  const [header = [], ...rows] = parseCsv(readFileSync(join(folder, file), 'utf8'))
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])))
}
const numberIn = (text = ''): Exact => parseExact(text) ?? ZERO
const sum = (amounts: readonly Exact[]): Exact => amounts.reduce((total, each) => total.add(each), ZERO)

/** The amount of each component and difference in a run's pay sheet, by manager and component. */
const payOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    rowsOf(folder, 'pay.csv').map(({ manager_id, component, amount = '' }) => [
      `${manager_id} ${component}`,
      amount,
    ]),
  )

const codesOf = (folder: string): readonly string[] =>
  readFileSync(join(folder, 'findings.jsonl'), 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : String(JSON.parse(line).code)))

/** Runs months of 2026, by their numbers, into a book. */
async function runMonths(input: string, book: string, ...months: readonly number[]): Promise<void> {
  for (const month of months) await runPeriod('month', input, `2026-${`${month}`.padStart(2, '0')}`, book)
}

const year = parsePeriod('2026') as Period

/** A period and all that lie within it, the shorter before the longer. */
const allWithin = (period: Period): readonly Period[] => [...partsOf(period).flatMap(allWithin), period]

describe('month, quarter, half and year', () => {
  const measuring = `${KINDS_SCHEME.replace('pay:', 'measures:\n  ends: { of: balances, take: closing_balance }\n  now: { of: activity, take: sum_of_amount }\n  so_far: { of: activity, take: sum_of_amount, over: year_to_date }\npay:')}`
  const tables = {
    managers: `${MANAGERS}M1,甲,B1,,,\n`,
    balances: 'date,account_id,client_id,product,balance,manager_id\n2026-12-31,A,C,demand,7,M1\n',
    activity:
      'date,kind,manager_id,amount\n2026-02-10,fee,M1,1\n2026-07-05,fee,M1,2\n2026-12-01,fee,M1,4\n2025-12-31,fee,M1,8\n',
  }

  it.each([
    ['month', '2026-12', '4'],
    ['quarter', '2026Q4', '4'],
    ['half', '2026H2', '6'],
    ['year', '2026', '7'],
  ])('%s takes the period of the latest balances and its own windows', async (command, period, now) => {
    const book = tempFolder()
    const ran = await run([command, '--input', kindsBank(tables, measuring), '--out', book, '--json'])
    expect({ code: ran.code, period: JSON.parse(ran.out).period }).toEqual({ code: 0, period })
    const values = Object.fromEntries(
      rowsOf(join(book, period), 'measures.csv').map(({ measure = '', value }) => [measure, value]),
    )
    expect(values).toEqual({ ends: '7', now, so_far: '7' })
  })

  it('want the last day of the period in the balances, and a period of their own kind', async () => {
    const half = await run(['half', '--input', MONTHLY_UNION, '--out', tempFolder()])
    expect(half.code).toBe(1)
    expect(half.err).toContain('period-open The latest day of balances is 2026-03-31, which is not the last')
    const wrong = await run(['month', '--input', MONTHLY_UNION, '--period', '2026Q1', '--out', tempFolder()])
    expect([wrong.code, wrong.err]).toEqual([3, expect.stringContaining('period-option')])
  })

  it('a month asks for no targets and assessments where nobody is appraised in it', async () => {
    const [folder, book] = [tempFolder(), tempFolder()]
    cpSync(MONTHLY_UNION, folder, { recursive: true })
    for (const table of ['targets', 'assessments', 'history']) rmSync(join(folder, `${table}.csv`))
    const written = await runPeriod('month', folder, '2026-01', book)
    expect(codesOf(written)).toEqual([])
    const quarter = await run(['quarter', '--input', folder, '--out', book])
    expect(quarter.code).toBe(4)
    expect(quarter.err).toContain('assessments table-missing')
    expect(quarter.err).toContain('targets table-missing')
  })
})

describe('monthly pay compared with what shorter periods paid', () => {
  it('months + differences = the year, whatever the posts and whichever longer periods were run', async () => {
    const day = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map((parts) => `2026-${parts.map((part) => `${part}`.padStart(2, '0')).join('-')}`)
    const post = fc.record({
      role: fc.constantFrom('', 'head'),
      days: fc.tuple(day, day).map((days) => days.sort()),
    })
    const longer = fc.subarray(['2026Q1', '2026Q2', '2026Q3', '2026Q4', '2026H1', '2026H2'])
    await fc.assert(
      fc.asyncProperty(fc.array(post, { minLength: 1, maxLength: 4 }), longer, async (posts, runs) => {
        const rows = posts.map(({ role, days }, index) => `M${index},甲,B1,${role},${days.join(',')}\n`)
        const [input, book] = [kindsBank({ managers: MANAGERS + rows.join('') }), tempFolder()]
        const paid = new Map<string, Exact>()
        for (const { kind, id } of allWithin(year)) {
          if (kind !== 'month' && kind !== 'year' && !runs.includes(id)) continue
          const pay = payOf(await runPeriod(kind, input, id, book))
          for (const [line, amount] of pay) {
            const name = line.replace('.difference', '')
            if (kind === 'month' || line !== name)
              paid.set(name, (paid.get(name) ?? ZERO).add(numberIn(amount)))
            if (kind !== 'month') expect(pay.has(`${name}.difference`), `${id} ${name}`).toBe(true)
          }
        }
        const due = [...payOf(join(book, '2026'))].filter(([line]) => !line.endsWith('.difference'))
        expect(Object.fromEntries([...paid].map(([name, amount]) => [name, printFixed(amount, 2)]))).toEqual(
          Object.fromEntries(due),
        )
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  it('adds nothing and warns where a month has no run, and adds the difference once it has', async () => {
    const [input, book] = [kindsBank({ managers: `${MANAGERS}M1,甲,B1,,,\n` }), tempFolder()]
    await runMonths(input, book, 1, 3)
    const gap = await runPeriod('quarter', input, '2026Q1', book)
    expect(codesOf(gap)).toEqual(['shorter-run-missing'])
    expect(readFileSync(join(gap, 'findings.jsonl'), 'utf8')).toContain('"missing":"2026-02"')
    expect([...payOf(gap)]).toEqual([['M1 base', '10000.00']])
    expect(rowsOf(gap, 'controls.csv').filter(({ table }) => table === 'pay')).toEqual([])
    await runMonths(input, book, 2)
    const whole = await runPeriod('quarter', input, '2026Q1', book)
    expect(codesOf(whole)).toEqual([])
    expect([...payOf(whole)]).toEqual([
      ['M1 base', '10000.00'],
      ['M1 base.difference', '0.01'],
    ])
  })

  it('compares a half with quarters where there are no months, and with both where both were run', async () => {
    const [input, book] = [kindsBank({ managers: `${MANAGERS}M1,甲,B1,,,\n` }), tempFolder()]
    await runMonths(input, book, 1, 2, 3)
    await runPeriod('quarter', input, '2026Q1', book)
    await runPeriod('quarter', input, '2026Q2', book)
    const half = await runPeriod('half', input, '2026H1', book)
    const paid = rowsOf(half, 'figures.csv').filter(({ figure = '' }) => figure.startsWith('paid.'))
    // Q1's own amount is not counted beside its months and the fen that it paid on top of them.
    expect(paid.map(({ figure, value }) => [figure, value])).toEqual([
      ['paid.2026-01.pay.base', '3333.33'],
      ['paid.2026-02.pay.base', '3333.33'],
      ['paid.2026-03.pay.base', '3333.33'],
      ['paid.2026Q1.pay.base.difference', '0.01'],
      ['paid.2026Q2.pay.base', '10000'],
    ])
    expect(payOf(half).get('M1 base.difference')).toBe('0.00')
  })

  it('says nothing where the book holds no run within the period', async () => {
    const input = kindsBank({ managers: `${MANAGERS}M1,甲,B1,,,\n` })
    const folder = await runPeriod('year', input, '2026', tempFolder())
    expect([codesOf(folder), [...payOf(folder).keys()]]).toEqual([[], ['M1 base']])
  })

  it('takes back what was paid of a component that is no longer someone’s, and explains it', async () => {
    const tables = {
      managers: `${MANAGERS}M1,甲,B1,,,\n`,
      posts: 'manager_id,from,to,role\nM1,2026-01-01,2026-02-28,head\n',
    }
    const [input, book] = [kindsBank(tables), tempFolder()]
    await runMonths(input, book, 1, 2, 3)
    const folder = await runPeriod('quarter', input, '2026Q1', book)
    expect(payOf(folder).get('M1 head.difference')).toBe('-500.50')
    expect(codesOf(folder)).toEqual(['paid-not-due'])
    const { out } = await run(['explain', 'M1', 'pay.head.difference', '--run', folder])
    expect(out).toMatch(
      /^pay\.head\.difference = -500\.5 {2}this period's amount less what shorter periods paid/,
    )
    expect(out).toContain('├ pay.head = none')
    expect(out).toContain('├ pay.head of 2026-01 = 250.25\n└ pay.head of 2026-02 = 250.25\n')
  })

  it('counts what was paid to people who are not in the run apart, so that the controls add up', async () => {
    const [both, one] = [`${MANAGERS}M1,甲,B1,,,\nM2,乙,B1,,,\n`, `${MANAGERS}M1,甲,B1,,,\n`]
    const book = tempFolder()
    await runMonths(kindsBank({ managers: both }), book, 1, 2, 3)
    const ran = await run(
      ['quarter', '--input', kindsBank({ managers: one }), '--period', '2026Q1', '--out', book, '--json'],
      undefined,
    )
    const { pay, reconciled } = JSON.parse(ran.out)
    expect(pay.amount).toBe('10000.00')
    expect(reconciled).toEqual({
      ...{ amount: '10000.00', paid: '19999.98' },
      ...{ outside: '9999.99', difference: '0.01' },
    })
    const controls = rowsOf(join(book, '2026Q1'), 'controls.csv').filter(({ table }) => table === 'pay')
    expect(
      controls.filter(({ measure = '' }) => measure.startsWith('base')).map(({ value }) => value),
    ).toEqual([...['10000.00', '0.01', '19999.98', '9999.99']])
    expect(ran.err).toContain('2026-01/figures.csv paid-not-due M2 was paid 9999.99 of base in 2026-01, ')
  })

  it('names the months’ figures in the manifest, and refuses a month that was changed', async () => {
    const [input, book] = [kindsBank({ managers: `${MANAGERS}M1,甲,B1,,,\n` }), tempFolder()]
    await runMonths(input, book, 1, 2, 3)
    const folder = await runPeriod('quarter', input, '2026Q1', book)
    const { book: used } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    expect(used.map(({ file }: { file: string }) => file)).toEqual([
      ...['2026-01/figures.csv', '2026-02/figures.csv', '2026-03/figures.csv'],
    ])
    appendFileSync(join(book, '2026-02/figures.csv'), '2026-02,M1,pay.base,1\n')
    const ran = await run(['quarter', '--input', input, '--period', '2026Q1', '--out', book])
    expect([ran.code, ran.err]).toEqual([5, expect.stringContaining('book-changed')])
  })
})

it('every difference of the monthly union is explained by amounts that add up to it', async () => {
  const book = tempFolder()
  await runMonths(MONTHLY_UNION, book, 1, 2, 3)
  const folder = await runPeriod('quarter', MONTHLY_UNION, '2026Q1', book)
  const lines = rowsOf(folder, 'pay.csv').filter(({ component = '' }) => component.endsWith('.difference'))
  expect(lines.length).toBe(9)
  for (const { manager_id: manager = '', component, amount } of lines) {
    const { out } = await run(['explain', manager, `pay.${component}`, '--run', folder, '--json'])
    const [{ value, parts }] = JSON.parse(out).explained
    const [own, ...paid] = parts.map((part: { value?: string }) => numberIn(part.value))
    expect(printFixed(own.sub(sum(paid)), 2), `${manager} ${component}`).toBe(amount)
    expect(printFixed(numberIn(value), 2)).toBe(amount)
  }
})

it('the latest earlier value is that of the last day, of the run’s own kind before the shorter', async () => {
  const scheme = `${KINDS_SCHEME.replace('pay:', '  marker: { formula: period.days, for: period.kind <> half }\n  seen: { formula: latest(marker), optional: yes }\npay:')}`
  const [input, book] = [kindsBank({ managers: `${MANAGERS}M1,甲,B1,,,\n` }, scheme), tempFolder()]
  await runMonths(input, book, 1, 2, 3)
  for (const period of ['2026Q1', '2026Q2']) await runPeriod('quarter', input, period, book)
  const seenIn = async (kind: string, period: string) => {
    const figures = rowsOf(await runPeriod(kind, input, period, book), 'figures.csv')
    return figures.find(({ figure }) => figure === 'seen')?.value
  }
  expect(await seenIn('month', '2026-04')).toBe('31')
  expect(await seenIn('quarter', '2026Q2')).toBe('90')
  expect(await seenIn('half', '2026H2')).toBe('91')
})
