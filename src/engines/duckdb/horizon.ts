import type { BalanceCell, BalancePlan } from '../../core/tables/engine.ts'
import { type Day, daysOfMonth } from '../../core/values/calendar.ts'
import { periodHolding } from '../../core/values/period.ts'

/** The day to which balances are asked for: the one given, or the last of the period that holds the latest row. */
export function lastDayOf(horizon: BalancePlan['horizon'], cells: readonly BalanceCell[]): Day | undefined {
  if (typeof horizon === 'number') return horizon
  if (cells.length === 0) return undefined
  const month = cells.reduce((latest, cell) => Math.max(latest, cell.month), 0)
  return periodHolding(horizon, daysOfMonth(month).last).last
}
