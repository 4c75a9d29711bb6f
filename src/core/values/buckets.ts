import { type Day, daysOfMonth, type Interval, monthOf } from './calendar.ts'

/** The days that an engine sums together: those of a calendar month, as far as nothing cuts it. */
export interface Bucket extends Interval {
  /** The month, as `monthOf` numbers it. */
  readonly month: number
}

/** Where the days of a month are summed apart. Plain data. */
export interface Cuts {
  /** Days of every month that are summed alone, by their numbers; one that a month lacks is its last. */
  readonly alone: readonly number[]
  /** Days from which all is summed anew. */
  readonly from: readonly Day[]
}

/** The number of a day that is the last of every month. */
export const LAST = 31

/** Nothing is cut: each month is one bucket. */
export const WHOLE_MONTHS: Cuts = { alone: [], from: [] }

/** Each month's last day apart, and nothing else. */
export const LAST_DAYS: Cuts = { alone: [LAST], from: [] }

/** The day of a month with such a number, or the month's last where it lacks it. */
export const dayOfMonth = ({ first, last }: Interval, number: number): Day =>
  Math.min(first + number - 1, last) as Day

/** The bucket of a day. */
export function bucketOf(day: Day, { alone, from }: Cuts): Bucket {
  const month = monthOf(day)
  const whole = daysOfMonth(month)
  let { first, last } = whole
  const cut = (start: number): void => {
    if (start > day) last = Math.min(last, start - 1) as Day
    else first = Math.max(first, start) as Day
  }
  for (const number of alone) {
    const one = dayOfMonth(whole, number)
    cut(one)
    cut(one + 1)
  }
  from.forEach(cut)
  return { month, first, last }
}
