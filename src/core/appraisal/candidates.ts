import type { Report } from '../findings/finding.ts'
import { Groups } from '../formula/formula.ts'
import type { EntryOutcome, EntryRules, Scheme } from '../scheme/scheme.ts'
import type { SmallTables } from '../tables/check-tables.ts'
import type { Person } from '../tables/people.ts'
import type { Day } from '../values/calendar.ts'
import { type Period, periodHolding } from '../values/period.ts'
import { compareText } from '../values/text.ts'
import type { Value } from '../values/value.ts'
import { rulesChange } from './cuts.ts'
import { assessmentsOf } from './facts.ts'
import { computeFigures, holdsFor, notConcerned } from './figures.ts'
import { Sheet } from './sheet.ts'
import { worldOf } from './world.ts'

/** A candidate with what was worked out, the outcome that was decided, and whether it is filed with the superior bank. */
export interface Candidate {
  readonly sheet: Sheet
  readonly outcome: EntryOutcome | undefined
  readonly filed: boolean
}

/** The appraisal of all candidates, by id. */
export interface EntryResults {
  readonly scheme: Scheme
  readonly rules: EntryRules
  readonly period: Period
  readonly candidates: readonly Candidate[]
}

type Rows = Pick<SmallTables, 'candidates' | 'assessments'>

/** Appraises every candidate by the rules in force at the end of a period. */
export function appraiseCandidates(
  scheme: Scheme,
  rules: EntryRules,
  tables: Rows,
  period: Period,
  report: Report,
): EntryResults {
  const world = worldOf(scheme, period, {
    targets: () => undefined,
    assessments: assessmentsOf(tables.assessments, period, report),
    confirmations: () => undefined,
    clients: () => undefined,
    earlier: {
      previous: () => undefined,
      latest: () => undefined,
      at: () => undefined,
      leftOut: () => false,
    },
    measures: (_, measure) => notConcerned(measure),
    parts: (person) => [{ days: period, person }],
  })
  const groups = new Groups(() => sheets.map(({ peer }) => peer))
  const sheets = candidatesIn(tables).map((person) => new Sheet(person, world, groups))
  computeFigures(rules.figures, sheets, () => [], report)
  return { scheme, rules, period, candidates: sheets.map((sheet) => decided(sheet, rules, report)) }
}

function candidatesIn({ candidates }: Rows): readonly Person[] {
  const people = candidates.map(({ cells, at }): Person => {
    const { candidate_id: id, name, branch, existing_staff: existing } = cells
    const filled = Object.entries(cells).filter(([, value]) => value !== undefined) as [string, Value][]
    const columns = new Map<string, Value>([...filled, ['existing_staff', existing === 'yes']])
    return { id, name, branch, grade: undefined, columns, daysInPost: 0, place: at() }
  })
  return people.sort((a, b) => compareText(a.id, b.id))
}

function decided(sheet: Sheet, { filing }: EntryRules, report: Report): Candidate {
  const outcome = sheet.decided('outcome') as EntryOutcome | undefined
  const appointed = outcome !== undefined && outcome.gives !== 'reject'
  return { sheet, outcome, filed: appointed && holdsFor(filing.when, 'filing', sheet, report) }
}

/**
 * The period that candidates are appraised in where none is named: the latest that their assessments name, else the one that
 * holds the day from which the scheme as it stands last is in force.
 */
export function entryPeriod(scheme: Scheme, { candidates, assessments }: Rows): Period {
  const ids = new Set(candidates.map(({ cells }) => cells.candidate_id))
  const named = assessments.flatMap(({ cells }) =>
    cells.period && ids.has(cells.manager_id) ? [cells.period] : [],
  )
  const [first, ...others] = named
  if (first) return others.reduce((latest, each) => (each.last > latest.last ? each : latest), first)
  return periodHolding(scheme.periods[0] ?? 'quarter', lastChange(scheme))
}

const lastChange = (scheme: Scheme): Day =>
  rulesChange(scheme).reduce((latest, day) => (day > latest ? day : latest), scheme.effective.from)
