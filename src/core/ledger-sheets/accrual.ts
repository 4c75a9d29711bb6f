import { text } from '../reports/table.ts'
import { daysOfMonth, printDay } from '../values/calendar.ts'
import { compareText } from '../values/text.ts'
import { type LedgerSheet, money } from './sheet.ts'

/**
 * The cost of deferred pay month by month for the general ledger (按月计提). Months after the day asked for are what is to be
 * expected if nothing changes.
 */
export const accrual: LedgerSheet = {
  name: 'accrual',
  title: { en: 'Accrual by month', zh: '按月计提' },
  table: ({ view }) => {
    const costs = [...view.accruals.costs].sort(
      (a, b) => compareText(a.component, b.component) || a.month - b.month,
    )
    const accrued = new Map<string, bigint>()
    return {
      header: ['component', 'month', 'basis', 'expense', 'accrued', 'not_accrued'],
      rows: costs.map(({ component, month, expense, net }) => {
        const sum = (accrued.get(component) ?? 0n) + expense
        accrued.set(component, sum)
        const { first } = daysOfMonth(month)
        const basis = first <= view.asOf ? 'booked' : 'expected'
        return [
          ...[component, printDay(first).slice(0, 7), basis].map(text),
          ...[expense, sum, net - sum].map(money),
        ]
      }),
    }
  },
}
