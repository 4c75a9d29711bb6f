import type { ActivityCell } from '../../core/tables/engine.ts'
import { compareText } from '../../core/values/text.ts'
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
    const text = textOf(key)
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
    const merged = new Map<string, ActivityCell>()
    for (const open of this.#cells.values()) {
      const [kind, product] = [this.#kinds.final(open.kind), this.#products.final(open.product)]
      const cell = { ...open, kind, product, quantity: open.quantity.value, amount: open.amount.value }
      const text = textOf(cell)
      merged.set(text, mergeCells(cell, merged.get(text)))
    }
    return [...merged].sort(([a], [b]) => compareText(a, b)).map(([, cell]) => cell)
  }
}

function textOf({
  owners,
  branch,
  kind,
  product,
  month,
}: Omit<OpenCell, 'days' | 'rows' | 'quantity' | 'amount'>) {
  const whose = typeof owners === 'number' ? [owners, ''] : [owners.day, owners.client]
  return [typeof owners, ...whose, branch, kind, product, month].join('\0')
}

function mergeCells(cell: ActivityCell, other: ActivityCell | undefined): ActivityCell {
  if (!other) return cell
  return {
    ...cell,
    days: cell.days | other.days,
    rows: cell.rows + other.rows,
    quantity: cell.quantity + other.quantity,
    amount: cell.amount + other.amount,
  }
}
