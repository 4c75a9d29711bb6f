import type { Report } from '../findings/finding.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { PeriodKind } from '../values/period.ts'
import { checkCandidates } from './check-people.ts'
import { checkAssessed, checkAssessments, checkTables, type SmallTables } from './check-tables.ts'
import type { Engine } from './engine.ts'
import { type KnownManagers, Ownerships } from './ownership.ts'
import { postDaysOf } from './people.ts'
import { type Rates, ratesOf } from './rates.ts'
import type { TableName } from './shapes.ts'
import { checkShares, type Timelines, timelinesOf } from './timelines.ts'

/** The small tables that tell how the large ones are summed, and what follows from them. */
export interface Grounds {
  readonly small: Pick<SmallTables, 'managers' | 'posts' | 'assignments' | 'clients' | 'fx'>
  readonly managers: KnownManagers
  readonly ownerships: Ownerships
  /** Absent where the folder has no assignments: then each balance row names its own manager. */
  readonly timelines: Timelines | undefined
  readonly rates: Rates
}

/** The small tables of a folder, read and checked, and what follows from them for the large ones. */
export interface Tables extends Grounds {
  readonly small: SmallTables
}

/** Reads the small tables that tell how the large ones are summed. */
export async function readGrounds(engine: Engine): Promise<Grounds> {
  const small = {
    managers: await engine.rows('managers'),
    posts: await engine.rows('posts'),
    assignments: await engine.rows('assignments'),
    clients: await engine.rows('clients'),
    fx: await engine.rows('fx'),
  }
  const managers = { posts: postDaysOf(small.managers), whole: engine.isWhole('managers') }
  const ownerships = new Ownerships()
  const assigned = engine.tables.has('assignments')
  const timelines = assigned ? timelinesOf(small.assignments, managers.posts, ownerships) : undefined
  return { small, managers, ownerships, timelines, rates: ratesOf(small.fx, engine.isWhole('fx')) }
}

/** Reads the other small tables and checks all against each other, and against the scheme if it could be read, for a kind of period. */
export async function prepareTables(
  engine: Engine,
  grounds: Grounds,
  scheme: Scheme | undefined,
  kind: PeriodKind,
  report: Report,
): Promise<Tables> {
  const small = { ...grounds.small, ...(await readOthers(engine)) }
  if (engine.isWhole('assignments')) {
    checkShares(small.assignments, report)
    const isEmpty = engine.tables.has('assignments') && small.assignments.length === 0
    if (isEmpty) report('assignments-empty', { file: 'assignments' }, {})
  }
  if (scheme) {
    checkNeeded(engine, scheme, kind, report)
    checkTables(small, grounds.managers, scheme, report)
  }
  return { ...grounds, small }
}

/** Reads and checks what candidates are appraised by. */
export async function prepareEntry(
  engine: Engine,
  scheme: Scheme | undefined,
  report: Report,
): Promise<Pick<SmallTables, 'candidates' | 'assessments'>> {
  const small = {
    candidates: await engine.rows('candidates'),
    assessments: await engine.rows('assessments'),
  }
  const posts = postDaysOf(await engine.rows('managers'))
  const whole = engine.isWhole('managers') && engine.isWhole('candidates')
  if (!engine.filled('candidates'))
    report('table-missing', { file: 'candidates' }, { table: 'candidates', needed: 'entry' })
  checkAssessed(small, { posts, whole }, report)
  if (scheme) {
    checkCandidates(small.candidates, scheme, report)
    checkAssessments(small.assessments, scheme, report)
  }
  return small
}

async function readOthers(engine: Engine): Promise<Omit<SmallTables, keyof Grounds['small']>> {
  return {
    targets: await engine.rows('targets'),
    assessments: await engine.rows('assessments'),
    adjustments: await engine.rows('adjustments'),
    history: await engine.rows('history'),
    set_aside: await engine.rows('set_aside'),
    confirmations: await engine.rows('confirmations'),
    candidates: await engine.rows('candidates'),
    events: await engine.rows('events'),
    opening_lots: await engine.rows('opening_lots'),
  }
}

/** Reports every table that the scheme reads in such periods and the folder does not have. */
function checkNeeded(engine: Engine, { needs }: Scheme, kind: PeriodKind, report: Report): void {
  const { targets, assessments } = needs.byKind.get(kind) ?? needs
  const needed: readonly (readonly [TableName, Iterable<string>])[] = [
    ['managers', ['manager_id']],
    ['targets', [...targets].map((name) => `target.${name}`)],
    ['assessments', [...assessments].map((name) => `assessment.${name}`)],
    ...[...needs.tables].map((table) => [table, ['measures']] as const),
  ]
  for (const [table, names] of needed) {
    const list = [...names].join(', ')
    if (list !== '' && !engine.filled(table))
      report('table-missing', { file: table }, { table, needed: list })
  }
}
