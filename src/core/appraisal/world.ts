import type { Earlier } from '../book/earlier.ts'
import type { Phrase } from '../findings/sentence.ts'
import { evaluate } from '../formula/formula.ts'
import { laddersOf } from '../scheme/ladders.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { lookUp } from '../scheme/tiers.ts'
import { type InForce, tiersOn, valueOn } from '../scheme/values-in-force.ts'
import type { Person, PersonPart } from '../tables/people.ts'
import type { Day } from '../values/calendar.ts'
import { TwoKeys } from '../values/group.ts'
import { absent, isMissing, type Missing } from '../values/missing.ts'
import type { Period } from '../values/period.ts'
import type { Value } from '../values/value.ts'
import type { Assessments, Targets } from './facts.ts'
import type { MeasureParts } from './measure-parts.ts'
import type { World } from './sheet.ts'

/** Where the formulas of a run find what is not a figure of their own person and period. */
export interface Sources {
  readonly targets: Targets
  readonly assessments: Assessments
  /** What the clients of a manager come to; undefined where the run knows nothing of clients. */
  readonly clients: (manager: string, figure: string) => Value | undefined
  readonly confirmations: (manager: string, column: string) => Value | undefined
  readonly earlier: Pick<Earlier, 'previous' | 'latest' | 'at' | 'leftOut'>
  readonly measures: MeasureParts
  /** The parts of the period for a person. */
  readonly parts: (person: Person) => readonly PersonPart[]
}

/** The world of a run: the scheme's rules in force on the period's last day, and the people's facts. */
export function worldOf(scheme: Scheme, period: Period, sources: Sources, asOf?: Day): World {
  const { targets, assessments, earlier, measures, parts } = sources
  const measured = new Set(scheme.measures.map(({ name }) => name))
  const values = new TwoKeys<InForce | Missing>()
  // What was in force later was not known yet.
  const ruling = (on: Day): Day => (asOf !== undefined && asOf < on ? asOf : on)
  const orAbsent = (value: Value | undefined, missing: () => Missing) => value ?? missing()
  return {
    period,
    ladders: laddersOf(scheme.grades),
    value(name, key, scope, day) {
      const on = ruling(day)
      const dated = entry(scheme.values.get(name), name)
      const own = key ?? (dated.by ? evaluate(dated.by, scope) : undefined)
      if (isMissing(own)) return own
      const by = typeof own === 'string' ? own : ''
      const known = values.get(name, `${on} ${by}`) ?? valueOn(dated, on, by)
      values.set(name, `${on} ${by}`, known)
      return isMissing(known) ? known : known.value
    },
    table(name, argument, on) {
      const tiers = tiersOn(entry(scheme.tables.get(name), name), ruling(on))
      const found = isMissing(tiers) ? tiers : lookUp(tiers, argument)
      return isMissing(found) ? found : found.result
    },
    target: (person, target) =>
      orAbsent(targets(person, target), () => absent('target-missing', { target, period: period.id })),
    assessment: (person, item) =>
      orAbsent(assessments(person.id, item), () => absent('assessment-missing', { item, period: period.id })),
    confirmation: ({ id }, column) =>
      orAbsent(sources.confirmations(id, column), () =>
        absent('not-confirmed', { column, period: period.id }),
      ),
    clients: ({ id }, figure) =>
      orAbsent(sources.clients(id, figure), () =>
        absent('column-absent', { column: figure, table: 'clients' }),
      ),
    previous: ({ id }: Person, name, steps) =>
      orAbsent(earlier.previous(id, name, steps), () =>
        absent('earlier-absent', { name, asked: periodsBefore(steps) }),
      ),
    at: ({ id, columns }, name, asked) => {
      const hired = columns.get('hired_on')
      const notYet = typeof hired === 'number' && hired > asked.last
      const value = earlier.at(id, name, asked)
      if (value !== undefined || notYet || earlier.leftOut(id, name, asked)) return value
      return absent('earlier-absent', { name, asked: { en: asked.id, zh: asked.id } })
    },
    latest: ({ id }: Person, name) =>
      orAbsent(earlier.latest(id, name), () =>
        absent('earlier-absent', { name, asked: { en: 'the latest known', zh: '最近已知' } }),
      ),
    parts,
    isMeasure: (name) => measured.has(name),
    measureIn: ({ id }, name, part) => measures(id, name, part),
  }
}

function entry<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`The scheme has no ${name}.`)
  return found
}

const periodsBefore = (steps: number): Phrase =>
  steps === 1
    ? { en: 'the one before', zh: '上一期' }
    : { en: `${steps} periods before`, zh: `前 ${steps} 期` }
