import { Temporal } from 'temporal-polyfill'

/** A calendar day, as the number of days since 1970-01-01: no clock and no time zone. */
export type Day = number & { readonly day: true }

/** Days from first to last, both included. */
export interface Interval {
  readonly first: Day
  readonly last: Day
}

const EPOCH = Temporal.PlainDate.from('1970-01-01')
const DATE = /^\d{4}-\d{2}-\d{2}$/

const toPlain = (day: Day) => EPOCH.add({ days: day })

/** Days already printed: runs name the same few thousand days over and over. */
const PRINTED = new Map<Day, string>()
const fromPlain = (date: Temporal.PlainDate) => EPOCH.until(date).days as Day

/** Reads `YYYY-MM-DD`; undefined for any other text and for days that no calendar has. */
export function parseDay(text: string): Day | undefined {
  if (!DATE.test(text)) return undefined
  const [year = 0, month = 0, day = 0] = text.split('-').map((part) => Number.parseInt(part, 10))
  if (year < 1) return undefined
  try {
    return fromPlain(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }))
  } catch {
    return undefined
  }
}

/** The day as `YYYY-MM-DD`. */
export function printDay(day: Day): string {
  const known = PRINTED.get(day)
  if (known !== undefined) return known
  const text = toPlain(day).toString()
  PRINTED.set(day, text)
  return text
}

/** The same day a number of months later (or earlier); a day that the month lacks becomes the month's last. */
export const addMonths = (day: Day, months: number): Day => fromPlain(toPlain(day).add({ months }))

/** The last day of the month that holds the day. */
export function endOfMonth(day: Day): Day {
  const date = toPlain(day)
  return fromPlain(date.with({ day: date.daysInMonth }))
}

/** The months since year 0 of the month that holds the day: one number a calendar month, in order. */
export function monthOf(day: Day): number {
  const date = toPlain(day)
  return date.year * 12 + date.month - 1
}

/** The days of a month given by its number (as `monthOf` gives it). */
export function daysOfMonth(month: number): Interval {
  const first = Temporal.PlainDate.from({ year: Math.floor(month / 12), month: (month % 12) + 1, day: 1 })
  return { first: fromPlain(first), last: endOfMonth(fromPlain(first)) }
}

/** 1 January of the year that holds the day. */
export const startOfYear = (day: Day): Day => fromPlain(toPlain(day).with({ month: 1, day: 1 }))

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
