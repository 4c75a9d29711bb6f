import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageOfDays } from '../src/core/measures/average_of_days.ts'
import { countOfRows } from '../src/core/measures/count_of_rows.ts'
import { dailyAverage } from '../src/core/measures/daily_average.ts'
import * as KINDS from '../src/core/measures/index.ts'
import { meanOfMonths } from '../src/core/measures/mean_of_months.ts'
import { WINDOWS, type WindowName } from '../src/core/measures/window.ts'
import { measured, WAYS } from './support/measure-bank.ts'

const examples = Object.values(KINDS).flatMap((kind) =>
  kind.examples.map((example) => ({
    kind,
    example,
    title: `${kind.id} ${example.says ?? ''} over ${example.period}`,
  })),
)
const windows = (Object.keys(WINDOWS) as WindowName[]).map((name) => ({
  name,
  example: WINDOWS[name].example,
}))

describe('the worked examples of measures, through scheme files and every engine', () => {
  it.each(examples)('$title', async ({ kind, example }) => {
    const ways = kind.table === 'balances' ? WAYS : (['scan', 'duckdb'] as const)
    for (const way of ways) expect([way, await measured(kind, example, way)]).toEqual([way, example.gives])
  })

  it.each(windows)('over $name', async ({ name, example }) => {
    const asked = { ...example, says: `over: ${name}` }
    for (const way of WAYS)
      expect([way, await measured(dailyAverage, asked, way)]).toEqual([way, example.gives])
  })
})

/** A few changes of some accounts in two years. */
const someRows = fc.uniqueArray(
  fc.record({
    year: fc.constantFrom(2025, 2026),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
    product: fc.constantFrom('demand', 'term'),
    fen: fc.integer({ min: -10_000_000, max: 10_000_000 }),
  }),
  {
    minLength: 1,
    maxLength: 6,
    selector: ({ year, month, date, product }) => `${year} ${month} ${date} ${product}`,
  },
)

const two = (number: number) => `${number}`.padStart(2, '0')
const balanceRow = ({
  year,
  month,
  date,
  product,
  fen,
}: typeof someRows extends fc.Arbitrary<readonly (infer T)[]> ? T : never) =>
  `${year}-${two(month)}-${two(date)},${product},${fen / 100}`

describe('laws of measures', () => {
  const everyDay = `on: [${Array.from({ length: 31 }, (_, index) => index + 1).join(', ')}]`

  it('the average of every day is the daily average; of one month it is the mean of months', async () => {
    await fc.assert(
      fc.asyncProperty(someRows, fc.constantFrom('2025Q4', '2026-02', '2026H1'), async (changes, period) => {
        const rows = changes.map(balanceRow)
        const daily = await measured(dailyAverage, { period, rows }, 'scan')
        expect(await measured(averageOfDays, { says: everyDay, period, rows }, 'scan')).toBe(daily)
        if (period === '2026-02') expect(await measured(meanOfMonths, { period, rows }, 'scan')).toBe(daily)
      }),
      { numRuns: 12 },
    )
  })

  it('a window is the period that it names', async () => {
    await fc.assert(
      fc.asyncProperty(someRows, async (changes) => {
        const rows = changes.map(balanceRow)
        const over = (window: string, period: string) =>
          measured(dailyAverage, { says: `over: ${window}`, period, rows }, 'scan')
        expect(await over('last_period', '2026Q1')).toBe(await over('period', '2025Q4'))
        expect(await over('last_year', '2026-07')).toBe(await over('period', '2025'))
        expect(await over('same_period_last_year', '2026H2')).toBe(await over('period', '2025H2'))
        expect(await over('whole_year', '2026Q4')).toBe(await over('year_to_date', '2026H2'))
        expect(await over('last_12_months', '2026Q4')).toBe(await over('period', '2026'))
      }),
      { numRuns: 6 },
    )
  })

  it('amounts below a bound and from it on are all rows', async () => {
    const amounts = fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(amounts, fc.integer({ min: -300, max: 300 }), async (fen, bound) => {
        const rows = fen.map((amount) => `2026-01-05,fee,,,${amount / 100}`)
        const count = async (amount: string) =>
          Number(
            await measured(
              countOfRows,
              { says: `where: { amount: ${amount} }`, period: '2026-01', rows },
              'scan',
            ),
          )
        const at = bound / 100
        expect((await count(`{ below: ${at} }`)) + (await count(`{ from: ${at} }`))).toBe(fen.length)
        expect((await count(`{ to: ${at} }`)) + (await count(`{ above: ${at} }`))).toBe(fen.length)
        expect(await count(`{ from: ${at}, to: ${at} }`)).toBe(fen.filter((each) => each === bound).length)
      }),
      { numRuns: 8 },
    )
  })
})
