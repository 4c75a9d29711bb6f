import { type Day, daysOfMonth, type Interval, monthOf } from './calendar.ts'

/**
 * Days of a calendar month that an engine sums together: from the first to the last of them, without those in between that are
 * summed alone.
 */
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
export function bucketOf(day: Day, cuts: Cuts): Bucket {
  const month = monthOf(day)
  const alone = daysAlone(month, cuts)
  if (alone.has(day)) return { month, first: day, last: day }
  let { first, last } = daysOfMonth(month)
  for (const cut of cuts.from) {
    if (cut > day) last = Math.min(last, cut - 1) as Day
    else first = Math.max(first, cut) as Day
  }
  while (alone.has(first)) first = (first + 1) as Day
  while (alone.has(last)) last = (last - 1) as Day
  return { month, first, last }
}

/** The last of the days that follow a day, itself included, in its bucket without a gap. */
export function sameBucketUntil(day: Day, { month, last }: Bucket, cuts: Cuts): Day {
  const next = [...daysAlone(month, cuts)].filter((alone) => alone > day)
  return Math.min(last, ...next.map((alone) => alone - 1)) as Day
}

function daysAlone(month: number, { alone }: Cuts): ReadonlySet<Day> {
  const days = daysOfMonth(month)
  return new Set(alone.map((number) => dayOfMonth(days, number)))
}
