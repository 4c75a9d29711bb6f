import { dayCount } from '../values/calendar.ts'
import { exact } from '../values/exact.ts'
import type { MeasureKind } from './kind.ts'
import { monthLiesIn } from './window.ts'

/** The sum of each day's balance over the window, divided by the window's calendar days (日均). */
export const dailyAverage: MeasureKind = {
  id: 'daily_average',
  table: 'balances',
  meaning: { en: 'daily average balance', zh: '日均余额' },
  covers: monthLiesIn,
  needs: 'every_day',
  counts: ({ amount }) => exact(amount, 100n),
  divisor: (window) => BigInt(dayCount(window)),
}
