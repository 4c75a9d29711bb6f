import type { Measure } from '../scheme/scheme.ts'
import type { Groups } from '../tables/groups.ts'
import type { RowsOf } from '../tables/shapes.ts'

/** What is known of the client of some rows; empty where nothing is, and `id` where rows are not kept apart by client. */
export interface ClientFacts {
  readonly id: string
  readonly tier: string
  readonly segment: string
}

/** How rows are kept apart by client, and what is known of the clients of a group. */
export interface ClientGroups {
  readonly groups: Groups
  of(group: string): ClientFacts
}

const NO_CLIENT: ClientFacts = { id: '', tier: '', segment: '' }

/**
 * The groups of clients that the measures of a scheme tell apart: clients of one tier and segment, if any measure asks for
 * either; `each`: every client by itself.
 */
export function clientGroups(
  measures: readonly Measure[],
  clients: RowsOf<'clients'>,
  each: boolean,
): ClientGroups {
  const facts = new Map(clients.map(({ cells }) => [cells.client_id, factsOf(cells)]))
  if (each) return { groups: 'clients', of: (id) => ({ ...(facts.get(id) ?? NO_CLIENT), id }) }
  const asked = (['tier', 'segment'] as const).filter((column) => measures.some((each) => asks(each, column)))
  if (asked.length === 0) return { groups: undefined, of: () => NO_CLIENT }
  const names = new Map<string, string>()
  const known: ClientFacts[] = [NO_CLIENT]
  const groups = new Map<string, string>()
  for (const [id, found] of facts) {
    const told = { ...NO_CLIENT, ...Object.fromEntries(asked.map((column) => [column, found[column]])) }
    const key = JSON.stringify(told)
    const name = names.get(key) ?? String(known.push(told) - 1)
    names.set(key, name)
    groups.set(id, name)
  }
  return { groups, of: (group) => known[Number(group)] ?? NO_CLIENT }
}

const factsOf = ({ tier = '', segment = '' }: RowsOf<'clients'>[number]['cells']): ClientFacts => ({
  id: '',
  tier,
  segment,
})

const asks = ({ where, weigh }: Measure, column: 'tier' | 'segment'): boolean =>
  where.has(column) || weigh.has(column)
