/** Things in an order in which each comes after those it needs, and the rings that have none. */
export interface Order {
  readonly ordered: readonly string[]
  readonly rings: readonly (readonly string[])[]
}

/** Orders things by what they need, keeping the given order where it is free; needs that are not among them are not counted. */
export function inOrder(things: readonly string[], needs: (thing: string) => Iterable<string>): Order {
  const left = new Map(things.map((thing) => [thing, new Set<string>()]))
  for (const [thing, own] of left) {
    for (const needed of needs(thing)) if (left.has(needed)) own.add(needed)
  }
  const ordered: string[] = []
  const rings: (readonly string[])[] = []
  while (left.size > 0) {
    takeReady(left, ordered)
    const ring = ringIn(left)
    if (!ring) continue
    rings.push(ring)
    for (const member of ring) left.delete(member)
    for (const own of left.values()) for (const member of ring) own.delete(member)
  }
  return { ordered, rings }
}

/** Moves what needs nothing more out of `left`, until the rest all waits for something. */
function takeReady(left: Map<string, Set<string>>, ordered: string[]): void {
  const needing = new Map([...left.keys()].map((thing) => [thing, [] as string[]]))
  for (const [thing, own] of left) {
    for (const needed of own) needing.get(needed)?.push(thing)
  }
  const ready = [...left].filter(([, own]) => own.size === 0).map(([thing]) => thing)
  for (const thing of ready) {
    ordered.push(thing)
    left.delete(thing)
    for (const other of needing.get(thing) ?? []) {
      const own = left.get(other)
      if (own?.delete(thing) && own.size === 0) ready.push(other)
    }
  }
}

/** Where everything waits for something, following the first need again and again comes back to itself. */
function ringIn(left: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | undefined {
  const walked: string[] = []
  const at = new Map<string, number>()
  let [thing] = left.keys()
  while (thing !== undefined) {
    const before = at.get(thing)
    if (before !== undefined) return earliestFirst(walked.slice(before), [...left.keys()])
    at.set(thing, walked.length)
    walked.push(thing)
    ;[thing] = left.get(thing) ?? []
  }
  return undefined
}

/** The same ring, told from the member that the scheme names first. */
function earliestFirst(ring: readonly string[], all: readonly string[]): readonly string[] {
  const first = all.find((thing) => ring.includes(thing)) ?? ''
  const start = ring.indexOf(first)
  return [...ring.slice(start), ...ring.slice(0, start)]
}
