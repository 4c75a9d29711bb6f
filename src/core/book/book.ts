import type { Period } from '../values/period.ts'
import type { Restatement } from './differences.ts'
import type { EventCells } from './events.ts'
import { Ledger } from './ledger.ts'
import type { LedgerLine, Lot } from './lot.ts'
import type { ClosedMonths } from './month-totals.ts'
import type { DeferredTotals } from './totals.ts'

/** One line of a period's figures.csv. */
export interface BookFigure {
  readonly line: number
  readonly manager: string
  readonly figure: string
  readonly value: string
}

/** What a period of the book (the folder given by --out) ended with. */
export interface BookPeriod {
  readonly period: Period
  /** Its figures file, as findings name it. */
  readonly file: string
  readonly sha256: string
  readonly figures: readonly BookFigure[]
}

/** What a period of the book has booked on deferred lots, as first run: later versions of it are carried by corrections. */
export interface BookLedger {
  readonly period: Period
  readonly closed: boolean
  readonly files: readonly BookFile[]
  /** The events that it has booked: the cells of their rows as printed, by id. */
  readonly events: ReadonlyMap<string, EventCells>
}

/** Every file of a book that a run has read. */
export const filesOf = ({ periods, ledgers, restated, seals }: Book): readonly BookFile[] => [
  ...periods.map(({ file, sha256 }) => ({ file, sha256 })),
  ...[...ledgers, ...restated].flatMap(({ files }) => files),
  ...seals,
]

/** A file of the book that a run has read. */
export interface BookFile {
  readonly file: string
  readonly sha256: string
}

/** What a run may know of its book. */
export interface Book {
  /** The periods before the run and those within it, oldest first. */
  readonly periods: readonly BookPeriod[]
  /** Those of the run's kind before it, oldest first, and the lots as they have left them. */
  readonly ledgers: readonly BookLedger[]
  readonly ledger: Ledger
  /** What the exports of closed periods held of the months in them. */
  readonly closed: readonly ClosedMonths[]
  /** The seals of closed periods that the run builds on. */
  readonly seals: readonly BookFile[]
  /** Restated versions of earlier periods whose differences the run is to carry, in time. */
  readonly restated: readonly (Restatement & { readonly files: readonly BookFile[] })[]
}

/** A book without any period. */
export const emptyBook = (): Book => ({
  ...{ periods: [], ledgers: [], restated: [], closed: [], seals: [] },
  ledger: new Ledger(),
})

/** What a period has booked on deferred lots, and what it all comes to. */
export interface Booking {
  /** By lot, then as things happened. */
  readonly lines: readonly LedgerLine[]
  /** The lots that the period has granted or decided something about, in the order of the lines, with their owners' names. */
  readonly lots: readonly { readonly lot: Lot; readonly name: string }[]
  /** The events of the period, by id. */
  readonly events: readonly EventCells[]
  readonly totals: readonly DeferredTotals[]
}
