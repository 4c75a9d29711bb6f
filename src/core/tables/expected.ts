import type { Report } from '../findings/finding.ts'
import { type Exact, exact, parseDecimal, printExact, ZERO } from '../values/exact.ts'
import type { TableInput } from './input-forms.ts'
import type { Row } from './shape.ts'

/** What was read of a table, to be held against what its source states. */
export interface ReadTotals {
  /** Records read. */
  readonly rows: number
  /** The sum of a column's filled cells, in the contract's unit. */
  readonly sum: (column: string) => Exact
}

/** Reports every difference between what the source of a table states of it and what was read; to be asked of whole tables only. */
export function checkExpected(table: string, input: TableInput, totals: ReadTotals, report: Report): void {
  for (const { of, text: stated, place } of input.expect) {
    if (of === 'rows') {
      if (BigInt(stated) !== BigInt(totals.rows))
        report('expect-rows', place, { table, found: totals.rows, stated })
      continue
    }
    const { column } = of
    const found = inUnitOfFile(totals.sum(column), input.forms.get(column)?.shift ?? 0)
    if (!parseDecimal(stated)?.equals(found))
      report('expect-sum', place, { table, column, found: printExact(found), stated })
  }
}

/** The totals of a table all of whose rows are there. */
export const totalsOf = (rows: readonly Row[]): ReadTotals => ({
  rows: rows.length,
  sum: (column) =>
    rows.reduce((sum, { cells }) => sum.add((cells[column] as Exact | undefined) ?? ZERO), ZERO),
})

const inUnitOfFile = (sum: Exact, shift: number): Exact => sum.div(exact(10n ** BigInt(shift)))
