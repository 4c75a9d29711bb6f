import { dayCount } from '../values/calendar.ts'
import { exact } from '../values/exact.ts'
import { liesIn, type MeasureKind } from './kind.ts'

/** The sum of each day's balance over the window, divided by the window's calendar days (日均). */
export const dailyAverage: MeasureKind = {
  id: 'daily_average',
  table: 'balances',
  meaning: { en: 'daily average balance', zh: '日均余额' },
  settings: [],
  covers: liesIn,
  needs: (window) => [window],
  counts: ({ amount }) => exact(amount, 100n),
  divisor: (window) => BigInt(dayCount(window)),
  examples: [
    {
      period: '2026-04',
      rows: ['2026-04-01,demand,30000000', '2026-04-19,demand,50000000'],
      gives: '38000000',
    },
    {
      says: 'over: year_to_date',
      period: '2026Q2',
      rows: ['2026-01-01,demand,2000000', '2026-04-01,demand,4000000'],
      gives: '544000000/181',
    },
    {
      says: 'weigh: { product: { savings: 1.1, margin: 0.3 } }',
      period: '2026-04',
      rows: ['2026-04-01,savings,2000000', '2026-04-01,demand,3000000', '2026-04-01,margin,1500000'],
      gives: '5650000',
    },
    {
      says: 'weigh: { tier: { full: 70%, part: 50% } }',
      period: '2026-04',
      rows: ['2026-04-01,bills,1000000,C1', '2026-04-01,bills,400000,C2'],
      clients: ['C1,full,', 'C2,part,'],
      gives: '900000',
    },
  ],
}
