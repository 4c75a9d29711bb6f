import type { Quantities } from '../measures/kind.ts'
import type { Measure } from '../scheme/scheme.ts'
import { type Exact, exact, ONE, ZERO } from '../values/exact.ts'
import type { OwnedCell } from './owned-cell.ts'

/** The product; most factors are 1. */
export const times = (a: Exact, b: Exact): Exact => (a === ONE ? b : b === ONE ? a : a.mul(b))

/** What a measure adds up for one manager, branch or client. */
export interface Tally {
  /** How many rows were added. */
  readonly rows: number
  /** Adds the rows of a cell, each multiplied. */
  add(cell: OwnedCell, factor: Exact): void
  readonly total: Exact
}

/** An empty tally of what a measure adds up. */
export const tallyOf = ({ kind }: Measure): Tally =>
  kind.counts === 'days' ? new DifferentDays() : new FactoredSum(kind.counts)

/** A sum that grows by whole quantities, kept apart by factor so that each factor is multiplied in once. */
class FactoredSum implements Tally {
  rows = 0
  readonly #parts = new Map<Exact, { amount: bigint; quantity: bigint; rows: number }>()
  readonly #counts: (cell: Quantities) => Exact

  constructor(counts: (cell: Quantities) => Exact) {
    this.#counts = counts
  }

  add(cell: Quantities, factor: Exact): void {
    const part = this.#parts.get(factor) ?? this.#open(factor)
    part.amount += cell.amount
    part.quantity += cell.quantity
    part.rows += cell.rows
    this.rows += cell.rows
  }

  get total(): Exact {
    let sum = ZERO
    for (const [factor, part] of this.#parts) sum = sum.add(times(this.#counts(part), factor))
    return sum
  }

  #open(factor: Exact) {
    const part = { amount: 0n, quantity: 0n, rows: 0 }
    this.#parts.set(factor, part)
    return part
  }
}

/** The different days that have rows, whatever is owned of them. */
class DifferentDays implements Tally {
  rows = 0
  /** By month, a bit a day. */
  readonly #months = new Map<number, number>()

  add({ month, days, rows }: OwnedCell): void {
    this.#months.set(month, (this.#months.get(month) ?? 0) | days)
    this.rows += rows
  }

  get total(): Exact {
    let count = 0
    for (const days of this.#months.values()) for (let rest = days; rest !== 0; rest &= rest - 1) count += 1
    return exact(BigInt(count))
  }
}

/** Tallies of one measure by key. */
export class Tallies {
  readonly #tallies = new Map<string, Tally>()
  readonly #measure: Measure

  constructor(measure: Measure) {
    this.#measure = measure
  }

  of(key: string): Tally {
    const tally = this.#tallies.get(key) ?? tallyOf(this.#measure)
    this.#tallies.set(key, tally)
    return tally
  }

  get entries(): Iterable<readonly [string, Tally]> {
    return this.#tallies
  }
}
