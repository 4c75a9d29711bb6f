import { exact } from '../values/exact.ts'
import { liesIn, type MeasureKind } from './kind.ts'

/** The sum of the amounts of the window's activity rows (金额合计). */
export const sumOfAmount: MeasureKind = {
  id: 'sum_of_amount',
  table: 'activity',
  meaning: { en: 'sum of amounts', zh: '金额合计' },
  settings: [],
  covers: liesIn,
  needs: () => [],
  counts: ({ amount }) => exact(amount, 100n),
  divisor: () => 1n,
  examples: [
    {
      says: 'where: { kind: fee }',
      period: '2026Q1',
      rows: ['2026-01-05,fee,wealth,,5000', '2026-03-31,fee,acceptance,,8000', '2026-04-01,fee,wealth,,1'],
      gives: '13000',
    },
    {
      says: 'where: { kind: interest }, weigh: { product: { retail: 50% } }',
      period: '2026Q1',
      rows: ['2026-01-05,interest,retail,,1000', '2026-01-05,interest,corporate,,700'],
      gives: '1200',
    },
  ],
}
