import { MONTH_COLUMNS } from '../book/month-totals.ts'
import { printFen } from '../values/fen.ts'
import type { ReportKind } from './report.ts'
import { number, text } from './table.ts'

/**
 * What the exports held of each calendar month, all rows together (按月控制合计): a later export of the same days is held
 * against it once the period is closed.
 */
export const months: ReportKind = {
  file: 'months.csv',
  confidential: false,
  table: ({ months }) => ({
    header: MONTH_COLUMNS,
    rows: months.map(({ table, month, currency, days, rows, sum }) => [
      ...[table, month, currency].map(text),
      ...[days, rows].map((count) => number(count === undefined ? '' : `${count}`)),
      number(printFen(sum)),
    ]),
  }),
}
