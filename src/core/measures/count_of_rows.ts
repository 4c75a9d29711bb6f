import { exact } from '../values/exact.ts'
import { liesIn, type MeasureKind } from './kind.ts'

/** The number of the window's activity rows (笔数). */
export const countOfRows: MeasureKind = {
  id: 'count_of_rows',
  table: 'activity',
  meaning: { en: 'number of rows', zh: '笔数' },
  settings: [],
  covers: liesIn,
  needs: () => [],
  counts: ({ rows }) => exact(BigInt(rows)),
  divisor: () => 1n,
  examples: [
    {
      says: 'where: { kind: card, amount: { from: 100 } }',
      period: '2026Q1',
      rows: ['2026-01-05,card,,,99.99', '2026-01-05,card,,,100', '2026-02-01,card,,,250'],
      gives: '2',
    },
    {
      says: 'where: { kind: visit, tier: [A, B], segment: corporate }',
      period: '2026Q1',
      rows: [
        '2026-01-05,visit,,,,C1',
        '2026-01-06,visit,,,,C2',
        '2026-01-07,visit,,,,C3',
        '2026-01-07,visit,,,,',
      ],
      clients: ['C1,A,corporate', 'C2,A,retail', 'C3,C,corporate'],
      gives: '1',
    },
  ],
}
