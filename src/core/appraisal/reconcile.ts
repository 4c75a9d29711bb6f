import { type PaidWithin, type PayingRun, paidWithin } from '../book/paid.ts'
import type { Report } from '../findings/finding.ts'
import type { Component } from '../scheme/scheme.ts'
import { type Exact, isExact, parseExact, printFixed, ZERO } from '../values/exact.ts'
import { groupBy, TwoKeys } from '../values/group.ts'
import type { Run } from './prepare-run.ts'
import { differenceName, paidName, type Sheet } from './sheet.ts'

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

/** One payment of a shorter run to one person, under the name by which this run's figures record it. */
interface Payment {
  readonly name: string
  readonly run: PayingRun
  readonly manager: string
  readonly amount: Exact
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
  const within = paidWithin(period, book, scheme.periods)
  if (monthly.length === 0 || within.runs.length === 0) return NOTHING
  if (within.missing.length > 0) {
    reportMissing(period.id, within, monthly, report)
    return NOTHING
  }
  const differences = new TwoKeys<Exact>()
  const totals = monthly.map((component) => {
    const payments = within.runs.flatMap((run) => paymentsOf(component, run))
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
  report(
    'shorter-run-missing',
    { file: `${ids[0]}/figures.csv` },
    {
      period,
      missing: ids.join(', '),
      known: runs.map(({ run }) => run.period.id).join(', '),
      components: monthly.map(({ id }) => id).join(', '),
    },
  )
}

/** What one run of a shorter period paid of a component: the lines of its figures.csv that say so. */
function paymentsOf({ id }: Component, run: PayingRun): readonly Payment[] {
  const figure = run.pays === 'amount' ? `pay.${id}` : differenceName(`pay.${id}`)
  const name = paidName(run.run.period.id, figure)
  return run.run.figures.flatMap((line) => {
    const amount = line.figure === figure ? parseExact(line.value) : undefined
    return amount ? [{ name, run, manager: line.manager, amount }] : []
  })
}

function reconcileOne(
  component: Component,
  payments: readonly Payment[],
  sheets: readonly Sheet[],
  differences: TwoKeys<Exact>,
  report: Report,
): Reconciled {
  const figure = `pay.${component.id}`
  const byPerson = groupBy(payments, ({ manager }) => manager)
  let [amounts, difference] = [ZERO, ZERO]
  for (const sheet of sheets) {
    const [amount, own] = [sheet.known(figure), byPerson.get(sheet.person.id) ?? []]
    byPerson.delete(sheet.person.id)
    if (!isExact(amount) && own.length === 0) continue
    const due = isExact(amount) ? amount : ZERO
    const differs = due.sub(sumOf(own))
    if (!isExact(amount)) reportUndue(component, own, TAKEN_BACK, report)
    for (const payment of own) sheet.record(payment.name, payment.amount)
    sheet.record(differenceName(figure), differs)
    differences.set(sheet.person.id, component.id, differs)
    ;[amounts, difference] = [amounts.add(due), difference.add(differs)]
  }
  const outside = [...byPerson.values()]
  for (const own of outside) reportUndue(component, own, LEFT, report)
  const [paid, strayed] = [sumOf(payments), sumOf(outside.flat())]
  return asserted({ component, amount: amounts, paid, outside: strayed, difference })
}

const sumOf = (payments: readonly Payment[]): Exact =>
  payments.reduce((sum, each) => sum.add(each.amount), ZERO)

const TAKEN_BACK = { en: 'the difference takes it back', zh: '差额行将其全部冲回' }
const LEFT = {
  en: 'this run has no line for that person, so nothing takes it back',
  zh: '本期名单中没有此人，未作冲回',
}

/** Warns of someone who was paid a component that is not theirs by this period's rules. */
function reportUndue(
  { id }: Component,
  payments: readonly Payment[],
  effect: typeof LEFT,
  report: Report,
): void {
  const [first] = payments
  if (!first) return
  const periods = payments.map(({ run }) => run.run.period.id).join(', ')
  const facts = {
    manager: first.manager,
    paid: printFixed(sumOf(payments), 2),
    component: id,
    periods,
    effect,
  }
  report('paid-not-due', { file: first.run.run.file }, facts)
}

function asserted(total: Reconciled): Reconciled {
  const { component, amount, paid, outside, difference } = total
  if (!paid.sub(outside).add(difference).equals(amount))
    throw new Error(`The reconciliation of ${component.id} does not add up.`)
  return total
}
