import { printFen } from '../values/fen.ts'
import { hasDeferred, type ReportKind } from './report.ts'
import { number, text } from './table.ts'

/**
 * What deferred pay came to in the period (延期余额表), by person and component, by person, and of the whole:
 * opening + granted - paid - forfeited - clawed_back + adjusted = closing.
 */
export const deferredTotals: ReportKind = {
  file: 'deferred_totals.csv',
  confidential: true,
  applies: hasDeferred,
  table: ({ booking }) => ({
    header: [
      ...['manager_id', 'component', 'opening', 'granted', 'paid'],
      ...['forfeited', 'clawed_back', 'adjusted', 'closing'],
    ],
    rows: booking.totals.map((total) => [
      text(total.manager),
      text(total.component),
      ...[total.opening, total.granted, total.paid, total.forfeited].map(money),
      ...[total.clawedBack, total.adjusted, total.closing].map(money),
    ]),
  }),
}

const money = (fen: bigint) => number(printFen(fen))
