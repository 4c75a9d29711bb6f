import type { Ownership } from '../tables/ownership.ts'
import type { Grounds } from '../tables/prepare.ts'
import { numberAt } from '../tables/timelines.ts'
import { type Exact, exact, ZERO } from '../values/exact.ts'
import type { Period } from '../values/period.ts'
import { compareText } from '../values/text.ts'
import type { Alike } from './owned-cell.ts'

/** Who looks after a client; undefined where nobody does. */
export type ClientOwners = (client: string) => string | undefined

/**
 * The owners of clients on the last day of a period: where `assignments` name one for the client, the one with the greatest
 * share; else the one who owns most of the balances of its accounts on that day. Of equals the first id.
 */
export function clientOwners(
  { timelines, ownerships }: Pick<Grounds, 'timelines' | 'ownerships'>,
  alike: readonly Alike[],
  period: Period,
): ClientOwners {
  const holding = holdingOn(alike, period)
  return (client) => {
    const timeline = timelines?.clients.get(client)
    const assigned = timeline ? ownerships.parts(numberAt(timeline, period.last)) : []
    return greatest(sharesIn(assigned)) ?? greatest(holding.get(client) ?? new Map())
  }
}

const sharesIn = (ownership: Ownership): ReadonlyMap<string, Exact> =>
  new Map(
    ownership.flatMap(({ manager, share, standing }) =>
      standing === 'outside' ? [] : [[manager, share] as const],
    ),
  )

/** What each manager holds of each client's balances on the last day, in fen and without their sign. */
function holdingOn(
  alike: readonly Alike[],
  { last }: Period,
): ReadonlyMap<string, ReadonlyMap<string, Exact>> {
  const clients = new Map<string, Map<string, Exact>>()
  for (const { one, cells } of alike) {
    if (one.table !== 'balances' || one.first !== last) continue
    for (const { client, amount, ownership, rate } of cells) {
      const held = clients.get(client.id) ?? new Map<string, Exact>()
      clients.set(client.id, held)
      for (const [manager, share] of sharesIn(ownership)) {
        held.set(manager, (held.get(manager) ?? ZERO).add(exact(amount).abs().mul(share).mul(rate)))
      }
    }
  }
  return clients
}

function greatest(held: ReadonlyMap<string, Exact>): string | undefined {
  const sorted = [...held].sort(([a, x], [b, y]) => y.compare(x) || compareText(a, b))
  return sorted[0]?.[0]
}
