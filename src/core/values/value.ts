import { type Day, printDay } from './calendar.ts'
import { type Exact, isExact, printExact } from './exact.ts'

/** The kinds of value that a figure can have. */
export type Type = 'number' | 'text' | 'yesno' | 'day'

/** A value of a figure: an exact number, a text, yes or no, or a day. */
export type Value = Exact | string | boolean | Day

export function typeOf(value: Value): Type {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'yesno'
  return typeof value === 'number' ? 'day' : 'number'
}

/** The value as figures.csv writes it: a plain decimal or `p/q`, the text itself, `yes` or `no`, `YYYY-MM-DD`. */
export function printValue(value: Value): string {
  if (isExact(value)) return printExact(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' ? printDay(value) : value
}
