import { dayCount, daysOfMonth, monthOf } from '../values/calendar.ts'
import { exact } from '../values/exact.ts'
import { liesIn, type MeasureKind } from './kind.ts'

/** The mean of the daily averages of the window's months (各月日均的平均); a month in which there is no balance counts 0. */
export const meanOfMonths: MeasureKind = {
  id: 'mean_of_months',
  table: 'balances',
  meaning: { en: "mean of the months' daily averages", zh: '各月日均余额的平均' },
  settings: [],
  covers: liesIn,
  needs: (window) => [window],
  counts: ({ amount }) => exact(amount, 100n),
  worth: ({ month }) => exact(1n, BigInt(dayCount(daysOfMonth(month)))),
  divisor: ({ first, last }) => BigInt(monthOf(last) - monthOf(first) + 1),
  examples: [
    {
      says: 'over: whole_year',
      period: '2026Q4',
      rows: ['2026-07-01,demand,6000000'],
      gives: '3000000',
    },
    {
      period: '2026Q1',
      rows: ['2026-02-01,demand,3000000', '2026-03-01,demand,'],
      gives: '1000000',
    },
  ],
}
