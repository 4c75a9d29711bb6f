import type { Report } from '../findings/finding.ts'
import { evaluate } from '../formula/formula.ts'
import type { RecommendationRule, Scheme } from '../scheme/scheme.ts'
import { holds } from '../values/calendar.ts'
import { absent } from '../values/missing.ts'
import type { Period } from '../values/period.ts'
import type { Recommendation } from './appraisal.ts'
import { settle } from './figures.ts'
import type { Sheet } from './sheet.ts'

const STEP = { promote: 1, demote: -1 } as const

/** The recommendation of everyone whom a rule decided, with the grade it leads to. */
export function recommendationsOf(
  { recommendation: rules, grades }: Scheme,
  sheets: readonly Sheet[],
  period: Period,
  report: Report,
): readonly Recommendation[] {
  const ids = grades.map(({ id }) => id)
  return sheets.flatMap((sheet) => {
    const rule = rules.find((each) => each === sheet.decided('recommendation'))
    if (!rule) return []
    const { termTo } = sheet.person
    const basis = termTo !== undefined && holds(period, termTo) ? 'term_end' : 'interim'
    return [{ sheet, outcome: rule.gives, toGrade: gradeAfter(rule, ids, sheet, report), rule, basis }]
  })
}

/** The grade that a promotion or demotion leads to: the one the rule names, else the neighbouring one. */
function gradeAfter(
  { gives, to, rule }: RecommendationRule,
  grades: readonly string[],
  sheet: Sheet,
  report: Report,
): string | undefined {
  if (gives !== 'promote' && gives !== 'demote') return undefined
  const grade = sheet.person.grade ?? ''
  const next = grades[grades.indexOf(grade) + STEP[gives]]
  const value = to ? evaluate(to, sheet) : (next ?? absent('no-neighbour-grade', { grade }))
  const settled = settle(value, `recommendation (${rule})`, sheet, report)
  if (typeof settled !== 'string') return undefined
  if (Math.sign(grades.indexOf(settled) - grades.indexOf(grade)) === STEP[gives]) return settled
  const facts = { person: sheet.person.id, rule, outcome: gives, grade, found: settled }
  report('grade-step', sheet.person.place, facts)
  return undefined
}
