import type { Earlier } from '../book/earlier.ts'
import { evaluate } from '../formula/formula.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { lookUp } from '../scheme/tiers.ts'
import { tiersOn, valueOn } from '../scheme/values-in-force.ts'
import type { Person } from '../tables/people.ts'
import { absent, isMissing, type Missing } from '../values/missing.ts'
import type { Period } from '../values/period.ts'
import type { Value } from '../values/value.ts'
import type { Assessments, Targets } from './facts.ts'
import type { World } from './sheet.ts'

/** Where the formulas of a run find what is not a figure of their own person and period. */
export interface Sources {
  readonly targets: Targets
  readonly assessments: Assessments
  readonly earlier: Earlier
}

/** The world of a run: the scheme's rules in force on the period's last day, and the people's facts. */
export function worldOf(scheme: Scheme, period: Period, sources: Sources): World {
  const { targets, assessments, earlier } = sources
  const orAbsent = (value: Value | undefined, missing: () => Missing) => value ?? missing()
  return {
    period,
    grades: scheme.grades.map(({ id }) => id),
    value(name, key, scope) {
      const dated = known(scheme.values.get(name), name)
      const own = key ?? (dated.by ? evaluate(dated.by, scope) : undefined)
      if (isMissing(own)) return own
      const given = valueOn(dated, period.last, typeof own === 'string' ? own : undefined)
      return isMissing(given) ? given : given.value
    },
    table(name, argument) {
      const tiers = tiersOn(known(scheme.tables.get(name), name), period.last)
      const found = isMissing(tiers) ? tiers : lookUp(tiers, argument)
      return isMissing(found) ? found : found.result
    },
    target: (person, target) =>
      orAbsent(targets(person, target), () => absent('target-missing', { target, period: period.id })),
    assessment: (person, item) =>
      orAbsent(assessments(person.id, item), () => absent('assessment-missing', { item, period: period.id })),
    previous: ({ id }: Person, name, steps) =>
      orAbsent(earlier.previous(id, name, steps), () => absent('earlier-absent', { name, asked: `${-steps}` })),
    latest: ({ id }: Person, name) =>
      orAbsent(earlier.latest(id, name), () => absent('earlier-absent', { name, asked: 'latest' })),
  }
}

function known<T>(entry: T | undefined, name: string): T {
  if (entry === undefined) throw new Error(`The scheme has no ${name}.`)
  return entry
}
