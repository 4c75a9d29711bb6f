import type { Book } from '../book/book.ts'
import { type Earlier, earlierOf } from '../book/earlier.ts'
import { checkClosedMonths, type MonthTotal } from '../book/month-totals.ts'
import type { Report } from '../findings/finding.ts'
import type { TypeInfo } from '../formula/vocabulary.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { type Person, peopleIn, personIn } from '../tables/people.ts'
import type { Tables } from '../tables/prepare.ts'
import type { Day } from '../values/calendar.ts'
import { groupBy } from '../values/group.ts'
import { earlier as before, type Period } from '../values/period.ts'
import { compareText } from '../values/text.ts'
import { type Adjustments, adjustable, adjustmentsOf } from './adjustments.ts'
import { checkAccounts, checkDays, reportSetAside } from './check-sums.ts'
import { type Client, clientsOf, clientTotals } from './clients.ts'
import { type Confirmations, confirmationFact, confirmationsOf } from './confirmations.ts'
import { cutsOf, partsBetween } from './cuts.ts'
import { assessmentsOf, targetsOf } from './facts.ts'
import { knownBy } from './known-by.ts'
import { adjustedParts, measureParts } from './measure-parts.ts'
import { monthTotals } from './month-totals.ts'
import type { World } from './sheet.ts'
import type { Sums } from './sum-tables.ts'
import { type Sources, worldOf } from './world.ts'

/** Everything that the appraisal of one period is made from. */
export interface Materials {
  readonly scheme: Scheme
  readonly period: Period
  readonly tables: Tables
  readonly sums: Sums
  readonly book: Book
  /** The day whose knowledge counts; all that is known where absent. */
  readonly asOf: Day | undefined
}

/** The people of the folder as one period sees them; those set aside are only counted. */
export interface RunPeople {
  /** By id, also those not in post in the period. */
  readonly all: readonly Person[]
  readonly inRun: readonly Person[]
  readonly setAside: number
}

/** A run that is ready: who is in it, and all that its formulas may ask. */
export interface Run extends Materials {
  readonly people: RunPeople
  readonly world: World
  readonly adjustments: Adjustments
  readonly confirmations: Confirmations
  readonly clients: readonly Client[]
  readonly months: readonly MonthTotal[]
}

/** Puts the materials of a period together, and checks what only the period can tell of them. */
export function prepareRun(given: Materials, report: Report): Run {
  const materials = { ...given, tables: knownBy(given.tables, given.asOf, report) }
  const { scheme, period, tables, sums, book } = materials
  const { small, managers } = tables
  checkDays(scheme.measures, sums.balances, period, report)
  checkAccounts(sums.balances, small.assignments, period, report)
  reportSetAside(sums.alike, scheme.measures, report)
  const months = monthTotals(sums)
  checkClosedMonths(months, book.closed, report)
  const earlier = earlierOf(
    period,
    book.periods,
    small,
    managers.posts,
    figureInfos(scheme),
    scheme.needs.earlier,
    report,
  )
  warnOfGap(scheme, period, earlier, report)
  const assessments = assessmentsOf(small.assessments, period, report)
  const confirmations = confirmationsOf(small.confirmations, period)
  const targets = targetsOf(small.targets, period)
  const adjustments = adjustmentsOf(small.adjustments, period, adjustable(scheme), report)
  const measures = adjustedParts(measureParts(scheme.measures, sums.alike, period), adjustments, period)
  const sources: Sources = {
    targets,
    assessments,
    confirmations: (manager, column) => confirmationFact(confirmations(manager), column),
    earlier,
    measures,
    parts: partsOfPeople(materials),
    clients: () => undefined,
  }
  const ofClients = clientsIn(materials, sources, report)
  const world = worldOf(scheme, period, { ...sources, clients: ofClients.totals }, given.asOf)
  return {
    ...materials,
    people: runPeople(materials),
    world,
    adjustments,
    confirmations,
    clients: ofClients.all,
    months,
  }
}

/** The clients, where anything is asked of them, and what they come to for their managers. */
function clientsIn(
  { scheme, period, tables, sums: { alike }, asOf }: Materials,
  sources: Sources,
  report: Report,
): { readonly all: readonly Client[]; readonly totals: Sources['clients'] } {
  const { clients: rules, needs } = scheme
  if (!rules || !needs.clients) return { all: [], totals: sources.clients }
  const world = worldOf(scheme, period, sources, asOf)
  const all = clientsOf({ scheme, rules, period, tables, alike, world }, report)
  return { all, totals: clientTotals(all, rules) }
}

/** The parts of the period for each person, between the days on which rules or the person's posts change. */
function partsOfPeople({ scheme, period, tables: { small } }: Materials): Sources['parts'] {
  const rows = new Map(small.managers.map((row) => [row.cells.manager_id, row]))
  const posts = groupBy(small.posts, ({ cells }) => cells.manager_id)
  return ({ id }) => {
    const [row, own] = [rows.get(id), posts.get(id) ?? []]
    if (!row) throw new Error(`There is no manager ${id}.`)
    const parts = partsBetween(period, cutsOf(scheme, own, true))
    return parts.map((days) => ({ days, person: personIn(days, row, own, scheme.people.ungraded) }))
  }
}

/** Warns where rules look back and nothing is known of the period before, so that they silently find nothing. */
function warnOfGap(scheme: Scheme, period: Period, { knowsPeriodBefore }: Earlier, report: Report): void {
  const read = scheme.needs.byKind.get(period.kind)?.earlier
  if (knowsPeriodBefore || !read || read.size === 0) return
  const names = [...read].sort(compareText).join(', ')
  report('period-before-unknown', { file: 'history' }, { before: before(period, 1).id, names })
}

function runPeople({ scheme, period, tables: { small } }: Materials): RunPeople {
  const served = small.set_aside.filter(({ cells }) => cells.period.id === period.id)
  const setAside = new Set(served.map(({ cells }) => cells.manager_id))
  const everyone = peopleIn(period, small.managers, small.posts, scheme.people.ungraded)
  const all = everyone.filter(({ id }) => !setAside.has(id))
  const inRun = all.filter(({ daysInPost }) => daysInPost > 0)
  return { all, inRun, setAside: everyone.length - all.length }
}

/** The types of every measure and figure of a scheme, by name. */
export const figureInfos = ({ measures, figures, grades }: Scheme): ReadonlyMap<string, TypeInfo> =>
  new Map<string, TypeInfo>([
    ['grade', { type: 'text', domain: { name: 'grade', ids: new Set(grades.map(({ id }) => id)) } }],
    ...measures.map(({ name }) => [name, { type: 'number' }] as const),
    ...figures.map(({ name, info }) => [name, info] as const),
  ])
