import type { TypeInfo } from '../formula/vocabulary.ts'
import { figureFrom } from './assemble.ts'
import { checkCases } from './cases.ts'
import { dependencyOrder } from './dependencies.ts'
import { draftFigures, roleDraft } from './drafts.ts'
import { candidateFacts } from './fact-names.ts'
import { declaredInfo } from './figure-names.ts'
import type { SchemeFile } from './file-shape.ts'
import { learnKinds } from './kinds.ts'
import { Names } from './names.ts'
import { type Domains, onlyOnce } from './people.ts'
import { type FormulaReading, formulaAt, labelOf, originOf, type Reading, YESNO } from './reading.ts'
import type { EntryOutcome, EntryRules, TierTable } from './scheme.ts'
import type { UndecidedValue } from './values.ts'

/** What the names of the candidates' formulas are collected from. */
interface Around {
  readonly domains: Domains
  readonly values: ReadonlyMap<string, UndecidedValue>
  readonly tables: ReadonlyMap<string, TierTable>
  readonly assessments: Iterable<string>
}

/** The section about entry, with the formulas in it. */
export interface EntryPart {
  readonly entry: EntryRules | undefined
  readonly formulas: FormulaReading['formulas']
}

const PATH = ['entry']
type Entry = NonNullable<SchemeFile['entry']>

/** Reads how candidates are appraised, which outcome follows, and who is filed with the superior bank. */
export function readEntry(base: Reading, file: SchemeFile, around: Around): EntryPart {
  const { entry } = file
  if (!entry) return { entry: undefined, formulas: [] }
  const names = namesOf(file, entry, around)
  const reading: FormulaReading = { ...base, names, formulas: [] }
  const waiting = learnKinds(names, { figures: entry.figures }, around.values)
  const outcomes = readOutcomes(reading, entry, around.domains)
  const drafts = [
    ...draftFigures(reading, entry.figures, [...PATH, 'figures']),
    roleDraft(reading, 'outcome', [...PATH, 'outcomes'], undefined, { by: 'cases', cases: outcomes }),
  ]
  const ordered = dependencyOrder(reading, drafts, new Map(), waiting)
  const rules = {
    figures: ordered.flatMap((draft) => figureFrom(reading, draft, new Map()) ?? []),
    listed: [...(entry.figures?.keys() ?? [])],
    filing: {
      when: formulaAt(reading, 'filing', [...PATH, 'filing', 'when'], entry.filing?.when, YESNO),
      ...originOf(reading, [...PATH, ...(entry.filing ? ['filing'] : [])], entry.filing),
    },
  }
  return { entry: rules, formulas: reading.formulas }
}

function namesOf({ periods }: SchemeFile, entry: Entry, around: Around): Names {
  const { domains, values, tables, assessments } = around
  const kinds = { name: 'period.kind', ids: new Set(periods) }
  const outcomes = { name: 'outcome', ids: new Set(['appoint', 'provisional', 'reject']) }
  const listed = [...(entry.figures ?? [])].map(
    ([name, figure]) => [name, declaredInfo(name, figure)] as const,
  )
  const figures = new Map<string, TypeInfo | undefined>([
    ...listed,
    ['outcome', { type: 'text', domain: outcomes }],
  ])
  const routes = { name: 'route', ids: new Set(['recommended', 'competed']) }
  const own = listed.flatMap(([, info]) => info?.domain ?? [])
  return new Names({
    facts: candidateFacts(kinds, routes, domains.role, assessments),
    lists: [domains.grade, domains.role, kinds, outcomes, routes, ...own],
    grades: domains.grade,
    ...{ kinds, values, tables, figures, targets: false },
  })
}

/** The outcomes, of which the first that holds decides; an appointment names its grade where the scheme has grades. */
function readOutcomes(reading: FormulaReading, entry: Entry, { grade }: Domains): readonly EntryOutcome[] {
  const path = [...PATH, 'outcomes']
  checkCases(reading, path, entry.outcomes)
  onlyOnce(
    reading,
    entry.outcomes.map((_, index) => [...path, index, 'rule']),
  )
  return entry.outcomes.map((each, index) => {
    const at = [...path, index]
    checkGrade(reading, each, at, grade.ids)
    return {
      rule: each.rule,
      gives: each.then,
      grade: each.grade,
      when: formulaAt(reading, 'outcome', [...at, 'when'], each.when, YESNO),
      reason: labelOf(reading, each.reason),
      ...originOf(reading, at, each),
    }
  })
}

function checkGrade(
  { file, report }: FormulaReading,
  { then, grade }: Entry['outcomes'][number],
  at: readonly (string | number)[],
  grades: ReadonlySet<string>,
): void {
  const fits =
    then === 'reject' ? grade === undefined : grade === undefined ? grades.size === 0 : grades.has(grade)
  if (fits) return
  const facts = { outcome: then, found: grade ?? '-', grades: [...grades].join(', ') || '-' }
  report('entry-grade', file.placeOf(grade === undefined ? at : [...at, 'grade']), facts)
}
