import type { RowPlace } from '../bytes/range-findings.ts'

/** A range has fewer lines than this. */
const LINES = 2 ** 32

/** Where each text (a ref, or the cells of a whole row) was met first in a part of a table. */
export class SeenRows {
  /** The range's number × 2^32 + the line. */
  readonly #places = new Map<string, number>()

  /** Notes a text met on a line of a range; the place where it was met before, if it was. */
  note(text: string, { range, line }: RowPlace): RowPlace | undefined {
    const first = this.#places.get(text)
    if (first !== undefined) return { range: Math.floor(first / LINES), line: first % LINES }
    this.#places.set(text, range * LINES + line)
    return undefined
  }

  /** A number for each text, in their order: texts with other numbers are others. */
  get hashes(): Float64Array<ArrayBuffer> {
    return Float64Array.from(this.#places.keys(), hashOf).sort()
  }
}

/** A whole number of 53 bits. */
function hashOf(text: string): number {
  let [high, low] = [0x811c9dc5, 0x9e3779b9]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code, 0x85ebca6b) + high
  }
  low ^= low >>> 15
  return (high >>> 11) * LINES + (Math.imul(low, 0xc2b2ae35) >>> 0)
}

/** Whether two lists of numbers in their order have one in common. */
export function share(a: Float64Array, b: Float64Array): boolean {
  for (let [at, other] = [0, 0]; at < a.length && other < b.length; ) {
    const [one, two] = [a[at] as number, b[other] as number]
    if (one === two) return true
    if (one < two) at += 1
    else other += 1
  }
  return false
}
