import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml'
import type { Code, Facts } from '../findings/sentences.ts'

/** How many values a file may hold, what its aliases repeat counted each time. */
export const MOST_VALUES = 200_000

/** One value of a YAML file beside the place where it stands: a tree of the same form as the plain value. */
export interface Spot {
  readonly node: Node | null
  readonly key: Node | undefined
  readonly parts: ReadonlyMap<string, Spot>
}

/** A YAML node as plain texts, lists and entries, with its places and the number of values it stands for. */
export interface Plain {
  readonly value: unknown
  readonly spot: Spot
  readonly count: number
}

/** Reports what is wrong with a node of the file. */
export type Complain = <C extends Code>(code: C, node: Node | null, facts: Facts<C>) => void

/** Turns nodes into plain values; aliases stand for what their anchor named before, so no value can hold itself. */
export class Plainer {
  readonly #anchors = new Map<string, Plain>()
  readonly #complain: Complain
  readonly #lineOf: (node: Node | null) => number

  constructor(complain: Complain, lineOf: (node: Node | null) => number) {
    this.#complain = complain
    this.#lineOf = lineOf
  }

  /** The plain value of a node; entries have no prototype, so that no key means anything but itself. */
  plain(node: Node | null, key?: Node): Plain {
    if (isAlias(node)) return this.#aliased(node.source, node, key)
    const made = isMap(node)
      ? this.#entries(node.items as Pair<Node, Node | null>[], node, key)
      : this.#other(node, key)
    if (node && 'anchor' in node && node.anchor) this.#anchors.set(node.anchor, made)
    return made
  }

  #other(node: Node | null, key: Node | undefined): Plain {
    if (isSeq(node)) return this.#list(node.items as (Node | null)[], node, key)
    const value = isScalar(node) && typeof node.value === 'string' ? node.value : ''
    return { value, spot: { node, key, parts: new Map() }, count: 1 }
  }

  #aliased(name: string, node: Node, key: Node | undefined): Plain {
    const found = this.#anchors.get(name)
    if (!found) this.#complain('yaml-alias', node, { alias: name })
    return found ? { ...found, spot: { ...found.spot, key } } : this.#other(null, key)
  }

  #list(items: readonly (Node | null)[], node: Node, key: Node | undefined): Plain {
    const made = items.map((item) => this.plain(item))
    const parts = new Map(made.map(({ spot }, index) => [String(index), spot]))
    return { value: made.map(({ value }) => value), spot: { node, key, parts }, count: sum(made) }
  }

  #entries(pairs: readonly Pair<Node, Node | null>[], node: Node, key: Node | undefined): Plain {
    const made = new Map<string, Plain>()
    for (const pair of pairs) this.#entry(pair, made)
    const value: Record<string, unknown> = Object.create(null)
    for (const [name, part] of made) value[name] = part.value
    const parts = new Map([...made].map(([name, { spot }]) => [name, spot]))
    return { value, spot: { node, key, parts }, count: sum([...made.values()]) }
  }

  #entry({ key, value }: Pair<Node, Node | null>, made: Map<string, Plain>): void {
    const name = isScalar(key) ? nameOf(key) : ''
    const first = made.get(name)?.spot.key
    if (!isScalar(key)) this.#complain('yaml-key', key, {})
    else if (first) this.#complain('yaml-key-twice', key, { key: name, first: this.#lineOf(first) })
    else made.set(name, this.plain(value, key))
  }
}

const nameOf = (key: Scalar): string => (typeof key.value === 'string' ? key.value : '')

const sum = (parts: readonly Plain[]): number => parts.reduce((total, { count }) => total + count, 1)
