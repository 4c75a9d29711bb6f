/** More products or kinds than any scheme tells apart: the column holds free text. */
const MOST_NAMES = 2000

/**
 * Keeps the number of different products or kinds within bounds. Those that measures mention always count under their own
 * names; the others too while they are few, else all of them share the name ''.
 */
export class KeptNames {
  readonly #mentioned: ReadonlySet<string>
  readonly #others = new Set<string>()
  /** Whether those that measures do not mention are too many to be told apart. */
  tooMany = false

  constructor(mentioned: ReadonlySet<string>) {
    this.#mentioned = mentioned
  }

  /** The name under which a row counts for now. */
  keep(name: string): string {
    if (this.#mentioned.has(name) || this.#others.has(name)) return name
    if (this.#others.size >= MOST_NAMES) {
      this.tooMany = true
      return ''
    }
    this.#others.add(name)
    return name
  }

  /** The name under which it counts in the end, which does not depend on the order of rows. */
  final(name: string): string {
    return this.tooMany && !this.#mentioned.has(name) ? '' : name
  }
}
