import { type Interval, monthOf, startOfYear } from '../values/calendar.ts'
import type { Period } from '../values/period.ts'
import type { Bucket } from './kind.ts'

/** The stretch of days a measure looks at, told from the period of the run. */
export type WindowName = 'period' | 'year_to_date'

export const WINDOWS: Readonly<Record<WindowName, (period: Period) => Interval>> = {
  period: ({ first, last }) => ({ first, last }),
  year_to_date: ({ last }) => ({ first: startOfYear(last), last }),
}

/** Whether the month of a bucket lies in a window of whole months. */
export const monthLiesIn = ({ month }: Bucket, { first, last }: Interval): boolean =>
  monthOf(first) <= month && month <= monthOf(last)
