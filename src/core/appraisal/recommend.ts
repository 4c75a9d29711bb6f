import type { Report } from '../findings/finding.ts'
import { evaluate } from '../formula/formula.ts'
import { type Ladders, laddersOf } from '../scheme/ladders.ts'
import type { RecommendationRule, Scheme } from '../scheme/scheme.ts'
import { absent } from '../values/missing.ts'
import type { Recommendation } from './appraisal.ts'
import { settle } from './figures.ts'
import type { Sheet } from './sheet.ts'

const STEP = { promote: 1, demote: -1 } as const

/** The recommendation of everyone whom a rule decided, with the grade it leads to. */
export function recommendationsOf(
  { recommendation: rules, grades }: Scheme,
  sheets: readonly Sheet[],
  report: Report,
): readonly Recommendation[] {
  const ladders = laddersOf(grades)
  return sheets.flatMap((sheet) => {
    const rule = rules.find((each) => each === sheet.decided('recommendation'))
    if (!rule) return []
    const basis = sheet.fact('period', 'is_term_end') === true ? 'term_end' : 'interim'
    return [{ sheet, outcome: rule.gives, toGrade: gradeAfter(rule, ladders, sheet, report), rule, basis }]
  })
}

/** The grade that a promotion or demotion leads to: the one the rule names, else the neighbouring one of the ladder. */
function gradeAfter(
  { gives, to, rule }: RecommendationRule,
  ladders: Ladders,
  sheet: Sheet,
  report: Report,
): string | undefined {
  if (gives !== 'promote' && gives !== 'demote') return undefined
  const grade = sheet.person.grade ?? ''
  const value = to
    ? evaluate(to, sheet)
    : (nextGrade(grade, gives, ladders) ?? absent('no-neighbour-grade', { grade }))
  const settled = settle(value, `recommendation (${rule})`, sheet, report)
  if (typeof settled !== 'string') return undefined
  const ladder = ladders(grade)
  // A grade of another ladder is neither above nor below.
  const isFine =
    !ladder.includes(settled) || Math.sign(ladder.indexOf(settled) - ladder.indexOf(grade)) === STEP[gives]
  if (isFine) return settled
  const facts = { person: sheet.person.id, rule, outcome: gives, grade, found: settled }
  report('grade-step', sheet.person.place, facts)
  return undefined
}

/** The neighbouring grade that a promotion or demotion leads to. */
export function nextGrade(grade: string, move: keyof typeof STEP, ladders: Ladders): string | undefined {
  const ladder = ladders(grade)
  return ladder[ladder.indexOf(grade) + STEP[move]]
}
