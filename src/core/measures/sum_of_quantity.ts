import { exact } from '../values/exact.ts'
import type { MeasureKind } from './kind.ts'
import { monthLiesIn } from './window.ts'

/** The sum of the quantities of the window's activity rows (数量合计). */
export const sumOfQuantity: MeasureKind = {
  id: 'sum_of_quantity',
  table: 'activity',
  meaning: { en: 'sum of quantities', zh: '数量合计' },
  covers: monthLiesIn,
  needs: 'nothing',
  counts: ({ quantity }) => exact(quantity, 10_000n),
  divisor: () => 1n,
}
