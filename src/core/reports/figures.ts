import { isExact } from '../values/exact.ts'
import { compareText } from '../values/text.ts'
import { printValue } from '../values/value.ts'
import type { ReportKind } from './report.ts'
import { number, text } from './table.ts'

/** Every named value of every person of the run, exact; of the same shape as `history`. */
export const figures: ReportKind = {
  file: 'figures.csv',
  confidential: true,
  table: ({ sheets, period }) => ({
    header: ['period', 'manager_id', 'figure', 'value'],
    rows: sheets.flatMap((sheet) =>
      [...sheet.named]
        .sort(([a], [b]) => compareText(a, b))
        .map(([name, value]) => [
          text(period.id),
          text(sheet.person.id),
          text(name),
          (isExact(value) ? number : text)(printValue(value)),
        ]),
    ),
  }),
}
