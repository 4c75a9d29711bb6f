import { printFen } from '../book/ledger-lines.ts'
import { type Cell, number, type Table } from '../reports/table.ts'
import type { SheetSource } from './view.ts'

/** One sheet of deferred pay for finance: what it is called and the table that it holds. */
export interface LedgerSheet {
  readonly name: string
  readonly title: { readonly en: string; readonly zh: string }
  readonly table: (source: SheetSource) => Table
  /** Whether it is shown for everyone together, and then which rows: those that name nobody, or all. */
  readonly overview?: 'totals' | 'all'
}

export const money = (fen: bigint): Cell => number(printFen(fen))
