import type { Appraisal, Appraised } from '../appraisal/appraisal.ts'
import type { Grant, PayLine } from '../appraisal/pay.ts'
import type { Run } from '../appraisal/prepare-run.ts'
import type { Sheet } from '../appraisal/sheet.ts'
import type { Ledger } from '../book/ledger.ts'
import { compareLots, type LedgerLine, type Lot } from '../book/lot.ts'
import { totalsOf } from '../book/totals.ts'
import type { Report } from '../findings/finding.ts'
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
): Pick<Appraisal, 'booking' | 'pay'> {
  const { period, book, scheme } = run
  const { ledger } = book
  checkGap(book.ledgers, ledger, period, report)
  const openings = [...ledger.lots].map(({ key, balance }) => ({ ...key, balance }))
  const sheetOf = sheetsFor(run, appraised.sheets)
  const opened = [...openingLines(run, ledger, sheetOf, report), ...correctLots(book, ledger, period)]
  const events = eventsOf(run, ledger, report)
  const about = groupBy(events.filter(isAboutLots), ({ cells }) => cells.manager_id)
  const grants = groupBy(appraised.grants, ({ line }) => line.sheet.person.id)
  const lots = groupBy(ledger.lots, ({ key }) => key.manager)
  const shared = {
    period,
    components: new Map(scheme.pay.map((component) => [component.id, component])),
    report: once(report),
  }
  const happened = happenedIn(run)
  const people = [...new Set([...lots.keys(), ...grants.keys(), ...about.keys()])].sort(compareText)
  const booked = people.flatMap((manager) =>
    bookPerson(
      [...(lots.get(manager) ?? [])].sort((a, b) => compareLots(a.key, b.key)),
      grants.get(manager) ?? [],
      about.get(manager) ?? [],
      ledger,
      { ...shared, sheet: sheetOf(manager), happened: (kind, before) => happened(manager, kind, before) },
    ),
  )
  const lines = [...opened, ...booked].sort((a, b) => compareLots(a.lot, b.lot))
  const deciding = lines.filter(({ movement }) => movement !== 'transferred')
  const decided = new Set(deciding.flatMap(({ lot }) => ledger.get(lot.id) ?? []))
  const booking = {
    lines,
    lots: [...decided].map((lot) => ({ lot, name: sheetOf(lot.key.manager).person.name })),
    totals: totalsOf(openings, lines),
    events: events.map(printEvent),
  }
  const corrections = correctPay(book, shared.components, sheetOf)
  return { booking, pay: [...appraised.pay, ...corrections].sort(byPerson) }
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
