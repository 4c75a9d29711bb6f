import { EVENT_COLUMNS } from '../book/events.ts'
import type { ReportKind } from './report.ts'
import { number, text } from './table.ts'

/** The events (事件) that the period has booked, as they were told, by id. */
export const events: ReportKind = {
  file: 'events.csv',
  confidential: true,
  applies: ({ booking }) => booking.events.length > 0,
  table: ({ booking }) => ({
    header: EVENT_COLUMNS,
    rows: booking.events.map((event) =>
      EVENT_COLUMNS.map((column) =>
        column === 'share' || column === 'amount' ? number(event[column]) : text(event[column]),
      ),
    ),
  }),
}
