import { exact } from '../values/exact.ts'
import type { MeasureKind } from './kind.ts'
import { monthLiesIn } from './window.ts'

/** The number of the window's activity rows (笔数). */
export const countOfRows: MeasureKind = {
  id: 'count_of_rows',
  table: 'activity',
  meaning: { en: 'number of rows', zh: '笔数' },
  covers: monthLiesIn,
  needs: 'nothing',
  counts: ({ rows }) => exact(BigInt(rows)),
  divisor: () => 1n,
}
