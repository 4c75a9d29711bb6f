import { holdsAmount } from '../scheme/amounts.ts'
import type { FilterColumn, Measure } from '../scheme/scheme.ts'
import type { ActivityCell, BalanceCell } from '../tables/engine.ts'
import type { Ownership } from '../tables/ownership.ts'
import type { Exact } from '../values/exact.ts'
import { groupBy } from '../values/group.ts'
import type { ClientFacts } from './client-groups.ts'

/** A cell of an engine's sums with its owners put in, its currency's rate (1 for the scheme's own), and what is known of its client. */
export type OwnedCell = (Omit<BalanceCell, 'owners' | 'rate'> | Omit<ActivityCell, 'owners'>) & {
  readonly table: 'balances' | 'activity'
  readonly ownership: Ownership
  readonly rate: Exact
  /** In ten-thousandths; rows of balances have none. */
  readonly quantity: bigint
  readonly client: ClientFacts
  /** An amount that measures treat like that of each row; of balances 0. */
  readonly amountLike: Exact
}

/** Whether a measure is about rows of such products, kinds and currencies. */
export function isAbout(measure: Measure, cell: OwnedCell): boolean {
  if (measure.kind.table !== cell.table) return false
  for (const [column, wanted] of measure.where) {
    if (!wanted.has(valueIn(cell, column)) && !OF_CLIENTS.has(column)) return false
  }
  return true
}

/** Whether a measure is about such rows at all, whatever their day. */
export function mentions(measure: Measure, cell: OwnedCell): boolean {
  if (measure.kind.table !== cell.table) return false
  for (const [column, wanted] of measure.where) if (!wanted.has(valueIn(cell, column))) return false
  return !measure.amount || holdsAmount(measure.amount, cell.amountLike)
}

const OF_CLIENTS: ReadonlySet<FilterColumn> = new Set(['tier', 'segment'])

/** Cells alike in all that decides whether and with which weight a measure counts them, one of them, and their sums. */
export interface Alike {
  readonly one: OwnedCell
  readonly cells: readonly OwnedCell[]
  readonly rows: number
  readonly amount: bigint
}

/** The cells by their likeness. */
export function alikeIn(cells: readonly OwnedCell[]): readonly Alike[] {
  return [...groupBy(cells, likenessOf).values()].flatMap((alike) => {
    const [one] = alike
    if (!one) return []
    let [rows, amount] = [0, 0n]
    for (const cell of alike) {
      rows += cell.rows
      amount += cell.amount
    }
    return [{ one, cells: alike, rows, amount }]
  })
}

/** The same text for cells alike in all that decides whether and with which weight a measure counts them. */
function likenessOf(cell: OwnedCell): string {
  const { product, first } = cell
  const { tier, segment } = cell.client
  // Lengths keep apart what any text may hold.
  const own =
    'kind' in cell
      ? `${first} ${cell.band} ${product.length} ${product}${cell.kind}`
      : `${first} ${product.length} ${product}${cell.currency}`
  const alike = `${cell.table} ${own}`
  return tier === '' && segment === '' ? alike : `${alike.length} ${tier.length} ${alike}${tier}${segment}`
}

/** What a cell's rows have in a column; empty where they have nothing there. */
export function valueIn(cell: OwnedCell, column: FilterColumn): string {
  if (column === 'product') return cell.product
  if (column === 'kind') return 'kind' in cell ? cell.kind : ''
  if (column === 'currency') return 'currency' in cell ? cell.currency : ''
  return cell.client[column]
}
