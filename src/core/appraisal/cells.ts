import type { ActivityCell, ActivitySums, BalanceCell, BalanceOwners, BalanceSums } from '../tables/engine.ts'
import { stretchOf } from '../tables/owned-days.ts'
import type { Ownership, Ownerships } from '../tables/ownership.ts'
import type { Rates } from '../tables/rates.ts'
import { type Day, daysOfMonth, monthOf } from '../values/calendar.ts'
import { type Exact, ONE, ZERO } from '../values/exact.ts'
import type { ClientFacts, ClientGroups } from './client-groups.ts'
import type { OwnedCell } from './owned-cell.ts'

/** The engine's sums of both large tables with their owners, rates and clients put in; `amounts`: one of each band. */
export function ownedCells(
  balances: BalanceSums,
  activity: ActivitySums,
  owners: BalanceOwners,
  all: Ownerships,
  rates: Rates,
  clients: ClientGroups,
  amounts: readonly Exact[],
): readonly OwnedCell[] {
  const ofBalances = balances.cells.map((cell) =>
    ownedBalance(cell, all.parts(cell.owners), rates.rate(cell.rate), clients.of(cell.group)),
  )
  const ofActivity = activity.cells.map((cell) => ({
    ...cell,
    table: 'activity' as const,
    ownership: all.parts(resolve(cell, balances, owners)),
    rate: ONE,
    client: clients.of(cell.group),
    amountLike: amounts[cell.band] ?? ZERO,
  }))
  return [...ofBalances, ...ofActivity]
}

// There are many: a literal is made several times as fast as a copy.
const ownedBalance = (
  cell: BalanceCell,
  ownership: Ownership,
  rate: Exact,
  client: ClientFacts,
): OwnedCell => ({
  table: 'balances',
  branch: cell.branch,
  product: cell.product,
  currency: cell.currency,
  group: cell.group,
  month: cell.month,
  first: cell.first,
  last: cell.last,
  days: cell.days,
  rows: cell.rows,
  amount: cell.amount,
  quantity: 0n,
  ownership,
  rate,
  client,
  amountLike: ZERO,
})

/** A row without a manager counts for the one manager of all the client's accounts that day, as the balances do. */
function resolve({ owners: found }: ActivityCell, balances: BalanceSums, owners: BalanceOwners): number {
  if (typeof found === 'number') return found
  const { client, day } = found
  return stretchOf(owners, { account: '', client, manager: balances.managerOf(client, day) ?? '' }, day)
    .number
}

/** The clients and days whose one manager the balances must tell. */
export function watchedBy({ cells }: ActivitySums): ReadonlyMap<string, ReadonlySet<Day>> {
  const watched = new Map<string, Set<Day>>()
  for (const { owners } of cells) {
    if (typeof owners === 'number') continue
    const days = watched.get(owners.client) ?? new Set<Day>()
    watched.set(owners.client, days.add(owners.day))
  }
  return watched
}

/** The latest day on which any of the cells has a row. */
export function latestDay(cells: readonly (BalanceCell | ActivityCell)[]): Day | undefined {
  const months = daysByMonth(cells)
  if (months.size === 0) return undefined
  const latest = [...months.keys()].reduce((a, b) => Math.max(a, b))
  return (daysOfMonth(latest).first + 31 - Math.clz32(months.get(latest) ?? 0)) as Day
}

/** For every month, the days on which some account has a balance: bit 0 is the 1st. */
export function daysWithRows(cells: readonly BalanceCell[]): (day: Day) => boolean {
  const months = daysByMonth(cells)
  return (day) => {
    const month = monthOf(day)
    return (((months.get(month) ?? 0) >>> (day - daysOfMonth(month).first)) & 1) === 1
  }
}

function daysByMonth(cells: readonly Pick<BalanceCell, 'month' | 'days'>[]): ReadonlyMap<number, number> {
  const months = new Map<number, number>()
  for (const { month, days } of cells) months.set(month, (months.get(month) ?? 0) | days)
  return months
}
