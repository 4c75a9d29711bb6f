import { exact } from '../values/exact.ts'
import type { MeasureKind } from './kind.ts'

/** The balance on the last day of the window (期末余额). */
export const closingBalance: MeasureKind = {
  id: 'closing_balance',
  table: 'balances',
  meaning: { en: 'balance on the last day', zh: '期末余额' },
  settings: [],
  // Each month's last day is a bucket of its own.
  covers: ({ first }, { last }) => first === last,
  needs: ({ last }) => [{ first: last, last }],
  counts: ({ amount }) => exact(amount, 100n),
  divisor: () => 1n,
  examples: [
    { period: '2026Q1', rows: ['2026-01-01,loan,5000000', '2026-03-31,loan,4200000'], gives: '4200000' },
    {
      says: 'over: last_year',
      period: '2026Q1',
      rows: ['2025-01-01,loan,5000000', '2025-12-31,loan,6000000', '2026-01-01,loan,7500000'],
      gives: '6000000',
    },
  ],
}
