import type { LedgerLine, Lot } from '../book/lot.ts'
import { type Day, holds } from '../values/calendar.ts'
import { groupBy } from '../values/group.ts'
import { compareText } from '../values/text.ts'
import { bookEvent, type EventRow } from './events.ts'
import { daysOfWhole, type Looking, lookAtDue, lookAtWhole, lookBefore } from './look.ts'

/** One thing to be booked on a day; of one day events come first, by id, and what is looked at only at the end comes last. */
interface Step {
  readonly on: Day
  readonly turn: Turn
  readonly id: string
  readonly book: () => readonly LedgerLine[]
}

type Turn = (typeof TURNS)[number]

const TURNS = ['event', 'due', 'end'] as const

/** Books a period on a person's lots that were granted before it: the lines in the order in which things happen. */
export function bookEarlierLots(
  lots: readonly Lot[],
  events: readonly EventRow[],
  by: Looking,
): readonly LedgerLine[] {
  const { period } = by
  const seen = new Set<Lot>()
  const steps = [
    ...events.map((event): Step => eventStep(event, lots, by)),
    ...lots.flatMap((lot) => dueStep(lot, seen, by)),
    ...lots.map((lot): Step => ({ ...endOf(period.last, lot), book: () => lookAtEnd(lot, seen, by) })),
    ...wholeSteps(lots, by),
  ]
  return steps.sort(compareSteps).flatMap(({ book }) => book())
}

const compareSteps = (a: Step, b: Step): number =>
  a.on - b.on || TURNS.indexOf(a.turn) - TURNS.indexOf(b.turn) || compareText(a.id, b.id)

const eventStep = (event: EventRow, lots: readonly Lot[], { report }: Looking): Step => {
  const { date: on, id } = event.cells
  return { on, turn: 'event', id, book: () => bookEvent(event, lots, on, report) }
}

/** On its due day a lot falls due, and is looked at unless an event holds it. */
function dueStep(lot: Lot, seen: Set<Lot>, by: Looking): readonly Step[] {
  const { dueOn: on, id } = lot.key
  if (on === undefined || !holds(by.period, on)) return []
  const book = () => {
    if (lot.balance <= 0n || lot.isReleased) return []
    const due = lot.move('due', on, lot.balance)
    if (lot.heldBy === 'event') return [due]
    seen.add(lot)
    return [due, ...lookAtDue(lot, on, by)]
  }
  return [{ on, turn: 'due', id, book }]
}

const endOf = (on: Day, { key }: Lot) => ({ on, turn: 'end', id: key.id }) as const

/** At the end of the period: what is overdue is looked at again, what is not due yet by the rules for that. */
function lookAtEnd(lot: Lot, seen: ReadonlySet<Lot>, by: Looking): readonly LedgerLine[] {
  const { dueOn } = lot.key
  if (dueOn === undefined || seen.has(lot) || lot.balance <= 0n || lot.isReleased) return []
  if (lot.heldBy === 'event') return []
  return dueOn > by.period.last ? lookBefore(lot, by) : lookAtDue(lot, by.period.last, by)
}

/** The days on which whole balances are looked at, component by component. */
function wholeSteps(lots: readonly Lot[], by: Looking): readonly Step[] {
  const open = lots.filter(({ key }) => key.dueOn === undefined)
  return [...groupBy(open, ({ key }) => key.component)].flatMap(([id, own]) => {
    const component = by.components.get(id)
    const [oldest] = own
    if (!component?.defer || !oldest) return []
    const since = oldest.key.granted
    return daysOfWhole(component.defer, since, by.period).map((on): Step => {
      const there = () => own.filter((lot) => lot.balance > 0n && !lot.isReleased && lot.heldBy !== 'event')
      return { on, turn: 'due', id, book: () => lookAtWhole(there(), since, component, on, by) }
    })
  })
}
