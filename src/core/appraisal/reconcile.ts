import { type PaidWithin, paidWithin } from '../book/paid.ts'
import type { Report } from '../findings/finding.ts'
import type { Phrase } from '../findings/sentence.ts'
import type { Component } from '../scheme/scheme.ts'
import { type Exact, isExact, printFixed, ZERO } from '../values/exact.ts'
import { groupBy, TwoKeys } from '../values/group.ts'
import { type Payment, paymentsOf, sumOf } from './payments.ts'
import type { Run } from './prepare-run.ts'
import { differenceName } from './record-names.ts'
import type { Sheet } from './sheet.ts'

/** A monthly component over everyone: amount = paid - outside + difference, asserted. */
export interface Reconciled {
  readonly component: Component
  /** By this period's rules. */
  readonly amount: Exact
  /** By the runs of shorter periods. */
  readonly paid: Exact
  /** The part of what was paid that went to people who are not in this run. */
  readonly outside: Exact
  readonly difference: Exact
}

/** What became of the monthly components of a run when compared with what the runs of shorter periods paid. */
export interface Reconciliation {
  /** The difference of a person's component; undefined where nothing is compared. */
  readonly differenceOf: (sheet: Sheet, component: Component) => Exact | undefined
  readonly totals: readonly Reconciled[]
}

const NOTHING: Reconciliation = { differenceOf: () => undefined, totals: [] }

/**
 * Compares every monthly component of every person with what the book's runs of shorter periods within this one paid of
 * it, and records payments and difference on the person's sheet. Where some of those periods lack a run, nothing is compared.
 */
export function reconcile(
  { scheme, period, book }: Run,
  sheets: readonly Sheet[],
  report: Report,
): Reconciliation {
  const monthly = scheme.pay.filter(({ schedule }) => schedule === 'monthly')
  const within = paidWithin(period, book.periods, scheme.periods)
  if (monthly.length === 0 || within.runs.length === 0) return NOTHING
  if (within.missing.length > 0) {
    reportMissing(period.id, within, monthly, report)
    return NOTHING
  }
  const differences = new TwoKeys<Exact>()
  const totals = monthly.map((component) => {
    const payments = paymentsOf(`pay.${component.id}`, within.runs, report)
    return reconcileOne(component, payments, sheets, differences, report)
  })
  return { differenceOf: ({ person }, { id }) => differences.get(person.id, id), totals }
}

function reportMissing(
  period: string,
  { runs, missing }: PaidWithin,
  monthly: readonly Component[],
  report: Report,
): void {
  const ids = missing.map(({ id }) => id)
  const known = runs.map(({ run }) => run.period.id).join(', ')
  const components = monthly.map(({ id }) => id).join(', ')
  const facts = { period, missing: ids.join(', '), known, components }
  report('shorter-run-missing', { file: `${ids[0]}/figures.csv` }, facts)
}

function reconcileOne(
  component: Component,
  payments: readonly Payment[],
  sheets: readonly Sheet[],
  differences: TwoKeys<Exact>,
  report: Report,
): Reconciled {
  const byPerson = groupBy(payments, ({ manager }) => manager)
  let [amount, difference] = [ZERO, ZERO]
  for (const sheet of sheets) {
    const own = byPerson.get(sheet.person.id) ?? []
    byPerson.delete(sheet.person.id)
    const compared = comparePerson(component, own, sheet, report)
    if (!compared) continue
    differences.set(sheet.person.id, component.id, compared.differs)
    ;[amount, difference] = [amount.add(compared.due), difference.add(compared.differs)]
  }
  const strayed = [...byPerson.values()]
  for (const own of strayed) reportUndue(component, own, LEFT, report)
  return asserted({ component, amount, paid: sumOf(payments), outside: sumOf(strayed.flat()), difference })
}

/** What is due to one person and what that differs by from what was paid; undefined where neither is anything. */
function comparePerson(component: Component, own: readonly Payment[], sheet: Sheet, report: Report) {
  const figure = `pay.${component.id}`
  const amount = sheet.known(figure)
  if (!isExact(amount) && own.length === 0) return undefined
  if (!isExact(amount)) reportUndue(component, own, TAKEN_BACK, report)
  const due = isExact(amount) ? amount : ZERO
  const differs = due.sub(sumOf(own))
  for (const payment of own) sheet.record(payment.name, payment.amount)
  sheet.record(differenceName(figure), differs)
  return { due, differs }
}

const TAKEN_BACK: Phrase = { en: 'the difference takes it back', zh: '差额行将其全部冲回' }
const LEFT: Phrase = {
  en: 'this run has no line for that person, so nothing takes it back',
  zh: '本期名单中没有此人，未作冲回',
}

/** Warns of someone who was paid a component that is not theirs by this period's rules. */
function reportUndue(
  { id: component }: Component,
  payments: readonly Payment[],
  effect: Phrase,
  report: Report,
): void {
  const [first] = payments
  if (!first) return
  const periods = payments.map(({ run }) => run.period.id).join(', ')
  const paid = printFixed(sumOf(payments), 2)
  report(
    'paid-not-due',
    { file: first.run.file },
    { manager: first.manager, paid, component, periods, effect },
  )
}

function asserted(total: Reconciled): Reconciled {
  const { component, amount, paid, outside, difference } = total
  if (!paid.sub(outside).add(difference).equals(amount))
    throw new Error(`The reconciliation of ${component.id} does not add up.`)
  return total
}
