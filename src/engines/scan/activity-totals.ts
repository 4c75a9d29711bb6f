import type { Place } from '../../core/findings/finding.ts'
import type { TableInput } from '../../core/tables/input-forms.ts'
import { LongIds } from '../../core/tables/long-ids.ts'
import type { ActivityColumn, ActivityRow } from './activity-rows.ts'
import { Whole } from './whole.ts'

/** What the rows of `activity` come to as the files have them, where their source states it. */
export class ActivityTotals {
  readonly quantity = new Whole()
  readonly amount = new Whole()
  readonly #isStated: boolean

  constructor({ expect }: TableInput) {
    this.#isStated = expect.length > 0
  }

  /** Notes a row; `isQuantified` tells whether its quantity is written, not the default. */
  note(row: ActivityRow, isQuantified: () => boolean): void {
    if (!this.#isStated) return
    this.amount.add(row.fen)
    if (isQuantified()) this.quantity.add(row.quantity)
  }
}

/** Notes the long ids of a row. */
export function noteIds(
  { manager, client, ref }: ActivityRow,
  ids: LongIds,
  at: (column: ActivityColumn) => Place,
): void {
  if (manager.length > LongIds.KEPT) ids.note('manager_id', manager, () => at('manager_id'))
  if (client.length > LongIds.KEPT) ids.note('client_id', client, () => at('client_id'))
  if (ref.length > LongIds.KEPT) ids.note('ref', ref, () => at('ref'))
}
