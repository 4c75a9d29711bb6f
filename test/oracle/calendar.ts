/** Days, periods and months counted from scratch, without the clock's own calendar. */

/** A calendar day as the number of days since 1 January of year 1; −Infinity and Infinity stand for an open end. */
export type Day = number

/** A run of days with both ends included. */
export interface Span {
  readonly first: Day
  readonly last: Day
}

/** Whether a year has 29 February. */
function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** How many days a month has (months 1 to 12). */
function monthLength(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The day of a year, month and day of the month. */
export function day(year: number, month: number, date: number): Day {
  const before = year - 1
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  for (let m = 1; m < month; m++) days += monthLength(year, m)
  return days + date - 1
}

/** The day that `YYYY-MM-DD` names. */
export function parseDay(text: string): Day {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) throw new Error(`not a day: ${JSON.stringify(text)}`)
  return day(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** The year, month and date of a day. */
export function partsOf(value: Day): readonly [year: number, month: number, date: number] {
  let year = Math.floor(value / 366) + 1
  while (day(year + 1, 1, 1) <= value) year++
  let month = 1
  while (month < 12 && day(year, month + 1, 1) <= value) month++
  return [year, month, value - day(year, month, 1) + 1]
}

/** The day as `YYYY-MM-DD`. */
export function dayText(value: Day): string {
  const [year, month, date] = partsOf(value)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
}

/** The same date so many months on; a date that the month lacks becomes its last day. */
export function addMonths(value: Day, months: number): Day {
  const [year, month, date] = partsOf(value)
  const count = year * 12 + (month - 1) + months
  const [newYear, newMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  return day(newYear, newMonth, Math.min(date, monthLength(newYear, newMonth)))
}

/** The days of `2004-03`, `2004Q1`, `2004H1` or `2004`. */
export function periodSpan(period: string): Span {
  const parts = /^(\d{4})(?:-(\d{2})|Q([1-4])|H([12]))?$/.exec(period)
  if (!parts) throw new Error(`not a period: ${JSON.stringify(period)}`)
  const [, year, month, quarter, half] = parts
  if (month) return months(Number(year), Number(month), 1)
  if (quarter) return months(Number(year), Number(quarter) * 3 - 2, 3)
  if (half) return months(Number(year), Number(half) * 6 - 5, 6)
  return months(Number(year), 1, 12)
}

/** The quarter before a quarter. */
export function quarterBefore(quarter: string): string {
  return quarterOf(periodSpan(quarter).first - 1)
}

/** The quarter that holds a day. */
function quarterOf(value: Day): string {
  const [year, month] = partsOf(value)
  return `${year}Q${Math.ceil(month / 3)}`
}

/** How many days a span has. */
export function length(span: Span): number {
  return span.last - span.first + 1
}

/** Whether the span holds the day. */
export function holds(span: Span, value: Day): boolean {
  return span.first <= value && value <= span.last
}

function months(year: number, month: number, count: number): Span {
  const first = day(year, month, 1)
  return { first, last: addMonths(first, count) - 1 }
}
