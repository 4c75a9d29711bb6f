import { printDay } from '../values/calendar.ts'
import type { ReportKind } from './report.ts'
import { text } from './table.ts'

/** What was decided on each proposal, by whom and when; where nobody decided yet, the proposal holds. */
export const decisions: ReportKind = {
  file: 'decisions.csv',
  confidential: false,
  applies: ({ hasConfirmations }) => hasConfirmations,
  table: ({ decisions: all }) => ({
    header: ['manager_id', 'name', 'proposed', 'decision', 'to_grade', 'by', 'on'],
    rows: all.map(({ proposal, decision, toGrade, confirmed }) => [
      text(proposal.sheet.person.id),
      text(proposal.sheet.person.name),
      text(proposal.outcome),
      text(decision),
      text(toGrade),
      text(confirmed?.by),
      text(confirmed && printDay(confirmed.on)),
    ]),
  }),
}
