import type { ReportKind } from './report.ts'
import { number, text } from './table.ts'

/** The control totals: what was read, used, set aside, credited and left unclaimed. */
export const controls: ReportKind = {
  file: 'controls.csv',
  confidential: false,
  table: ({ controls }) => ({
    header: ['table', 'measure', 'branch', 'value'],
    rows: controls.map(({ table, measure, branch, value }) => [
      text(table),
      text(measure),
      text(branch),
      number(value),
    ]),
  }),
}
