import type { Scope } from '../formula/scope.ts'
import { monthOf, startOfYear } from '../values/calendar.ts'
import { type Exact, exact } from '../values/exact.ts'
import { isMissing, type Missing } from '../values/missing.ts'
import { earlier, monthsOf, type Period, periodHolding, periodsWithin } from '../values/period.ts'
import type { Value } from '../values/value.ts'
import { total } from './group-numbers.ts'

/** This period and those of its kind before it, back to the one that begins in a month or later; the latest first. */
function backTo(month: number, { period }: Scope): readonly Period[] {
  const count = Math.floor((monthOf(period.first) - month) / monthsOf(period.kind)) + 1
  return lastPeriods(Math.max(count, 1), period)
}

const lastPeriods = (count: number, period: Period): readonly Period[] =>
  Array.from({ length: count }, (_, steps) => (steps === 0 ? period : earlier(period, steps)))

/** This period and the earlier ones of its kind in the same calendar year. */
export const inYear = (scope: Scope): readonly Period[] =>
  backTo(monthOf(startOfYear(scope.period.last)), scope)

/** This period and the earlier ones since that which holds the first day of the person's term. */
export function inTerm(scope: Scope): readonly Period[] | Missing {
  const from = scope.fact('manager', 'term_from')
  if (isMissing(from)) return from
  const { kind, first } = scope.period
  const term = periodHolding(kind, from as typeof first)
  return backTo(monthOf(term.first), scope)
}

/** This period and so many before it that there are a number of them. */
export const last = (count: number, { period }: Scope): readonly Period[] => lastPeriods(count, period)

/** The periods of a shorter kind inside this one. */
export const inside = (kind: Period['kind'], { period }: Scope): readonly Period[] =>
  periodsWithin(period, kind)

/** What a figure has in certain periods, without those in which there was none to have; missing where one is not known. */
function valuesIn(
  periods: readonly Period[] | Missing,
  figure: string,
  scope: Scope,
): readonly Value[] | Missing {
  if (isMissing(periods)) return periods
  const values: Value[] = []
  for (const period of periods) {
    const value = period.id === scope.period.id ? present(figure, scope) : scope.at(period, figure)
    if (isMissing(value)) return value
    if (value !== undefined) values.push(value)
  }
  return values
}

/** This period's value; undefined where the figure does not concern the person. */
function present(figure: string, scope: Scope): Value | Missing | undefined {
  const value = scope.figure(figure)
  return isMissing(value) && value.missing === 'not-concerned' ? undefined : value
}

/** How often a yes/no figure holds in certain periods. */
export function timesIn(periods: readonly Period[] | Missing, figure: string, scope: Scope): Exact | Missing {
  const values = valuesIn(periods, figure, scope)
  if (isMissing(values)) return values
  return exact(BigInt(values.filter((value) => value === true).length))
}

/** The sum of a number over certain periods. */
export function sumIn(periods: readonly Period[] | Missing, figure: string, scope: Scope): Exact | Missing {
  const values = valuesIn(periods, figure, scope)
  return isMissing(values) ? values : total(values as readonly Exact[])
}

/** The mean of a number over certain periods; undefined of none. */
export function meanIn(
  periods: readonly Period[] | Missing,
  figure: string,
  scope: Scope,
): Exact | Missing | undefined {
  const values = valuesIn(periods, figure, scope)
  if (isMissing(values)) return values
  return values.length === 0 ? undefined : total(values as readonly Exact[]).div(exact(BigInt(values.length)))
}
