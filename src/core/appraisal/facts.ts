import type { Report } from '../findings/finding.ts'
import type { Person } from '../tables/people.ts'
import type { RowsOf } from '../tables/shapes.ts'
import { type Exact, ZERO } from '../values/exact.ts'
import { groupBy } from '../values/group.ts'
import type { Period } from '../values/period.ts'

/** The target of a person in the run's period: of the first scope that has one (manager, grade, branch, all). */
export type Targets = (person: Person, target: string) => Exact | undefined

/** Makes targets findable by person. */
export function targetsOf(rows: RowsOf<'targets'>, period: Period): Targets {
  const key = (scope: string, id: string, target: string) => JSON.stringify([scope, id, target])
  const values = new Map<string, Exact>()
  for (const { cells } of rows) {
    if (cells.period.id === period.id) values.set(key(cells.scope, cells.scope_id ?? '', cells.target), cells.value)
  }
  return ({ id, grade, branch }, target) => {
    const scopes = [['manager', id], ['grade', grade ?? ''], ['branch', branch], ['all', '']] as const
    for (const [scope, scopeId] of scopes) {
      const value = values.get(key(scope, scopeId, target))
      if (value) return value
    }
    return undefined
  }
}

/** The assessed value of a person in an item: the mean of the assessors' scores, weighted. */
export type Assessments = (manager: string, item: string) => Exact | undefined

/** Takes the weighted means of the run's assessments; rows without a period serve the run's. */
export function assessmentsOf(rows: RowsOf<'assessments'>, period: Period, report: Report): Assessments {
  const key = (manager: string, item: string) => JSON.stringify([manager, item])
  const serving = rows.filter(({ cells }) => cells.period === undefined || cells.period.id === period.id)
  const means = new Map<string, Exact>()
  for (const [name, group] of groupBy(serving, ({ cells }) => key(cells.manager_id, cells.item))) {
    const weights = group.reduce((sum, { cells }) => sum.add(cells.weight), ZERO)
    const scores = group.reduce((sum, { cells }) => sum.add(cells.score.mul(cells.weight)), ZERO)
    const [first] = group
    if (weights.equals(ZERO) && first) {
      report('weights-zero', first.at('weight'), { manager: first.cells.manager_id, item: first.cells.item })
    } else means.set(name, scores.div(weights))
  }
  return (manager, item) => means.get(key(manager, item))
}
