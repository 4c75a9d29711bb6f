import type { Report } from '../findings/finding.ts'
import { evaluate } from '../formula/formula.ts'
import type { Component, Deferral } from '../scheme/scheme.ts'
import type { Day } from '../values/calendar.ts'
import { type Exact, exact, floorOf, isExact, round, ZERO } from '../values/exact.ts'
import { endAfter, type Period } from '../values/period.ts'
import { settle } from './figures.ts'
import type { Reconciliation } from './reconcile.ts'
import { differenceName } from './record-names.ts'
import type { Sheet } from './sheet.ts'

/** What a component pays one person for the period: amount = paidNow + deferred. */
export interface PayLine {
  readonly sheet: Sheet
  readonly component: Component
  /**
   * Whether it pays a component, the difference between a monthly component and what shorter periods paid of it, or what
   * an earlier period would have paid by its restated version.
   */
  readonly pays: 'component' | 'difference' | 'correction'
  readonly amount: Exact
  readonly paidNow: Exact
  readonly deferred: Exact
}

/** One part of a deferred amount, due on its own day; without one where the whole balance is looked at. */
export interface Grant {
  readonly id: string
  readonly line: PayLine
  readonly granted: Period
  /** From 1. */
  readonly tranche: number
  readonly dueOn: Day | undefined
  readonly amount: Exact
}

/**
 * The pay lines of everyone whom a component concerns, by person and in the scheme's order of components; after a monthly
 * component what it differs by from what shorter periods paid of it, where that is known.
 */
export function payLines(
  components: readonly Component[],
  sheets: readonly Sheet[],
  differenceOf: Reconciliation['differenceOf'],
  report: Report,
): readonly PayLine[] {
  return sheets.flatMap((sheet) =>
    components.flatMap((component) => [
      ...lineOf(component, sheet, report),
      ...differenceLine(component, sheet, differenceOf(sheet, component)),
    ]),
  )
}

function lineOf(component: Component, sheet: Sheet, report: Report): readonly PayLine[] {
  const amount = sheet.known(`pay.${component.id}`)
  if (!isExact(amount)) return []
  const deferred = component.defer ? deferredOf(component.defer, component.id, amount, sheet, report) : ZERO
  return [{ sheet, component, pays: 'component', amount, paidNow: amount.sub(deferred), deferred }]
}

/** A difference is paid with the run and never deferred. */
function differenceLine(component: Component, sheet: Sheet, amount: Exact | undefined): readonly PayLine[] {
  if (!amount) return []
  const id = differenceName(component.id)
  const paying = { ...component, id, schedule: 'with_run', defer: undefined } as const
  return [{ sheet, component: paying, pays: 'difference', amount, paidNow: amount, deferred: ZERO }]
}

/** Nothing is deferred of an amount that is not above 0. */
function deferredOf(
  { share, rounding }: Deferral,
  component: string,
  amount: Exact,
  sheet: Sheet,
  report: Report,
): Exact {
  if (amount.lte(ZERO)) return ZERO
  const part = settle(evaluate(share, sheet), `pay.${component}`, sheet, report)
  return isExact(part) ? round(amount.mul(part), rounding) : ZERO
}

/** The lots of every deferred amount: equal in the rounding's step, steps left over going to the last lots. */
export function grantsOf(lines: readonly PayLine[], granted: Period): readonly Grant[] {
  const dueDays = new Map<Deferral, readonly (Day | undefined)[]>()
  const dueDaysOf = (defer: Deferral): readonly (Day | undefined)[] => {
    const days = dueDays.get(defer) ?? daysDue(defer, granted)
    dueDays.set(defer, days)
    return days
  }
  return lines.flatMap((line) => {
    const { defer, id } = line.component
    if (!defer || line.deferred.lte(ZERO)) return []
    return splitToLast(line.deferred, defer.lots, defer.rounding.step).map((amount, index) => ({
      id: `${granted.id}/${line.sheet.person.id}/${id}/${index + 1}`,
      line,
      granted,
      tranche: index + 1,
      dueOn: dueDaysOf(defer)[index],
      amount,
    }))
  })
}

/** The due days of a deferral's lots. */
const daysDue = ({ lots, whole, every, first }: Deferral, granted: Period): readonly (Day | undefined)[] =>
  Array.from({ length: lots }, (_, index) => (whole ? undefined : endAfter(granted, first + index, every)))

/** Splits an amount of whole steps into equal parts that add up to it; what is left over goes to the last ones. */
export function splitToLast(amount: Exact, parts: number, step: Exact): readonly Exact[] {
  const steps = floorOf(amount.div(step))
  const [each, over] = [steps / BigInt(parts), Number(steps % BigInt(parts))]
  return Array.from({ length: parts }, (_, index) =>
    exact(index >= parts - over ? each + 1n : each).mul(step),
  )
}
