/** A small repeatable source of chance, so that a seed always makes the same bank. */

/** Draws that depend on the seed alone. */
export interface Random {
  /** A whole number from low to high, both included. */
  readonly int: (low: number, high: number) => number
  /** True with the given probability. */
  readonly chance: (probability: number) => boolean
  /** One element of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T
  /** The list in another order. */
  readonly shuffled: <T>(list: readonly T[]) => T[]
}

/** The draws that belong to a seed. */
export function randomFrom(seed: number): Random {
  const next = mulberry(seed)
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T
  const shuffled = <T>(list: readonly T[]): T[] => {
    const rest = [...list]
    return list.map(() => rest.splice(int(0, rest.length - 1), 1)[0] as T)
  }
  return { int, chance: (probability) => next() < probability, pick, shuffled }
}

/** The generator known as mulberry32. */
function mulberry(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
