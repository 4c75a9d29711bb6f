import { exact } from '../values/exact.ts'
import type { MeasureKind } from './kind.ts'
import { monthLiesIn } from './window.ts'

/** The sum of the amounts of the window's activity rows (金额合计). */
export const sumOfAmount: MeasureKind = {
  id: 'sum_of_amount',
  table: 'activity',
  meaning: { en: 'sum of amounts', zh: '金额合计' },
  covers: monthLiesIn,
  needs: 'nothing',
  counts: ({ amount }) => exact(amount, 100n),
  divisor: () => 1n,
}
