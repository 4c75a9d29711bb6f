import { identity } from './ranking.ts'
import type { ReportKind } from './report.ts'
import { text } from './table.ts'

/** What is proposed for each appraised manager (续聘、解聘、晋级、降级), with the rule and clause that decided it. */
export const recommendations: ReportKind = {
  file: 'recommendations.csv',
  confidential: false,
  table: ({ recommendations, scheme }) => ({
    header: [
      ...['manager_id', 'name', 'branch', 'grade', 'recommendation', 'to_grade'],
      ...['rule', 'clause', 'reason', 'basis', 'status'],
    ],
    rows: recommendations.map(({ sheet, outcome, toGrade, rule, basis }) => [
      ...identity(sheet),
      text(outcome),
      text(toGrade),
      text(rule.rule),
      text(rule.clause),
      text(rule.reason[scheme.language]),
      text(basis),
      text('proposed'),
    ]),
  }),
}
