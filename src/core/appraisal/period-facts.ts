import { dayCount, monthOf, startOfYear } from '../values/calendar.ts'
import { exact } from '../values/exact.ts'
import { monthsOf, type Period } from '../values/period.ts'
import type { Value } from '../values/value.ts'

/** What formulas read of the period itself. */
export function periodFact({ first, last, id, kind }: Period, name: string): Value {
  const facts: Readonly<Record<string, Value>> = {
    days: exact(BigInt(dayCount({ first, last }))),
    first_day: first,
    last_day: last,
    id,
    kind,
    months: exact(BigInt(monthsOf(kind))),
    month: exact(BigInt((monthOf(last) % 12) + 1)),
    year_first_day: startOfYear(last),
  }
  const value = facts[name]
  if (value === undefined) throw new Error(`A period has no ${name}.`)
  return value
}
