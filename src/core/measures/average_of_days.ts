import { dayOfMonth } from '../values/buckets.ts'
import { type Day, daysOfMonth, type Interval, monthOf } from '../values/calendar.ts'
import { exact } from '../values/exact.ts'
import type { MeasureKind, Settings } from './kind.ts'

/** The mean of the balances on some days of each month (旬均), such as the 10th, the 20th and the last. */
export const averageOfDays: MeasureKind = {
  id: 'average_of_days',
  table: 'balances',
  meaning: { en: 'mean of the balances on the days given', zh: '指定日余额的平均' },
  settings: ['on'],
  covers: ({ first, month }, window, { on }) =>
    window.first <= first && first <= window.last && daysIn(month, on).has(first),
  needs: (window, settings) => daysOf(window, settings).map((day) => ({ first: day, last: day })),
  counts: ({ amount }) => exact(amount, 100n),
  divisor: (window, settings) => BigInt(daysOf(window, settings).length),
  examples: [
    {
      says: 'on: [10, 20, 30]',
      period: '2026-04',
      rows: ['2026-04-01,demand,5480000', '2026-04-11,demand,5510000', '2026-04-21,demand,5540000'],
      gives: '5510000',
    },
    {
      says: 'on: [15, 30, last]',
      period: '2026-02',
      rows: ['2026-02-01,demand,1000000', '2026-02-28,demand,2000000'],
      gives: '1500000',
    },
  ],
}

/** The days of a month that are meant, each once. */
function daysIn(month: number, on: Settings['on']): ReadonlySet<Day> {
  const days = daysOfMonth(month)
  return new Set(on.map((number) => dayOfMonth(days, number)))
}

function daysOf({ first, last }: Interval, { on }: Settings): readonly Day[] {
  const days: Day[] = []
  for (let month = monthOf(first); month <= monthOf(last); month++) days.push(...daysIn(month, on))
  return days
}
