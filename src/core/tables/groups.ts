/**
 * How rows are kept apart by their clients: under each client's own id (`clients`), or under the name of a group, where
 * clients that no group is given for share the name ''. Undefined where clients make no difference. Plain data.
 */
export type Groups = 'clients' | ReadonlyMap<string, string> | undefined

/** The name under which a client's rows are kept. */
export function groupOf(groups: Groups, client: string): string {
  if (groups === undefined) return ''
  return groups === 'clients' ? client : (groups.get(client) ?? '')
}
