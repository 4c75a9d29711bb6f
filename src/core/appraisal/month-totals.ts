import { compareMonths, type MonthTotal } from '../book/month-totals.ts'
import { periodHolding } from '../values/period.ts'
import type { Alike } from './owned-cell.ts'
import type { Sums } from './sum-tables.ts'

/** What the exports hold of each calendar month, all rows together. */
export function monthTotals({ alike, balances }: Pick<Sums, 'alike' | 'balances'>): readonly MonthTotal[] {
  const totals = new Map<string, MonthTotal>()
  for (const group of alike) {
    const one = totalOf(group, balances.holdsRows)
    const key = `${one.table} ${one.month} ${one.currency}`
    const known = totals.get(key)
    totals.set(key, known ? added(known, one) : one)
  }
  return [...totals.values()].sort(compareMonths)
}

function totalOf({ one, rows, amount }: Alike, holdsRows: boolean): MonthTotal {
  const { table, first } = one
  return {
    table,
    month: periodHolding('month', first).id,
    currency: 'currency' in one ? one.currency : '',
    rows: table === 'balances' && holdsRows ? undefined : rows,
    sum: amount,
  }
}

const added = (a: MonthTotal, b: MonthTotal): MonthTotal => ({
  ...a,
  rows: a.rows === undefined || b.rows === undefined ? undefined : a.rows + b.rows,
  sum: a.sum + b.sum,
})
