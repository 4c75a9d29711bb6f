import { liesIn, type MeasureKind } from './kind.ts'

/** The number of the days of the window that have an activity row, each counted once (天数). */
export const countOfDays: MeasureKind = {
  id: 'count_of_days',
  table: 'activity',
  meaning: { en: 'number of days with a row', zh: '有业务的天数' },
  settings: [],
  covers: liesIn,
  needs: () => [],
  counts: 'days',
  divisor: () => 1n,
  examples: [
    {
      says: 'where: { kind: overdue }',
      period: '2026Q1',
      rows: [
        '2026-01-05,overdue,loan 1,,',
        '2026-01-05,overdue,loan 2,,',
        '2026-01-06,overdue,loan 1,,',
        '2026-03-06,overdue,loan 1,,',
      ],
      gives: '3',
    },
  ],
}
