import { exact } from '../values/exact.ts'
import { liesIn, type MeasureKind } from './kind.ts'

/** The sum of what a tier table gives for the amount of each activity row (按金额分档折算). */
export const sumByTable: MeasureKind = {
  id: 'sum_by_table',
  table: 'activity',
  meaning: { en: "sum of what a tier table gives for each row's amount", zh: '按金额分档折算的合计' },
  settings: ['table'],
  covers: liesIn,
  needs: () => [],
  counts: ({ rows }) => exact(BigInt(rows)),
  worth: (_, amount, { gives }) => gives(amount),
  divisor: () => 1n,
  examples: [
    {
      says: 'where: { kind: loan }, table: loan_count',
      tables:
        'loan_count: { kind: whole, includes: lower, rows: [ { to: 5000, gives: 0 }, { to: 10万, gives: 1 }, { to: 30万, gives: 2 }, { to: 50万, gives: 3 }, { to: 100万, gives: 4 }, { gives: 6 } ] }',
      period: '2026Q1',
      rows: [
        '2026-01-05,loan,,,80000',
        '2026-01-06,loan,,,150000',
        '2026-02-01,loan,,,480000',
        '2026-03-31,loan,,,1200000',
      ],
      gives: '12',
    },
  ],
}
