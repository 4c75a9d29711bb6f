import { monthOf } from '../values/calendar.ts'
import { exact } from '../values/exact.ts'
import type { MeasureKind } from './kind.ts'

/** The balance on the last day of the window (期末余额). */
export const closingBalance: MeasureKind = {
  id: 'closing_balance',
  table: 'balances',
  meaning: { en: 'balance on the last day', zh: '期末余额' },
  covers: ({ month, lastDay }, window) => lastDay && month === monthOf(window.last),
  needs: 'last_day',
  counts: ({ amount }) => exact(amount, 100n),
  divisor: () => 1n,
}
