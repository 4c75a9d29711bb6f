import type { Expression } from '../formula/formula.ts'
import { checkCases } from './cases.ts'
import { type Draft, roleDraft } from './drafts.ts'
import type { RuleEntry } from './file-shape.ts'
import { onlyOnce } from './people.ts'
import { type FormulaReading, formulaAt, labelOf, originOf, YESNO } from './reading.ts'
import type { Outcome, RecommendationRule, Scheme } from './scheme.ts'

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
  checkCases(reading, PATH, entries)
  onlyOnce(
    reading,
    entries.map((_, index) => [...PATH, index, 'rule']),
  )
  const rules = entries.map((entry, index) => readRule(reading, entry, index))
  const draft = roleDraft(reading, 'recommendation', PATH, appraisal?.who, { by: 'cases', cases: rules })
  return { rules, drafts: [draft] }
}

function readRule(reading: FormulaReading, entry: RuleEntry, index: number): RecommendationRule {
  const path = [...PATH, index]
  checkMove(reading, entry, index)
  return {
    rule: entry.rule,
    gives: entry.then,
    when: formulaAt(reading, 'recommendation', [...path, 'when'], entry.when, YESNO),
    to: gradeLedTo(reading, entry, index),
    reason: labelOf(reading, entry.reason),
    ...originOf(reading, path, entry),
  }
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
