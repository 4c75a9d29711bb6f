import { BRANCHES, type DraftManager, GRADES } from './people.ts'
import type { DraftRow, Plan } from './plan.ts'
import type { Random } from './random.ts'

const VALUES: Readonly<Record<string, readonly string[]>> = {
  deposits: ['3500000', '3000000.00', '10000000', '1234567.8912', '500000', '30000000'],
  fees: ['30000', '30000.0', '25000', '10000.5', '9999.9999'],
}

/** Targets of every period in one of the scopes for everyone, with rows of other scopes that win or lose. */
export function targetRows(plan: Plan, managers: readonly DraftManager[]): DraftRow[] {
  const rows = [...plan.periods, '2003Q4'].flatMap((period) =>
    ['deposits', 'fees'].flatMap((target) =>
      scopesOf(plan.random, managers).map(([scope, scope_id]) => ({
        scope,
        scope_id,
        target,
        period,
        value: plan.random.pick(VALUES[target] ?? []),
      })),
    ),
  )
  return plan.random.shuffled(rows)
}

function scopesOf(random: Random, managers: readonly DraftManager[]): (readonly [string, string])[] {
  const of = (scope: string, ids: readonly string[]): (readonly [string, string])[] =>
    ids.map((id) => [scope, id])
  const lists = [
    of('all', ['']),
    of('grade', GRADES),
    of(
      'manager',
      managers.map(({ id }) => id),
    ),
    of('branch', BRANCHES),
  ]
  const whole = random.int(0, 3)
  return lists.flatMap((list, i) => list.filter(() => i === whole || random.chance(0.3)))
}

/** Scores of every member of the staff by one to three assessors of different weight. */
export function assessmentRows(plan: Plan, managers: readonly DraftManager[]): DraftRow[] {
  return plan.periods.flatMap((period) =>
    managers.filter(({ staff }) => staff).flatMap((manager) => scoresOf(plan, manager, period)),
  )
}

function scoresOf({ random, periods }: Plan, { id }: DraftManager, period: string): DraftRow[] {
  const assessors = random.pick([
    [''],
    ['', 'peer'],
    ['boss'],
    ['boss', 'peer'],
    ['boss', 'peer', 'client, old'],
  ])
  const one = periods.length === 1
  return ['knowledge', 'conduct', 'satisfaction'].flatMap((item) =>
    assessors.map((assessor) => ({
      manager_id: id,
      item,
      score: random.pick(['0', '100', '100', '87.5', '66.6667', '99.9999', String(random.int(40, 100))]),
      assessor,
      weight: random.pick(['', '1', '2', '0.5', '0.33333333', '3']),
      period: one && random.chance(0.5) ? '' : period,
    })),
  )
}
