import { compareMonths, type MonthTotal } from '../book/month-totals.ts'
import { countDays, monthOf } from '../values/calendar.ts'
import { groupBy } from '../values/group.ts'
import { periodHolding } from '../values/period.ts'
import type { Alike, OwnedCell } from './owned-cell.ts'
import type { Sums } from './sum-tables.ts'

/** What the exports hold of each calendar month, all rows together. */
export function monthTotals({ alike, balances }: Pick<Sums, 'alike' | 'balances'>): readonly MonthTotal[] {
  const groups = groupBy(alike, ({ one }) => `${one.table} ${monthOf(one.first)} ${currencyOf(one)}`)
  return [...groups.values()].flatMap((group) => totalOf(group, balances.holdsRows)).sort(compareMonths)
}

function totalOf(group: readonly Alike[], holdsRows: boolean): readonly MonthTotal[] {
  const [first] = group
  if (!first) return []
  const { one } = first
  const isBalances = one.table === 'balances'
  const days = group.flatMap(({ cells }) => cells).reduce((all, cell) => all | cell.days, 0)
  return [
    {
      table: one.table,
      month: periodHolding('month', one.first).id,
      currency: currencyOf(one),
      days: isBalances ? countDays(days) : undefined,
      rows: isBalances && holdsRows ? undefined : group.reduce((sum, { rows }) => sum + rows, 0),
      sum: group.reduce((sum, { amount }) => sum + amount, 0n),
    },
  ]
}

const currencyOf = (one: OwnedCell): string => ('currency' in one ? one.currency : '')
