import type { Report } from '../findings/finding.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { printDay } from '../values/calendar.ts'
import { checkChoice } from './check-people.ts'
import type { RowsOf } from './shapes.ts'

/** Checks what was decided on proposals: by someone else than the manager, not before the period ended, to a grade if it is a move. */
export function checkConfirmations(
  rows: RowsOf<'confirmations'>,
  { grades }: Pick<Scheme, 'grades'>,
  report: Report,
): void {
  const known = grades.map(({ id }) => id)
  for (const { cells, at } of rows) {
    const { manager_id: manager, period, decision, to_grade: grade, by, on } = cells
    checkChoice(grade, known, at('to_grade'), report)
    const moves = decision === 'promote' || decision === 'demote'
    if (grade !== undefined && !moves)
      report('confirmation-grade', at('to_grade'), { manager, decision, grade })
    if (by === manager) report('confirmation-own', at('by'), { manager })
    if (on <= period.last) {
      const days = { on: printDay(on), last: printDay(period.last) }
      report('confirmation-early', at('on'), { manager, period: period.id, ...days })
    }
  }
}
