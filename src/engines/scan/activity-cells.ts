import type { ActivityCell } from '../../core/tables/engine.ts'
import { keyOfActivity, mergedCells } from '../merged-cells.ts'
import type { ActivityRow } from './activity-rows.ts'
import type { KeptNames } from './kept-names.ts'
import { Whole } from './whole.ts'

type Owners = ActivityCell['owners']

interface OpenCell {
  readonly owners: Owners
  readonly branch: string
  readonly kind: string
  readonly product: string
  readonly month: number
  days: number
  rows: number
  readonly quantity: Whole
  readonly amount: Whole
}

/** The sums of `activity` while they are made. */
export class ActivityCells {
  readonly #cells = new Map<string, OpenCell>()
  readonly #kinds: KeptNames
  readonly #products: KeptNames

  constructor(kinds: KeptNames, products: KeptNames) {
    this.#kinds = kinds
    this.#products = products
  }

  add(owners: Owners, branch: string, row: ActivityRow): void {
    const [kind, product] = [this.#kinds.keep(row.kind), this.#products.keep(row.product)]
    const key = { owners, branch, kind, product, month: row.day.month }
    const text = keyOfActivity(key)
    const cell = this.#cells.get(text) ?? {
      ...key,
      days: 0,
      rows: 0,
      quantity: new Whole(),
      amount: new Whole(),
    }
    this.#cells.set(text, cell)
    cell.days |= row.day.bit
    cell.rows += 1
    cell.quantity.add(row.quantity)
    cell.amount.add(row.fen)
  }

  /** All cells, in an order that does not depend on the order of rows. */
  closed(): readonly ActivityCell[] {
    const cells = [...this.#cells.values()].map((open) => ({
      ...open,
      kind: this.#kinds.final(open.kind),
      product: this.#products.final(open.product),
      quantity: open.quantity.value,
      amount: open.amount.value,
    }))
    return mergedCells(cells, keyOfActivity)
  }
}
