import type { Report } from '../findings/finding.ts'
import { Groups } from '../formula/formula.ts'
import type { ClientRules, Scheme } from '../scheme/scheme.ts'
import type { Person } from '../tables/people.ts'
import type { Tables } from '../tables/prepare.ts'
import { type Day, daysOfMonth } from '../values/calendar.ts'
import { type Exact, exact, isExact, ONE, ZERO } from '../values/exact.ts'
import { TwoKeys } from '../values/group.ts'
import type { Missing } from '../values/missing.ts'
import type { Period } from '../values/period.ts'
import { compareText } from '../values/text.ts'
import type { Value } from '../values/value.ts'
import { takeByClient } from './client-measures.ts'
import { clientOwners } from './client-owners.ts'
import { computeFigures, notConcerned } from './figures.ts'
import type { Alike } from './owned-cell.ts'
import { Sheet, type World } from './sheet.ts'
import { askedOf, counts } from './take.ts'

/** A client with what was worked out for it, who looks after it, and when it was visited and is to be visited next. */
export interface Client {
  readonly sheet: Sheet
  readonly owner: string | undefined
  readonly lastVisit: Day | undefined
  readonly nextVisit: Day | undefined
}

/** What the clients of a manager come to in a figure: the sum of a number, or for how many a condition holds. */
export type ClientTotals = (manager: string, figure: string) => Exact

/** Everything that the clients of a run are worked out from. */
export interface ClientGrounds {
  readonly scheme: Scheme
  readonly rules: ClientRules
  readonly period: Period
  readonly tables: Tables
  readonly alike: readonly Alike[]
  readonly world: World
}

/** Works out every client of the folder, by id: those of `clients`, and those that rows or assignments name. */
export function clientsOf(grounds: ClientGrounds, report: Report): readonly Client[] {
  const { rules, period, tables, alike, world } = grounds
  const groups = new Groups(() => sheets.map(({ peer }) => peer))
  const sheets = peopleLike(grounds).map((person): Sheet => new ClientSheet(person, world, groups))
  setMeasures(grounds, sheets)
  computeFigures(rules.figures, sheets, () => [], report)
  const [owner, visited] = [clientOwners(tables, alike, period), lastVisits(grounds)]
  return sheets.map((sheet) => {
    const lastVisit = visited.get(sheet.person.id)
    return {
      sheet,
      owner: owner(sheet.person.id),
      lastVisit,
      nextVisit: nextVisit(sheet, lastVisit, grounds),
    }
  })
}

/** A client read as formulas read a person; figures of managers do not concern it. */
class ClientSheet extends Sheet {
  override figure(name: string): Value | Missing {
    return this.has(name) ? super.figure(name) : notConcerned(name)
  }
}

function peopleLike({ tables, alike }: ClientGrounds): readonly Person[] {
  const rows = new Map(tables.small.clients.map((row) => [row.cells.client_id, row]))
  const named = alike.flatMap(({ cells }) => cells.map(({ client }) => client.id))
  const ids = new Set([...rows.keys(), ...(tables.timelines?.clients.keys() ?? []), ...named])
  return [...ids]
    .filter((id) => id !== '')
    .sort(compareText)
    .map((id) => {
      const row = rows.get(id)
      const cells = Object.entries(row?.cells ?? {}).filter(([, value]) => value !== undefined)
      const { name = '', branch = '' } = row?.cells ?? {}
      const place = row?.at() ?? { file: 'clients' }
      const columns = new Map(cells as [string, Value][])
      return { id, name, branch, grade: undefined, columns, daysInPost: 0, place }
    })
}

/** Puts in the measures that the clients' formulas may read: 0 for a client without rows. */
function setMeasures({ scheme, alike, period }: ClientGrounds, sheets: readonly Sheet[]): void {
  for (const measure of scheme.measures) {
    const taken = takeByClient(measure, alike, period)
    for (const sheet of sheets) sheet.set(measure.name, taken.get(sheet.person.id)?.value ?? ZERO)
  }
}

/** The last day of the period on which each client was visited, as the measure of visits counts them. */
function lastVisits({ scheme, rules, alike, period }: ClientGrounds): ReadonlyMap<string, Day> {
  const measure = scheme.measures.find(({ name }) => name === rules.visits)
  const days = new Map<string, Day>()
  if (!measure) return days
  const asked = askedOf(measure, period)
  for (const { cells } of alike.filter(({ one }) => counts(asked, one))) {
    for (const { client, month, days: bits } of cells) {
      const day = (daysOfMonth(month).first + 31 - Math.clz32(bits)) as Day
      days.set(client.id, Math.max(days.get(client.id) ?? day, day) as Day)
    }
  }
  return days
}

/** The day of the next visit: a cycle of the class after the last one, the day after the period where there was none. */
function nextVisit(sheet: Sheet, last: Day | undefined, { rules, period }: ClientGrounds): Day | undefined {
  const every = rules.classes.find(({ id }) => id === sheet.known('class'))?.every
  if (!every) return undefined
  return last === undefined ? ((period.last + 1) as Day) : ((last + Number(every.n)) as Day)
}

/** The totals of each manager's clients; `count` is their number. */
export function clientTotals(clients: readonly Client[], { figures }: ClientRules): ClientTotals {
  const totals = new TwoKeys<Exact>()
  const add = (manager: string, figure: string, value: Exact) =>
    totals.set(manager, figure, (totals.get(manager, figure) ?? ZERO).add(value))
  for (const { sheet, owner } of clients) {
    if (owner === undefined) continue
    add(owner, 'count', ONE)
    for (const { name } of figures) add(owner, name, numberOf(sheet.known(name)))
  }
  return (manager, figure) => totals.get(manager, figure) ?? ZERO
}

const numberOf = (value: Value | undefined): Exact =>
  isExact(value) ? value : exact(value === true ? 1n : 0n)
