import type { ActivityCell, BalanceCell } from '../core/tables/engine.ts'
import { compareText } from '../core/values/text.ts'

/** What tells a cell of `balances` from all others; no text of a table holds NUL. */
export const keyOfBalances = ({
  owners,
  branch,
  product,
  currency,
  rate,
  month,
  lastDay,
}: BalanceCell): string => [owners, branch, product, currency, rate, month, lastDay ? 1 : 0].join('\0')

type ActivityKey = Pick<ActivityCell, 'owners' | 'branch' | 'kind' | 'product' | 'month'>

/** What tells a cell of `activity` from all others. */
export function keyOfActivity({ owners, branch, kind, product, month }: ActivityKey): string {
  const whose = typeof owners === 'number' ? `${owners}\0` : `${owners.day}\0${owners.client}`
  return `${typeof owners}\0${whose}\0${branch}\0${kind}\0${product}\0${month}`
}

/** The cells in the order of their keys, those of one key made one: whole numbers add up the same in any order. */
export function mergedCells<C extends BalanceCell | ActivityCell>(
  cells: Iterable<C>,
  keyOf: (cell: C) => string,
): readonly C[] {
  const merged = new Map<string, C>()
  for (const cell of cells) {
    const key = keyOf(cell)
    const other = merged.get(key)
    merged.set(key, other ? together(cell, other) : cell)
  }
  return [...merged].sort(([a], [b]) => compareText(a, b)).map(([, cell]) => cell)
}

function together<C extends BalanceCell | ActivityCell>(cell: C, other: C): C {
  const [days, rows, amount] = [cell.days | other.days, cell.rows + other.rows, cell.amount + other.amount]
  const quantity = 'quantity' in cell && { quantity: quantityOf(cell) + quantityOf(other) }
  return { ...cell, days, rows, amount, ...quantity }
}

const quantityOf = (cell: BalanceCell | ActivityCell): bigint => ('quantity' in cell ? cell.quantity : 0n)
