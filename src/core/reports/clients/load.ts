import type { Appraisal } from '../../appraisal/appraisal.ts'
import { type Client, type ClientTotals, clientTotals } from '../../appraisal/clients.ts'
import type { ClientRules } from '../../scheme/scheme.ts'
import { type Exact, exact, printExact, printFixed, ZERO } from '../../values/exact.ts'
import { groupBy } from '../../values/group.ts'
import { number, type Table, text } from '../table.ts'

type Person = Appraisal['people'][number]

/** What the clients of one manager weigh, and how far that is from the mean of all managers. */
export interface Load {
  readonly person: Person
  readonly clients: number
  /** By class, in the scheme's order. */
  readonly byClass: readonly number[]
  readonly load: Exact
  /** The load less the mean load. */
  readonly deviation: Exact
  readonly due: Exact
  readonly counted: Exact
}

/** The load of every manager of the run, by id. */
export function loadsOf(
  clients: readonly Client[],
  rules: ClientRules,
  people: readonly Person[],
): readonly Load[] {
  const totals = clientTotals(clients, rules)
  const owned = groupBy(clients, ({ owner }) => owner)
  const sum = people.reduce((all, { id }) => all.add(totals(id, 'load')), ZERO)
  const mean = people.length === 0 ? ZERO : sum.div(exact(BigInt(people.length)))
  return people.map((person) => {
    const own = owned.get(person.id) ?? []
    const byClass = rules.classes.map(
      ({ id }) => own.filter(({ sheet }) => sheet.known('class') === id).length,
    )
    return { person, clients: own.length, byClass, ...weightsOf(person, totals, mean) }
  })
}

function weightsOf({ id }: Person, totals: ClientTotals, mean: Exact) {
  const load = totals(id, 'load')
  return {
    load,
    deviation: load.sub(mean),
    due: totals(id, 'visits_due'),
    counted: totals(id, 'visits_counted'),
  }
}

/**
 * The part of all load that would have to change hands for every manager to have the same (the index of Hoover): 0 where
 * it is even.
 */
export function unevenness(loads: readonly Load[]): Exact {
  const all = loads.reduce((sum, { load }) => sum.add(load), ZERO)
  if (all.equals(ZERO)) return ZERO
  return loads.reduce((sum, { deviation }) => sum.add(deviation.abs()), ZERO).div(all.mul(2))
}

/** How many clients of each class every manager has, what they weigh against the mean, and how many of the visits due were made. */
export const loadReport = (loads: readonly Load[], { classes }: ClientRules): Table => ({
  header: [
    ...['manager_id', 'name', 'branch', 'clients', ...classes.map(({ id }) => `class_${id}`)],
    ...['load', 'deviation', 'due', 'counted', 'coverage'],
  ],
  rows: loads.map(({ person, clients, byClass, load, deviation, due, counted }) => [
    ...[person.id, person.name, person.branch].map(text),
    ...[clients, ...byClass].map((count) => number(`${count}`)),
    ...[load, deviation, due, counted].map((value) => number(shown(value))),
    number(due.equals(ZERO) ? '' : printFixed(counted.div(due), 4)),
  ]),
})

/** Whole numbers as they are, others with 4 decimals. */
const shown = (value: Exact): string => (value.d === 1n ? printExact(value) : printFixed(value, 4))
