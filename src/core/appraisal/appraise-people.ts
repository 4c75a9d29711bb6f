import type { BookPeriod } from '../book/book.ts'
import { earlierOf } from '../book/earlier.ts'
import type { Report } from '../findings/finding.ts'
import type { TypeInfo } from '../formula/vocabulary.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { type Person, peopleIn } from '../tables/people.ts'
import type { Tables } from '../tables/prepare.ts'
import { isExact, ZERO } from '../values/exact.ts'
import type { Period } from '../values/period.ts'
import { type Adjustments, adjustable, adjustmentsOf, reportIdle } from './adjustments.ts'
import type { Appraisal } from './appraisal.ts'
import { checkAccounts, checkDays, checkStandings, reportSetAside } from './check-sums.ts'
import { controlsOf } from './controls.ts'
import { assessmentsOf, targetsOf } from './facts.ts'
import { computeFigures, finish, holdsFor, NOT_CONCERNED } from './figures.ts'
import { lotsOf, payLines } from './pay.ts'
import { recommendationsOf } from './recommend.ts'
import { recordReads } from './record-reads.ts'
import { Sheet, type World } from './sheet.ts'
import type { Sums } from './sum-tables.ts'
import { type MeasureTotals, takeMeasures } from './take.ts'
import { worldOf } from './world.ts'

/** Everything that the appraisal of one period is made from. */
export interface Materials {
  readonly scheme: Scheme
  readonly period: Period
  readonly tables: Tables
  readonly sums: Sums
  readonly book: readonly BookPeriod[]
}

/** From sums to the whole appraisal: measures, figures, ranking, recommendations, pay and lots of everyone. */
export function appraisePeople({ scheme, period, tables, sums, book }: Materials, report: Report): Appraisal {
  const { small, posts } = tables
  const taken = takeMeasures(scheme.measures, sums.cells, period)
  checkDays(scheme.measures, sums.balances.cells, period, report)
  checkAccounts(sums.balances, small.assignments, period, report)
  checkStandings([...taken.used], posts, report)
  reportSetAside(sums.cells, scheme.measures, report)

  const setAside = new Set(
    small.set_aside.filter(({ cells }) => cells.period.id === period.id).map(({ cells }) => cells.manager_id),
  )
  const everyone = peopleIn(period, small.managers, small.posts, scheme.people.ungraded)
  const people = everyone.filter(({ id }) => !setAside.has(id))
  const inRun = people.filter(({ daysInPost }) => daysInPost > 0)

  const earlier = earlierOf(period, book, small.history, posts, figureInfos(scheme), report)
  const assessments = assessmentsOf(small.assessments, period, report)
  const world = worldOf(scheme, period, { targets: targetsOf(small.targets, period), assessments, earlier })
  const adjustments = adjustmentsOf(small.adjustments, period, adjustable(scheme), report)
  const sheets = inRun.map((person) => openSheet(person, world, taken.totals, adjustments, report))
  computeFigures(scheme.figures, sheets, adjustments, report)
  recordReads(scheme, sheets)
  const byId = new Map(sheets.map((sheet) => [sheet.person.id, sheet]))
  const hasFigure = (manager: string, figure: string) => byId.get(manager)?.known(figure) !== undefined
  reportIdle(small.adjustments, adjustments, hasFigure, report)

  const appraised = sheets.filter((sheet) => isAppraised(scheme, sheet, report))
  const recommendations = recommendationsOf(scheme, appraised, period, report)
  const pay = payLines(scheme.pay, sheets, report)
  const counts = {
    inRun: inRun.length,
    setAside: everyone.length - people.length,
    notInPost: people.length - inRun.length,
  }
  return {
    scheme,
    period,
    people,
    sheets,
    ranking: [...appraised].sort(compareRank),
    recommendations,
    pay,
    lots: lotsOf(pay, period),
    measures: taken.totals,
    controls: controlsOf(small, counts, sums.cells, taken),
    book: book.map(({ file, sha256 }) => ({ file, sha256 })),
  }
}

/** The types of every measure and figure of a scheme, by name. */
export const figureInfos = ({ measures, figures, grades }: Scheme): ReadonlyMap<string, TypeInfo> =>
  new Map<string, TypeInfo>([
    ['grade', { type: 'text', domain: { name: 'grade', ids: new Set(grades.map(({ id }) => id)) } }],
    ...measures.map(({ name }) => [name, { type: 'number' }] as const),
    ...figures.map(({ name, info }) => [name, info] as const),
  ])

function openSheet(
  person: Person,
  world: World,
  totals: readonly MeasureTotals[],
  adjustments: Adjustments,
  report: Report,
): Sheet {
  const sheet = new Sheet(person, world)
  sheet.set('grade', person.grade ?? NOT_CONCERNED)
  for (const { measure, taken } of totals) {
    const value = taken.get(person.id)?.value ?? ZERO
    sheet.set(
      measure.name,
      finish({ name: measure.name, rounding: undefined }, value, sheet, adjustments, report),
    )
  }
  return sheet
}

const isAppraised = ({ appraisal }: Scheme, sheet: Sheet, report: Report): boolean =>
  appraisal !== undefined && holdsFor(appraisal.who, 'appraisal', sheet, report)

/** The ranked by rank; those without a rank after them, in the order they had. */
function compareRank(a: Sheet, b: Sheet): number {
  const [x, y] = [a.known('rank'), b.known('rank')]
  if (isExact(x) && isExact(y)) return x.compare(y)
  return (isExact(x) ? 0 : 1) - (isExact(y) ? 0 : 1)
}
