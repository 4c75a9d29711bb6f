/** Values by two ids, one inside the other. */
export class TwoKeys<V> {
  readonly #outer = new Map<string, Map<string, V>>()

  get(outer: string, inner: string): V | undefined {
    return this.#outer.get(outer)?.get(inner)
  }

  set(outer: string, inner: string, value: V): void {
    const values = this.#outer.get(outer) ?? new Map<string, V>()
    this.#outer.set(outer, values.set(inner, value))
  }
}

/** The items by key, each group in the order of the items; items without a key are left out. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K | undefined): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** The same keys with other values. */
export const mapValues = <K, V, W>(map: ReadonlyMap<K, V>, change: (value: V, key: K) => W): Map<K, W> =>
  new Map([...map].map(([key, value]) => [key, change(value, key)]))

/** The sum of something over items. */
export const sumOver = <T>(items: readonly T[], of: (item: T) => bigint): bigint =>
  items.reduce((sum, item) => sum + of(item), 0n)
