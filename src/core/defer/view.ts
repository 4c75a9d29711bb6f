import { Ledger } from '../book/ledger.ts'
import { compareLots, effectOf, type LedgerLine, type Lot } from '../book/lot.ts'
import type { Day, Interval } from '../values/calendar.ts'
import { groupBy } from '../values/group.ts'

/** Someone who has left, as an event tells, or who is in no run any more. */
export interface Leaver {
  readonly manager: string
  readonly kind: string
  /** Undefined for someone whom only the runs show to be gone. */
  readonly on: Day | undefined
}

/** The ledger of a book as it was known on a day. */
export interface LedgerView {
  readonly asOf: Day
  readonly currency: string
  /** By day, then by lot. */
  readonly lines: readonly LedgerLine[]
  /** By person, component, granted period and tranche. */
  readonly lots: readonly Lot[]
  readonly nameOf: (manager: string) => string
  readonly leavers: readonly Leaver[]
  /** The days whose movements are asked for. */
  readonly days: Interval
}

/** The lots as lines have left them. What stands in each is worked out again, since lines of later knowledge may be left out. */
export function lotsAfter(lines: readonly LedgerLine[]): readonly Lot[] {
  const ledger = new Ledger()
  for (const line of lines) {
    const lot = ledger.open(line.lot, line.branch)
    lot.take({ ...line, balance: lot.balance + effectOf(line) })
  }
  return [...ledger.lots].sort((a, b) => compareLots(a.key, b.key))
}

/** What was paid out or may still be: what a lot has come to after all reductions and corrections, in fen. */
export const netOf = (lot: Lot): bigint =>
  lot.amount - lot.sum('forfeited') - lot.sum('clawed_back') + lot.sum('corrected')

/** Lots by person, in the order of people. */
export const byManager = (lots: readonly Lot[]): ReadonlyMap<string, readonly Lot[]> =>
  groupBy(lots, ({ key }) => key.manager)

/** The sum of something over lots. */
export const sumOver = <T>(items: readonly T[], of: (item: T) => bigint): bigint =>
  items.reduce((sum, item) => sum + of(item), 0n)
