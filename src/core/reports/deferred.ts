import { printDay } from '../values/calendar.ts'
import { printFixed } from '../values/exact.ts'
import type { ReportKind } from './report.ts'
import { number, text } from './table.ts'

/** The deferred-bonus sheet (延期支付): one row for each lot that this period grants. */
export const deferred: ReportKind = {
  file: 'deferred.csv',
  confidential: true,
  table: ({ lots }) => ({
    header: [
      ...['lot_id', 'manager_id', 'name', 'component', 'granted_period'],
      ...['tranche', 'due_on', 'amount', 'status'],
    ],
    rows: lots.map(({ id, line, granted, tranche, dueOn, amount }) => [
      text(id),
      text(line.sheet.person.id),
      text(line.sheet.person.name),
      text(line.component.id),
      text(granted.id),
      number(`${tranche}`),
      text(printDay(dueOn)),
      number(printFixed(amount, 2)),
      text('open'),
    ]),
  }),
}
