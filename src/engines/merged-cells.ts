import type { ActivityCell, BalanceCell } from '../core/tables/engine.ts'
import type { Bucket } from '../core/values/buckets.ts'
import { BEFORE_ALL } from '../core/values/calendar.ts'
import { compareText } from '../core/values/text.ts'

type BalanceKey = Pick<BalanceCell, 'owners' | 'branch' | 'product' | 'currency' | 'rate' | 'group'>
type ActivityKey = Pick<ActivityCell, 'owners' | 'branch' | 'kind' | 'product' | 'group' | 'band' | 'first'>

/** What tells the cells of some rows of `balances` from all others of a bucket; no text of a table holds NUL. */
export const keyInBucket = ({ owners, branch, product, currency, rate, group }: BalanceKey): string =>
  [owners, branch, product, currency, rate, group].join('\0')

/** What tells a cell of `balances` from all others. */
export const keyOfBalances = (cell: BalanceKey & Bucket): string => `${keyInBucket(cell)}\0${orderOf(cell)}`

/** What tells a cell of `activity` from all others. */
export function keyOfActivity(cell: ActivityKey): string {
  const { owners, branch, kind, product, group, band } = cell
  const whose = typeof owners === 'number' ? `${owners}\0` : `${owners.day}\0${owners.client}`
  return `${typeof owners}\0${whose}\0${branch}\0${kind}\0${product}\0${group}\0${band}\0${orderOf(cell)}`
}

/** A bucket as text, so that the texts have the order of days. */
const orderOf = ({ first }: Pick<Bucket, 'first'>): number => first - BEFORE_ALL

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
