import { amountsBetween, amountTurns } from '../scheme/amounts.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { ActivitySums, BalanceSums, Engine } from '../tables/engine.ts'
import { activityOwners, balanceOwners } from '../tables/owners.ts'
import type { Grounds } from '../tables/prepare.ts'
import type { Day } from '../values/calendar.ts'
import { later } from '../values/later.ts'
import type { PeriodKind } from '../values/period.ts'
import { ownedCells, watchedBy } from './cells.ts'
import { clientGroups } from './client-groups.ts'
import { cutsOf, daysAlone } from './cuts.ts'
import { type Alike, alikeIn } from './owned-cell.ts'

/** The large tables as sums, with owners and rates put in. */
export interface Sums {
  readonly balances: BalanceSums
  readonly activity: ActivitySums
  readonly alike: readonly Alike[]
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
  const measures = scheme?.measures ?? []
  const clients = clientGroups(measures, small.clients, scheme?.needs.clients ?? false)
  const bounds = amountTurns(measures)
  const from = scheme ? cutsOf(scheme, small.posts, scheme.needs.parts) : []
  const ofActivity = activityOwners(managers, timelines, ownerships)
  const sum = async (): Promise<Sums> => {
    const activity = await engine.sumActivity({
      ...{ owners: ofActivity, branches, names, bounds, groups: clients.groups },
      cuts: { alone: [], from },
    })
    const balances = await engine.sumBalances({
      currency: scheme?.currency ?? '',
      owners,
      rates: scheme ? rates.timelines : new Map(),
      otherRate: scheme ? rates.unknown : 0,
      branches,
      horizon,
      names,
      groups: clients.groups,
      cuts: { alone: daysAlone(measures), from },
      watched: watchedBy(activity),
    })
    const amounts = amountsBetween(bounds)
    const cells = ownedCells(balances, activity, owners, ownerships, rates, clients, amounts)
    return { balances, activity, alike: alikeIn(cells) }
  }
  return later(sum())
}

/** The products and kinds that the scheme's measures mention. */
function namesIn(scheme: Scheme | undefined): ReadonlySet<string> {
  const columns = scheme?.measures.flatMap(({ where, weigh }) => [...where.values(), ...weigh.values()]) ?? []
  return new Set(columns.flatMap((names) => [...names.keys()]))
}
