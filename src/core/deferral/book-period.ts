import type { Appraisal, Appraised } from '../appraisal/appraisal.ts'
import type { Grant, PayLine } from '../appraisal/pay.ts'
import type { Run } from '../appraisal/prepare-run.ts'
import type { Sheet } from '../appraisal/sheet.ts'
import type { Ledger } from '../book/ledger.ts'
import { compareLots, type LedgerLine, type Lot } from '../book/lot.ts'
import { totalsOf } from '../book/totals.ts'
import type { Report } from '../findings/finding.ts'
import type { Component } from '../scheme/scheme.ts'
import { exact, floorOf } from '../values/exact.ts'
import { groupBy } from '../values/group.ts'
import { compareText } from '../values/text.ts'
import { bookEarlierLots } from './book-person.ts'
import { checkGap } from './check-gap.ts'
import { correctLots, correctPay } from './corrections.ts'
import { printEvent } from './event-cells.ts'
import { bookEvent, type EventRow, isAboutLots } from './events.ts'
import { eventsOf, happenedIn } from './known-events.ts'
import type { Looking } from './look.ts'
import { openingLines } from './opening.ts'
import { sheetsFor } from './scopes.ts'

/** Books what a period does to deferred lots: what became of earlier ones, and what it grants. */
export function bookDeferred(
  run: Run,
  appraised: Appraised,
  report: Report,
): Pick<Appraisal, 'booking' | 'outside' | 'pay'> {
  const { period, book, scheme } = run
  checkGap(book.ledgers, book.ledger, period, report)
  const openings = [...book.ledger.lots].map(({ key, balance }) => ({ ...key, balance }))
  const sheetOf = sheetsFor(run, appraised.sheets)
  const events = eventsOf(run, book.ledger, report)
  const components = new Map(scheme.pay.map((component) => [component.id, component]))
  const lines = [
    ...openingLines(run, book.ledger, sheetOf, report),
    ...correctLots(book, book.ledger, period),
    ...bookPeople({ run, grants: appraised.grants, events, components, sheetOf }, once(report)),
  ].sort((a, b) => compareLots(a.lot, b.lot))
  const booking = {
    lines,
    lots: decidedIn(lines, book.ledger).map((lot) => ({ lot, name: sheetOf(lot.key.manager).person.name })),
    totals: totalsOf(openings, lines),
    events: events.map(printEvent),
  }
  const pay = [...appraised.pay, ...correctPay(book, components, sheetOf)].sort(byPerson)
  return { booking, pay, outside: outsideOf(lines, appraised.sheets, sheetOf) }
}

/** The people of some lines who are not in the run, by id, as far as rules have read something of them. */
function outsideOf(
  lines: readonly LedgerLine[],
  inRun: readonly Sheet[],
  sheetOf: (manager: string) => Sheet,
): readonly Sheet[] {
  const run = new Set(inRun)
  const people = [...new Set(lines.map(({ lot }) => lot.manager))].sort(compareText)
  return people.map(sheetOf).filter((sheet) => !run.has(sheet) && sheet.named.size > 0)
}

/** What a period's booking is made from, for everyone. */
interface Books {
  readonly run: Run
  readonly grants: readonly Grant[]
  readonly events: readonly EventRow[]
  readonly components: ReadonlyMap<string, Component>
  readonly sheetOf: (manager: string) => Sheet
}

/** Books the period for everyone who has lots, is granted some, or is in an event about lots; by person. */
function bookPeople({ run, components, sheetOf, ...given }: Books, report: Report): readonly LedgerLine[] {
  const { period, book } = run
  const lots = groupBy(book.ledger.lots, ({ key }) => key.manager)
  const grants = groupBy(given.grants, ({ line }) => line.sheet.person.id)
  const events = groupBy(given.events.filter(isAboutLots), ({ cells }) => cells.manager_id)
  const happened = happenedIn(run)
  const people = [...new Set([...lots.keys(), ...grants.keys(), ...events.keys()])].sort(compareText)
  return people.flatMap((manager) => {
    const own = (lots.get(manager) ?? []).sort((a, b) => compareLots(a.key, b.key))
    const by = { period, components, report, sheet: sheetOf(manager) }
    return bookPerson(own, grants.get(manager) ?? [], events.get(manager) ?? [], book.ledger, {
      ...by,
      happened: (kind, before) => happened(manager, kind, before),
    })
  })
}

/** The lots that a period grants or decides something about, in the order of its lines; that they moved along decides nothing. */
function decidedIn(lines: readonly LedgerLine[], ledger: Ledger): readonly Lot[] {
  const deciding = lines.filter(({ movement }) => movement !== 'transferred')
  return [...new Set(deciding.flatMap(({ lot }) => ledger.get(lot.id) ?? []))]
}

/** What a person is paid stays in its order; corrections come after it. */
const byPerson = (a: PayLine, b: PayLine): number => compareText(a.sheet.person.id, b.sheet.person.id)

/** The same finding about a person's many lots is told once. */
function once(report: Report): Report {
  const told = new Set<string>()
  return (code, place, facts) => {
    const said = JSON.stringify([code, place, facts])
    if (!told.has(said)) report(code, place, facts)
    told.add(said)
  }
}

function bookPerson(
  lots: readonly Lot[],
  grants: readonly Grant[],
  events: readonly EventRow[],
  ledger: Ledger,
  by: Looking,
): readonly LedgerLine[] {
  const { period, report, sheet } = by
  const own = events.filter((event) => isAboutPeriod(event, period.id))
  const earlier = events.filter((event) => !own.includes(event))
  const lines = [...bookEarlierLots(lots, earlier, by), ...transferred(lots, by)]
  const granted = grants.map((grant) => grantLine(grant, ledger, sheet))
  const grantedLots = granted.flatMap(({ lot }) => ledger.get(lot.id) ?? [])
  const after = own
    .sort((a, b) => a.cells.date - b.cells.date || compareText(a.cells.id, b.cells.id))
    .flatMap((event) => bookEvent(event, grantedLots, period.last, report))
  return [...lines, ...granted, ...after]
}

/** Whether an event names lots that the period itself grants. */
const isAboutPeriod = ({ cells: { scope, scope_id: id = '' } }: EventRow, period: string): boolean =>
  (scope === 'period' && id === period) || (scope === 'lot' && id.startsWith(`${period}/`))

/** Lots follow the person to another branch. */
function transferred(lots: readonly Lot[], { sheet, period }: Looking): readonly LedgerLine[] {
  const { branch, daysInPost } = sheet.person
  const moving = daysInPost > 0 ? lots.filter((lot) => lot.balance !== 0n && lot.branch !== branch) : []
  return moving.map((lot) => lot.move('transferred', period.last, lot.balance, {}, branch))
}

function grantLine(grant: Grant, ledger: Ledger, { person }: Sheet): LedgerLine {
  const { id, line, granted, tranche, dueOn, amount } = grant
  const { component } = line
  const key = { id, manager: person.id, component: component.id, granted, tranche, dueOn }
  const { clause = '' } = component.defer ?? {}
  return ledger
    .open(key, person.branch)
    .move('granted', granted.last, floorOf(amount.mul(exact(100n))), { clause })
}
