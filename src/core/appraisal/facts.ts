import type { Report } from '../findings/finding.ts'
import type { Person } from '../tables/people.ts'
import type { RowsOf } from '../tables/shapes.ts'
import { type Exact, ZERO } from '../values/exact.ts'
import { groupBy, TwoKeys } from '../values/group.ts'
import type { Period } from '../values/period.ts'

/** The target of a person in the run's period: of the first scope that has one (manager, grade, branch, all). */
export type Targets = (person: Person, target: string) => Exact | undefined

/** Makes targets findable by person. */
export function targetsOf(rows: RowsOf<'targets'>, period: Period): Targets {
  const scopes = { manager: new TwoKeys<Exact>(), grade: new TwoKeys<Exact>(), branch: new TwoKeys<Exact>() }
  const all = new Map<string, Exact>()
  for (const { cells } of rows) {
    const { scope, scope_id: id = '', target, value } = cells
    if (cells.period.id !== period.id) continue
    if (scope === 'all') all.set(target, value)
    else scopes[scope].set(id, target, value)
  }
  return ({ id, grade, branch }, target) => {
    return (
      scopes.manager.get(id, target) ??
      scopes.grade.get(grade ?? '', target) ??
      scopes.branch.get(branch, target) ??
      all.get(target)
    )
  }
}

/** The assessed value of a person in an item: the mean of the assessors' scores, weighted. */
export type Assessments = (manager: string, item: string) => Exact | undefined

/** Takes the weighted means of the run's assessments; rows without a period serve the run's. */
export function assessmentsOf(rows: RowsOf<'assessments'>, period: Period, report: Report): Assessments {
  const serving = rows.filter(({ cells }) => cells.period === undefined || cells.period.id === period.id)
  const means = new TwoKeys<Exact>()
  for (const [manager, own] of groupBy(serving, ({ cells }) => cells.manager_id)) {
    for (const [item, group] of groupBy(own, ({ cells }) => cells.item)) {
      const mean = meanOf(group, report)
      if (mean) means.set(manager, item, mean)
    }
  }
  return (manager, item) => means.get(manager, item)
}

function meanOf(group: RowsOf<'assessments'>, report: Report): Exact | undefined {
  const weights = group.reduce((sum, { cells }) => sum.add(cells.weight), ZERO)
  const scores = group.reduce((sum, { cells }) => sum.add(cells.score.mul(cells.weight)), ZERO)
  if (!weights.equals(ZERO)) return scores.div(weights)
  const [first] = group
  if (first)
    report('weights-zero', first.at('weight'), { manager: first.cells.manager_id, item: first.cells.item })
  return undefined
}
