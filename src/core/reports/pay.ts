import { printFixed } from '../values/exact.ts'
import { identity } from './ranking.ts'
import type { ReportKind } from './report.ts'
import { number, text } from './table.ts'

/** The pay sheet (薪酬): one row for each manager and component, always amount = paid_now + deferred. */
export const pay: ReportKind = {
  file: 'pay.csv',
  confidential: true,
  table: ({ pay }) => ({
    header: [
      ...['manager_id', 'name', 'branch', 'grade', 'component'],
      ...['clause', 'schedule', 'amount', 'paid_now', 'deferred'],
    ],
    rows: pay.map(({ sheet, component, amount, paidNow, deferred }) => [
      ...identity(sheet),
      text(component.id),
      text(component.clause),
      text(component.schedule),
      ...[amount, paidNow, deferred].map((money) => number(printFixed(money, 2))),
    ]),
  }),
}
