import type { EventCells } from '../book/events.ts'
import { printDay } from '../values/calendar.ts'
import { printExact } from '../values/exact.ts'
import type { EventRow } from './events.ts'

/** An event's cells as a period's folder has them. */
export function printEvent({ cells }: EventRow): EventCells {
  const { id, date, manager_id, kind, scope = '', scope_id = '', share, amount, reason, clause = '' } = cells
  const { requested_by, approved_by, known_on } = cells
  return {
    ...{ id, date: printDay(date), manager_id, kind, scope, scope_id },
    share: share ? printExact(share) : '',
    amount: amount ? printExact(amount) : '',
    ...{ reason, clause, requested_by, approved_by },
    known_on: known_on === undefined ? '' : printDay(known_on),
  }
}
