import type { LedgerLine, Lot, Movement } from '../book/lot.ts'
import type { Report } from '../findings/finding.ts'
import type { RowsOf } from '../tables/shapes.ts'
import type { Day } from '../values/calendar.ts'
import { LEAVING_KINDS, type LotEventKind } from '../values/event-kinds.ts'
import { type Exact, exact, floorOf, ONE, printFixed, round } from '../values/exact.ts'
import { spread } from '../values/spread.ts'
import { yuan } from './lot-scope.ts'

export type EventRow = RowsOf<'events'>[number]

/** An event with the lots of its scope, in their order, and the day on which it takes effect. */
interface Effect {
  readonly event: EventRow
  readonly lots: readonly Lot[]
  readonly on: Day
  readonly report: Report
}

const LEAVING: ReadonlySet<string> = new Set(LEAVING_KINDS)

/** Whether an event changes lots, rather than being read by their rules. */
export const isAboutLots = ({ cells }: EventRow): boolean => !LEAVING.has(cells.kind)

/** The lines that an event makes on a person's lots; a finding where its scope names none, or it takes more than there is. */
export function bookEvent(
  event: EventRow,
  own: readonly Lot[],
  on: Day,
  report: Report,
): readonly LedgerLine[] {
  const lots = own.filter((lot) => isMeant(event, lot))
  if (lots.length > 0) return EFFECTS[event.cells.kind as LotEventKind]({ event, lots, on, report })
  report('event-no-lot', event.at('scope'), factsOf(event))
  return []
}

function isMeant({ cells: { scope, scope_id: id } }: EventRow, { key }: Lot): boolean {
  if (scope === 'lot') return key.id === id
  if (scope === 'period') return key.granted.id === id
  return scope === 'all' || key.component === id
}

const factsOf = ({ cells }: EventRow) => ({
  id: cells.id,
  kind: cells.kind,
  manager: cells.manager_id,
  scope: [cells.scope, cells.scope_id].filter((part) => part !== undefined).join(' '),
})

const EFFECTS: Readonly<Record<LotEventKind, (effect: Effect) => readonly LedgerLine[]>> = {
  malus: (effect) => {
    const { share } = effect.event.cells
    const lots = effect.lots.filter(({ balance }) => balance > 0n)
    if (share) return moved(effect, lots, 'forfeited', (lot) => partOf(lot.balance, share))
    const amount = fenOf(effect.event.cells.amount)
    return takes(effect, amount, sumOf(lots, unpaid)) ? taken(effect, lots, 'forfeited', amount, unpaid) : []
  },
  accountability: (effect) => {
    const [amount, there] = [fenOf(effect.event.cells.amount), sumOf(effect.lots, unpaid)]
    if (amount > there) {
      const rest = { found: money(amount), rest: money(amount - there) }
      effect.report('accountability-rest', effect.event.at('amount'), { ...factsOf(effect.event), ...rest })
    }
    return taken(effect, effect.lots, 'forfeited', amount < there ? amount : there, unpaid)
  },
  clawback: (effect) => {
    const { share } = effect.event.cells
    const { lots } = effect
    if (share) return moved(effect, lots, 'clawed_back', (lot) => partOf(lot.balance + lot.paid, share))
    const [amount, there] = [fenOf(effect.event.cells.amount), sumOf(lots, unpaid)]
    if (!takes(effect, amount, there + sumOf(lots, paidOut))) return []
    const first = amount < there ? amount : there
    return [
      ...taken(effect, lots, 'clawed_back', first, unpaid),
      ...taken(effect, lots, 'clawed_back', amount - first, paidOut),
    ]
  },
  hold: (effect) => {
    const open = effect.lots.filter((lot) => lot.balance > 0n && lot.heldBy !== 'event')
    return moved(effect, open, 'held', unpaid)
  },
  lift_hold: (effect) => {
    const held = effect.lots.filter((lot) => lot.heldBy === 'event')
    return moved(effect, held, 'lifted', ({ balance }) => balance)
  },
  payout_confirmation: (effect) => {
    // What an event holds is not paid out; what is owed back may always be paid back.
    const free = effect.lots.filter((lot) => lot.heldBy !== 'event' || lot.balance < 0n)
    return moved(effect, free, 'paid', ({ payable }) => payable)
  },
}

/** What is there to be taken from a lot: what is unpaid, or what was paid. */
const unpaid = ({ balance }: Lot): bigint => (balance > 0n ? balance : 0n)
const paidOut = (lot: Lot): bigint => {
  const left = lot.paid + (lot.balance < 0n ? lot.balance : 0n)
  return left > 0n ? left : 0n
}

const sumOf = (lots: readonly Lot[], of: (lot: Lot) => bigint): bigint =>
  lots.reduce((sum, lot) => sum + of(lot), 0n)

const fenOf = (amount: Exact | undefined): bigint => floorOf((amount ?? exact(0n)).mul(exact(100n)))

const partOf = (fen: bigint, share: Exact): bigint =>
  floorOf(round(exact(fen).mul(share), { step: ONE, mode: 'half_away' }))

const money = (fen: bigint): string => printFixed(yuan(fen), 2)

/** Whether so much is there to be taken; a finding where it is not. */
function takes({ event, report }: Effect, amount: bigint, most: bigint): boolean {
  if (amount <= most) return true
  report('event-exceeds', event.at('amount'), { ...factsOf(event), found: money(amount), most: money(most) })
  return false
}

/** Takes an amount from lots in proportion to what is there in each. */
function taken(
  effect: Effect,
  lots: readonly Lot[],
  movement: Movement,
  amount: bigint,
  there: (lot: Lot) => bigint,
): readonly LedgerLine[] {
  if (amount === 0n) return []
  const parts = spread(
    amount,
    lots.map((lot) => exact(there(lot))),
  )
  const byLot = new Map(lots.map((lot, index) => [lot, parts[index] ?? 0n]))
  return moved(effect, lots, movement, (lot) => byLot.get(lot) ?? 0n)
}

/** One movement of each lot by its own amount; none where that is 0. A finding where no lot moves at all. */
function moved(
  { event, on, report }: Effect,
  lots: readonly Lot[],
  movement: Movement,
  amountOf: (lot: Lot) => bigint,
): readonly LedgerLine[] {
  const { id, clause = '' } = event.cells
  const lines = lots.flatMap((lot) => {
    const amount = amountOf(lot)
    return amount === 0n ? [] : [lot.move(movement, on, amount, { event: id, clause })]
  })
  if (lines.length === 0) report('event-without-effect', event.at(), factsOf(event))
  return lines
}
