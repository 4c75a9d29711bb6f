/** A calendar day, as the number of days since 1970-01-01: no clock and no time zone. */
export type Day = number & { readonly day: true }

/** Days from first to last, both included. */
export interface Interval {
  readonly first: Day
  readonly last: Day
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const MILLISECONDS = 24 * 60 * 60 * 1000

/** The date of a day, of which only the parts in UTC are asked for: these are plain arithmetic of the Gregorian calendar. */
const dateOf = (day: Day) => new Date(day * MILLISECONDS)

/** The day with such a number in a month, given by its number; numbers beyond the month lead into others. */
function dayIn(month: number, number: number): Day {
  const year = Math.floor(month / 12)
  return (dateOf(0 as Day).setUTCFullYear(year, month - year * 12, number) / MILLISECONDS) as Day
}

/** Days already printed: runs name the same few thousand days over and over. */
const PRINTED = new Map<Day, string>()

/** Reads `YYYY-MM-DD`; undefined for any other text and for days that no calendar has. */
export function parseDay(text: string): Day | undefined {
  const [, year, month, number] = DATE.exec(text) ?? []
  if (year === undefined || year === '0000') return undefined
  const day = dayIn(Number(year) * 12 + Number(month) - 1, Number(number))
  const date = dateOf(day)
  const isThere = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(number)
  return isThere ? day : undefined
}

/** The day as `YYYY-MM-DD`. */
export function printDay(day: Day): string {
  const known = PRINTED.get(day)
  if (known !== undefined) return known
  const [text = ''] = dateOf(day).toISOString().split('T')
  PRINTED.set(day, text)
  return text
}

/** The same day a number of months later (or earlier); a day that the month lacks becomes the month's last. */
export function addMonths(day: Day, months: number): Day {
  const month = monthOf(day) + months
  return Math.min(dayIn(month, dateOf(day).getUTCDate()), daysOfMonth(month).last) as Day
}

/** The last day of the month that holds the day. */
export const endOfMonth = (day: Day): Day => daysOfMonth(monthOf(day)).last

/** The months since year 0 of the month that holds the day: one number a calendar month, in order. */
export function monthOf(day: Day): number {
  const date = dateOf(day)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** The days of a month given by its number (as `monthOf` gives it). */
export const daysOfMonth = (month: number): Interval => ({
  first: dayIn(month, 1),
  last: (dayIn(month + 1, 1) - 1) as Day,
})

/** 1 January of the year that holds the day. */
export const startOfYear = (day: Day): Day => dayIn(dateOf(day).getUTCFullYear() * 12, 1)

/** 31 December of the year that holds the day. */
export const endOfYear = (day: Day): Day => (dayIn((dateOf(day).getUTCFullYear() + 1) * 12, 1) - 1) as Day

export const dayCount = ({ first, last }: Interval): number => Math.max(0, last - first + 1)

export const holds = ({ first, last }: Interval, day: Day): boolean => first <= day && day <= last

/** The days that two intervals share; its last day lies before its first where they share none. */
export const overlap = (a: Interval, b: Interval): Interval => ({
  first: Math.max(a.first, b.first) as Day,
  last: Math.min(a.last, b.last) as Day,
})

/** A day before every day that a file can name, and one after: for intervals open at an end. */
export const BEFORE_ALL = -1_000_000 as Day
export const AFTER_ALL = 4_000_000 as Day

/** How many days of a month some bits name. */
export function countDays(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1
  return count
}
