import type { Run } from '../appraisal/prepare-run.ts'
import type { BookLedger } from '../book/book.ts'
import { EVENT_COLUMNS, type EventCells } from '../book/events.ts'
import type { Ledger } from '../book/ledger.ts'
import type { Report } from '../findings/finding.ts'
import { checkManager } from '../tables/check-people.ts'
import { type Day, holds, parseDay, printDay } from '../values/calendar.ts'
import { groupBy } from '../values/group.ts'
import type { Period } from '../values/period.ts'
import { compareText } from '../values/text.ts'
import { printEvent } from './event-cells.ts'
import { type EventRow, isAboutLots } from './events.ts'

/**
 * The events that the period books, by id; those of other days are held against what the book has. What happened to people
 * before the book begins is kept too, since rules go on reading it.
 */
export function eventsOf({ period, book, tables }: Run, ledger: Ledger, report: Report): readonly EventRow[] {
  const { small, managers } = tables
  const withLots = new Set([...ledger.lots].map(({ key }) => key.manager))
  for (const { cells, at } of small.events) {
    if (!withLots.has(cells.manager_id)) checkManager(cells.manager_id, managers, at('manager_id'), report)
  }
  const own = small.events.filter(
    (event) => holds(period, event.cells.date) || isOld(event, period, book.ledgers),
  )
  for (const event of small.events) {
    if (event.cells.date > period.last) reportIdle(event, 'later', period.id, report)
    else if (event.cells.date < period.first) checkBooked(event, book.ledgers, period.id, report)
  }
  return own.sort((a, b) => compareText(a.cells.id, b.cells.id))
}

/** Whether something happened to a person on an earlier day that no run of the book holds, and is not kept by one. */
const isOld = (event: EventRow, { first }: Period, ledgers: readonly BookLedger[]): boolean =>
  !isAboutLots(event) &&
  event.cells.date < first &&
  !ledgers.some(({ period, events }) => holds(period, event.cells.date) || events.has(event.cells.id))

/** An event of an earlier day is in the book as it is now, or its period would have to change. */
function checkBooked(event: EventRow, ledgers: readonly BookLedger[], run: string, report: Report): void {
  const { id, date } = event.cells
  const ledger = ledgers.find(({ period }) => holds(period, date))
  if (!ledger) {
    if (isAboutLots(event)) reportIdle(event, 'earlier', run, report)
    return
  }
  if (sameCells(ledger.events.get(id), printEvent(event))) return
  const facts = { id, date: printDay(date), period: ledger.period.id }
  report(ledger.closed ? 'event-closed' : 'event-late', event.at('date'), facts)
}

const sameCells = (booked: EventCells | undefined, now: EventCells): boolean =>
  booked !== undefined && EVENT_COLUMNS.every((column) => booked[column] === now[column])

function reportIdle(event: EventRow, when: 'earlier' | 'later', run: string, report: Report): void {
  const day = printDay(event.cells.date)
  const why =
    when === 'later'
      ? { en: `${day} lies after ${run}`, zh: `${day} 晚于 ${run}` }
      : { en: `the book has no run of the period that holds ${day}`, zh: `账簿中没有包含 ${day} 的期间` }
  report('event-idle', event.at('date'), { why })
}

/** Whether something of a kind happened to a person before a day, as the folder or the book tells. */
export function happenedIn({ book, tables }: Run): (manager: string, kind: string, before: Day) => boolean {
  const told = tables.small.events.map(({ cells }) => ({
    manager: cells.manager_id,
    kind: cells.kind as string,
    date: cells.date,
  }))
  const booked = book.ledgers.flatMap(({ events }) =>
    [...events.values()].flatMap(({ manager_id: manager, kind, date }) => {
      const day = parseDay(date)
      return day === undefined ? [] : [{ manager, kind, date: day }]
    }),
  )
  const byManager = groupBy([...told, ...booked], ({ manager }) => manager)
  return (manager, kind, before) =>
    (byManager.get(manager) ?? []).some((event) => event.kind === kind && event.date < before)
}
