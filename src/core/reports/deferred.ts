import { printDay } from '../values/calendar.ts'
import { printFen } from '../values/fen.ts'
import type { ReportKind } from './report.ts'
import { number, text } from './table.ts'

/** The deferred-bonus sheet (延期支付): one row for each lot that this period grants or decides something about. */
export const deferred: ReportKind = {
  file: 'deferred.csv',
  confidential: true,
  table: ({ booking }) => ({
    header: [
      ...['lot_id', 'manager_id', 'name', 'component', 'granted_period'],
      ...['tranche', 'due_on', 'amount', 'status'],
    ],
    rows: booking.lots.map(({ lot, name }) => {
      const { id, manager, component, granted, tranche, dueOn } = lot.key
      return [
        ...[id, manager, name, component, granted.id].map(text),
        number(`${tranche}`),
        text(dueOn === undefined ? '' : printDay(dueOn)),
        number(printFen(lot.amount)),
        text(lot.status),
      ]
    }),
  }),
}
