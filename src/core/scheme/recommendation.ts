import { both, type Expression, readsOf } from '../formula/formula.ts'
import { checkCases } from './cases.ts'
import { type Draft, roleDraft } from './drafts.ts'
import type { RuleEntry } from './file-shape.ts'
import { onlyOnce } from './people.ts'
import { type FormulaReading, formulaAt, formulaFrom, labelOf, originOf, YESNO } from './reading.ts'
import type { Outcome, RecommendationRule, Scheme } from './scheme.ts'
import type { Path } from './yaml.ts'

/** The recommendation rules of a scheme, and the figure they give. */
export interface RecommendationPart {
  readonly rules: readonly RecommendationRule[]
  readonly drafts: readonly Draft[]
}

const PATH = ['recommendation']
const MOVES: ReadonlySet<Outcome> = new Set(['promote', 'demote'])

/** Reads the recommendation rules, of which the first that holds decides. */
export function readRecommendation(
  reading: FormulaReading,
  entries: readonly RuleEntry[] | undefined,
  appraisal: Scheme['appraisal'],
): RecommendationPart {
  if (!entries) return { rules: [], drafts: [] }
  if (!appraisal) reading.report('recommendation-alone', reading.file.placeOf(PATH), {})
  checkCases(
    reading,
    PATH,
    entries.map(({ when, at }) => ({ when: when ?? at })),
  )
  onlyOnce(
    reading,
    entries.map((_, index) => [...PATH, index, 'rule']),
  )
  const rules = entries.map((entry, index) => readRule(reading, entry, index))
  const draft = roleDraft(reading, 'recommendation', PATH, appraisal?.who, { by: 'cases', cases: rules })
  return { rules, drafts: [draft, ...draftDecision(reading, appraisal?.who)] }
}

/** The figure `decision`: what was confirmed, else what is proposed. It is there where a formula reads it. */
function draftDecision(reading: FormulaReading, who: Expression | undefined): readonly Draft[] {
  const isRead = reading.formulas.some(({ expression }) => {
    const { figures, earlier } = readsOf(expression)
    return figures.has('decision') || earlier.has('decision')
  })
  const text = 'confirmation.decision otherwise recommendation'
  const formula = isRead ? formulaFrom(reading, 'decision', PATH, text) : undefined
  return formula ? [roleDraft(reading, 'decision', PATH, who, { by: 'formula', formula })] : []
}

function readRule(reading: FormulaReading, entry: RuleEntry, index: number): RecommendationRule {
  const path = [...PATH, index]
  checkMove(reading, entry, index)
  return {
    rule: entry.rule,
    gives: entry.then,
    at: entry.at,
    when: conditionOf(reading, entry, path),
    to: gradeLedTo(reading, entry, index),
    reason: labelOf(reading, entry.reason),
    ...originOf(reading, path, entry),
  }
}

/** When a rule holds: at or before the end of a term, if it says so, and where its condition does. */
function conditionOf(reading: FormulaReading, { at, when }: RuleEntry, path: Path): Expression | undefined {
  const own = formulaAt(reading, 'recommendation', [...path, 'when'], when, YESNO)
  if (!at) return own
  const text = at === 'term_end' ? 'period.is_term_end' : 'not period.is_term_end'
  const ofTerm = formulaFrom(reading, 'recommendation', [...path, 'at'], text)
  return ofTerm && own ? both(ofTerm, own) : (ofTerm ?? own)
}

function gradeLedTo(reading: FormulaReading, { to }: RuleEntry, index: number): Expression | undefined {
  const grade = { type: 'text', domain: reading.names.grades } as const
  return formulaAt(reading, 'recommendation', [...PATH, index, 'to'], to, grade)
}

function checkMove({ file, report, names }: FormulaReading, { then, to }: RuleEntry, index: number): void {
  const place = file.placeOf([...PATH, index, 'then'])
  if (MOVES.has(then) && names.grades.ids.size === 0) report('grades-missing', place, { found: then })
  if (!MOVES.has(then) && to !== undefined) {
    report('move-target', file.keyPlaceOf([...PATH, index, 'to']), { found: then })
  }
}
