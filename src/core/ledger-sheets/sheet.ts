import { type Cell, number, type Table } from '../reports/table.ts'
import { printFen } from '../values/fen.ts'
import type { SheetSource } from './view.ts'

/** One sheet of deferred pay for finance: what it is called and the table that it holds. */
export interface LedgerSheet {
  readonly name: string
  readonly title: { readonly en: string; readonly zh: string }
  readonly table: (source: SheetSource) => Table
  /** Whether it is left out where only totals are wanted. */
  readonly detailed?: true
}

export const money = (fen: bigint): Cell => number(printFen(fen))
