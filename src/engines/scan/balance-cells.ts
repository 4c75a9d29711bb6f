import type { BalanceCell } from '../../core/tables/engine.ts'
import { compareText } from '../../core/values/text.ts'
import type { KeptNames } from './kept-names.ts'
import type { FiledDay, Month } from './months.ts'
import { Whole } from './whole.ts'

/** What the rows of a cell have in common. */
export interface BalanceKey {
  readonly owners: number
  readonly branch: string
  readonly product: string
  readonly month: Month
  readonly lastDay: boolean
  readonly currency: string
  readonly rate: number
}

/** A cell of the sums while rows are added to it. */
export class OpenBalanceCell {
  readonly key: BalanceKey
  days = 0
  rows = 0
  readonly amount = new Whole()

  constructor(key: BalanceKey) {
    this.key = key
  }

  /** Whether a row counts here; its currency is known to be the cell's. */
  takes(owners: number, branch: string, product: string, { month, isLast }: FiledDay, rate: number): boolean {
    const { key } = this
    return (
      key.owners === owners &&
      key.month === month &&
      key.lastDay === isLast &&
      key.rate === rate &&
      key.product === product &&
      key.branch === branch
    )
  }

  add(day: FiledDay, fen: number | bigint): void {
    this.days |= day.bit
    this.rows += 1
    this.amount.add(fen)
  }
}

/** The sums of `balances` while they are made. */
export class BalanceCells {
  readonly #cells = new Map<string, OpenBalanceCell>()
  readonly #names: KeptNames

  constructor(names: KeptNames) {
    this.#names = names
  }

  /** The cell for rows alike in all these respects. */
  at(key: BalanceKey): OpenBalanceCell {
    const product = this.#names.keep(key.product)
    const text = textOf(key, product)
    const cell = this.#cells.get(text) ?? new OpenBalanceCell({ ...key, product })
    this.#cells.set(text, cell)
    return cell
  }

  /** All cells, in an order that does not depend on the order of rows. */
  closed(): readonly BalanceCell[] {
    const merged = new Map<string, BalanceCell>()
    for (const cell of this.#cells.values()) {
      const product = this.#names.final(cell.key.product)
      const text = textOf(cell.key, product)
      merged.set(text, mergeCells(closeCell(cell, product), merged.get(text)))
    }
    return [...merged].sort(([a], [b]) => compareText(a, b)).map(([, cell]) => cell)
  }
}

const textOf = ({ owners, branch, month, lastDay, currency, rate }: BalanceKey, product: string): string =>
  [owners, branch, product, month.number, lastDay ? 1 : 0, currency, rate].join('\0')

const closeCell = ({ key, days, rows, amount }: OpenBalanceCell, product: string): BalanceCell => ({
  ...key,
  product,
  month: key.month.number,
  days,
  rows,
  amount: amount.value,
})

/** One cell for the rows of two; sums of whole numbers come out the same in any order. */
function mergeCells(cell: BalanceCell, other: BalanceCell | undefined): BalanceCell {
  if (!other) return cell
  return {
    ...cell,
    days: cell.days | other.days,
    rows: cell.rows + other.rows,
    amount: cell.amount + other.amount,
  }
}
