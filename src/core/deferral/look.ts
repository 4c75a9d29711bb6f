import { settle } from '../appraisal/figures.ts'
import type { Sheet } from '../appraisal/sheet.ts'
import type { Cause, LedgerLine, Lot } from '../book/lot.ts'
import type { Report } from '../findings/finding.ts'
import { type Expression, evaluate } from '../formula/formula.ts'
import type { Component, Deferral, LotOutcome, LotRule } from '../scheme/scheme.ts'
import type { Day } from '../values/calendar.ts'
import { exact, floorOf, isExact, round } from '../values/exact.ts'
import { isMissing } from '../values/missing.ts'
import { endAfter, type Period } from '../values/period.ts'
import { type Looked, LotScope, looked } from './lot-scope.ts'

/** Who is looked at, and with what. */
export interface Looking {
  readonly sheet: Sheet
  readonly period: Period
  readonly components: ReadonlyMap<string, Component>
  /** Whether something of a kind happened to the person before a day. */
  readonly happened: (kind: string, before: Day) => boolean
  readonly report: Report
}

/** What was decided, and by which rule. */
interface Decision {
  readonly outcome: LotOutcome
  readonly cause: Cause
}

const RELEASE: Decision = { outcome: 'release', cause: {} }

/** Looks at a lot that is due, or overdue: the rules decide whether it is released, held or forfeited. */
export function lookAtDue(lot: Lot, on: Day, by: Looking): readonly LedgerLine[] {
  const { id, component } = lot.key
  const defer = by.components.get(component)?.defer
  if (!defer) {
    const { person } = by.sheet
    by.report('lot-undecided', person.place, { lot: id, person: person.id, component })
    return []
  }
  const decision = defer.due.length === 0 ? RELEASE : decide(defer.due, looked(lot), component, on, by)
  return decision ? carriedOut(lot, decision, lot.balance, defer, on) : []
}

/** Looks at a lot that is not due yet, at the end of the period. */
export function lookBefore(lot: Lot, by: Looking): readonly LedgerLine[] {
  const defer = by.components.get(lot.key.component)?.defer
  const on = by.period.last
  const decision = defer && decide(defer.beforeDue, looked(lot), lot.key.component, on, by)
  return defer && decision ? carriedOut(lot, decision, lot.balance, defer, on) : []
}

/** Looks at a person's whole balance in a component, of which the oldest lots are paid out first. */
export function lookAtWhole(
  lots: readonly Lot[],
  since: Period,
  { defer, id }: Component,
  on: Day,
  by: Looking,
): readonly LedgerLine[] {
  if (!defer?.whole || lots.length === 0) return []
  const whole = wholeOf(lots, since, defer, on)
  const decision = defer.due.length === 0 ? RELEASE : decide(defer.due, whole, id, on, by)
  if (!decision) return []
  let left = decision.outcome === 'release' ? released(defer, whole, id, on, by) : whole.balance
  return lots.flatMap((lot) => {
    const part = left < lot.balance ? left : lot.balance
    left -= part
    return part > 0n ? carriedOut(lot, decision, part, defer, on) : []
  })
}

/** The days of a period on which a whole balance is looked at: steps from the first grant on. */
export function daysOfWhole({ first, every }: Deferral, since: Period, period: Period): readonly Day[] {
  const days: Day[] = []
  for (let step = first; ; step++) {
    const day = endAfter(since, step, every)
    if (day > period.last) return days
    if (day >= period.first) days.push(day)
  }
}

/** A person's whole balance in a component as it stands, for its rules. */
export function wholeOf(lots: readonly Lot[], since: Period, { first, every }: Deferral, on: Day): Looked {
  let tranche = 1
  while (endAfter(since, first + tranche - 1, every) < on) tranche += 1
  return {
    amount: lots.reduce((sum, lot) => sum + lot.amount, 0n),
    balance: lots.reduce((sum, { balance }) => sum + balance, 0n),
    tranche,
    grantedOn: since.last,
    dueOn: on,
  }
}

/** How much of the whole balance is released: what the formula gives, not below 0 and not more than there is. */
function released(
  { whole, rounding }: Deferral,
  lot: Looked,
  component: string,
  on: Day,
  by: Looking,
): bigint {
  if (!whole) return 0n
  const value = found(whole, scopeOf(lot, on, by), component, by)
  const fen = isExact(value) ? floorOf(round(value, rounding).mul(exact(100n))) : 0n
  if (fen < 0n) return 0n
  return fen < lot.balance ? fen : lot.balance
}

/** The first rule that holds; undefined where none does, or where it cannot be told, which is reported. */
function decide(
  rules: readonly LotRule[],
  lot: Looked,
  component: string,
  on: Day,
  by: Looking,
): Decision | undefined {
  const scope = scopeOf(lot, on, by)
  for (const { gives: outcome, rule, when, clause = '' } of rules) {
    const holds = when ? found(when, scope, component, by) : true
    if (isMissing(holds)) return undefined
    if (holds === true) return { outcome, cause: { rule, clause } }
  }
  return undefined
}

/** What a rule's formula comes to; what it reads is kept in the person's record, so that it can be explained. */
const found = (formula: Expression, scope: LotScope, component: string, { sheet, report }: Looking) =>
  settle(
    sheet.recording(() => evaluate(formula, scope)),
    `pay.${component} (due)`,
    sheet,
    report,
  )

const scopeOf = (lot: Looked, on: Day, { sheet, happened }: Looking): LotScope =>
  new LotScope(sheet, lot, (kind) => happened(kind, on))

function carriedOut(
  lot: Lot,
  { outcome, cause }: Decision,
  amount: bigint,
  { paid }: Deferral,
  on: Day,
): readonly LedgerLine[] {
  if (outcome === 'hold') return [lot.move('held', on, amount, cause)]
  if (outcome === 'forfeit') return [lot.move('forfeited', on, amount, cause)]
  const line = lot.move('released', on, amount, cause)
  return paid === 'on_release' ? [line, lot.move('paid', on, amount, cause)] : [line]
}
