import type { Scheme } from '../scheme/scheme.ts'
import type { ActivitySums, BalanceSums, Engine } from '../tables/engine.ts'
import { activityOwners, balanceOwners } from '../tables/owners.ts'
import type { Grounds } from '../tables/prepare.ts'
import type { Day } from '../values/calendar.ts'
import { later } from '../values/later.ts'
import type { PeriodKind } from '../values/period.ts'
import { ownedCells, watchedBy } from './cells.ts'
import type { OwnedCell } from './take.ts'

/** The large tables as sums, with owners and rates put in. */
export interface Sums {
  readonly balances: BalanceSums
  readonly activity: ActivitySums
  readonly cells: readonly OwnedCell[]
}

/**
 * Has the engine begin to sum the large tables; gives the sums, to be waited for later. The activity is summed first, so that the
 * balances can tell whose clients it names.
 */
export function beginSums(
  engine: Engine,
  scheme: Scheme | undefined,
  { small, managers, timelines, ownerships, rates }: Grounds,
  horizon: Day | PeriodKind,
): Promise<Sums> {
  const owners = balanceOwners(managers, timelines, ownerships)
  const branches = new Map(small.clients.map(({ cells }) => [cells.client_id, cells.branch ?? '']))
  const names = namesIn(scheme)
  const ofActivity = activityOwners(managers, timelines, ownerships)
  const sum = async (): Promise<Sums> => {
    const activity = await engine.sumActivity({ owners: ofActivity, branches, names })
    const balances = await engine.sumBalances({
      currency: scheme?.currency ?? '',
      owners,
      rates: scheme ? rates.timelines : new Map(),
      otherRate: scheme ? rates.unknown : 0,
      branches,
      horizon,
      names,
      watched: watchedBy(activity),
    })
    return { balances, activity, cells: ownedCells(balances, activity, owners, ownerships, rates) }
  }
  return later(sum())
}

/** The products and kinds that the scheme's measures mention. */
function namesIn(scheme: Scheme | undefined): ReadonlySet<string> {
  const columns = scheme?.measures.flatMap(({ where, weigh }) => [...where.values(), ...weigh.values()]) ?? []
  return new Set(columns.flatMap((names) => [...names.keys()]))
}
