import type { Place, Report } from '../../core/findings/finding.ts'
import type { ReadTotals } from '../../core/tables/expected.ts'
import type { TableInput } from '../../core/tables/input-forms.ts'
import { LongIds } from '../../core/tables/long-ids.ts'
import { type Exact, exact, ZERO } from '../../core/values/exact.ts'
import type { ActivityColumn, ActivityRow } from './activity-rows.ts'
import { Whole } from './whole.ts'

/** What all rows of `activity` come to as the file has them, and whether their ids came whole. */
export class ActivityTotals {
  readonly #input: TableInput
  readonly #quantity = new Whole()
  readonly #amount = new Whole()
  readonly #ids = new LongIds()

  constructor(input: TableInput) {
    this.#input = input
  }

  /** Notes a row; `isQuantified` tells whether its quantity is written, not the default. */
  note(row: ActivityRow, isQuantified: () => boolean, at: (column: ActivityColumn) => Place): void {
    if (this.#input.expect.length > 0) {
      this.#amount.add(row.fen)
      if (isQuantified()) this.#quantity.add(row.quantity)
    }
    if (row.manager.length > LongIds.KEPT) this.#ids.note('manager_id', row.manager, () => at('manager_id'))
    if (row.client.length > LongIds.KEPT) this.#ids.note('client_id', row.client, () => at('client_id'))
    if (row.ref.length > LongIds.KEPT) this.#ids.note('ref', row.ref, () => at('ref'))
  }

  /** What was read, to be held against what the source of the table states. */
  of(rows: number): ReadTotals {
    const sums = new Map<string, Exact>([
      ['quantity', exact(this.#quantity.value, 10_000n)],
      ['amount', exact(this.#amount.value, 100n)],
    ])
    return { rows, sum: (column) => sums.get(column) ?? ZERO }
  }

  close(report: Report): void {
    this.#ids.close(this.#input.endingInZeros, report)
  }
}
