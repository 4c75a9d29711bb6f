import { exact } from '../values/exact.ts'
import { liesIn, type MeasureKind } from './kind.ts'

/** The sum of the quantities of the window's activity rows (数量合计). */
export const sumOfQuantity: MeasureKind = {
  id: 'sum_of_quantity',
  table: 'activity',
  meaning: { en: 'sum of quantities', zh: '数量合计' },
  settings: [],
  covers: liesIn,
  needs: () => [],
  counts: ({ quantity }) => exact(quantity, 10_000n),
  divisor: () => 1n,
  examples: [
    {
      says: 'where: { kind: card }',
      period: '2026Q1',
      rows: ['2026-01-05,card,credit,12,', '2026-01-05,card,credit,-2,', '2026-02-01,card,debit,,'],
      gives: '11',
    },
    {
      says: 'where: { kind: new_client }, weigh: { product: { corporate: 12 } }',
      period: '2026Q1',
      rows: ['2026-01-05,new_client,retail,20,', '2026-01-05,new_client,corporate,2,'],
      gives: '44',
    },
  ],
}
