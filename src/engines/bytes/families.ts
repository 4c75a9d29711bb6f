import type { BalanceCell, Stretch } from '../../core/tables/engine.ts'
import type { FiledDay } from '../filed-day.ts'

/** What the rows of a family have in common besides owners, rate and days. */
export interface FamilyFacts {
  readonly branch: string
  readonly product: string
  readonly currency: string
  /** The client and manager of the rows, where activity asks for the one manager of all the client's accounts. */
  readonly watched: { readonly client: string; readonly manager: string } | undefined
}

interface FamilyKey extends FamilyFacts {
  readonly owners: number
  readonly rate: number
}

/** Sums stay plain numbers up to here; with one more number of at most 2^50 they are still exact. */
export const CARRY = 2 ** 52

/** The sums of all families over the rows of one month's last day, or of its other days. */
export interface DayClass {
  readonly month: number
  readonly lastDay: boolean
  /** By family: fen not yet carried, rows, and the days that have such rows. */
  sums: Float64Array
  rows: Int32Array
  days: Int32Array
  /** What was carried, by family. */
  readonly carried: Map<number, bigint>
}

const FIRST_CAPACITY = 256

/** The families that rows count in, numbered from 1, and their sums. Family 0 holds on no day. */
export class Families {
  readonly keys: (FamilyKey | undefined)[] = [undefined]
  /** The days on which a family holds: while owners and rate stay the same. */
  first = new Int32Array(FIRST_CAPACITY).fill(1)
  last = new Int32Array(FIRST_CAPACITY)
  /** By the stretch of days on which the owners hold, of which each is one object; then by all else. */
  readonly #numbers = new Map<Stretch, Map<string, number>>()
  readonly #classes = new Map<number, DayClass>()

  /** The family of rows alike in all these respects, on the days on which owners and rate both hold. */
  numberOf(owners: Stretch, rate: Stretch, facts: FamilyFacts): number {
    const ofOwners = this.#numbers.get(owners) ?? new Map<string, number>()
    this.#numbers.set(owners, ofOwners)
    const text = textOf(rate, facts)
    const known = ofOwners.get(text)
    if (known !== undefined) return known
    const number = this.keys.push({ ...facts, owners: owners.number, rate: rate.number }) - 1
    if (number >= this.first.length) this.#grow()
    ofOwners.set(text, number)
    this.first[number] = Math.max(owners.first, rate.first)
    this.last[number] = Math.min(owners.last, rate.last)
    return number
  }

  /** The sums of a day's rows. */
  classOf({ month, isLast }: Pick<FiledDay, 'month' | 'isLast'>): DayClass {
    const number = month * 2 + (isLast ? 1 : 0)
    const known = this.#classes.get(number)
    if (known) return known
    const size = this.first.length
    const made: DayClass = {
      month,
      lastDay: isLast,
      sums: new Float64Array(size),
      rows: new Int32Array(size),
      days: new Int32Array(size),
      carried: new Map(),
    }
    this.#classes.set(number, made)
    return made
  }

  /** Every cell that has rows or a sum. */
  *cells(): Generator<BalanceCell> {
    for (const { month, lastDay, sums, rows, days, carried } of this.#classes.values()) {
      for (const [family, key] of this.keys.entries()) {
        const count = rows[family] as number
        if (!key || (count === 0 && days[family] === 0)) continue
        const { owners, branch, product, currency, rate } = key
        const amount = BigInt(sums[family] as number) + (carried.get(family) ?? 0n)
        const cell = { owners, branch, product, currency, rate, month, lastDay }
        yield { ...cell, days: days[family] as number, rows: count, amount }
      }
    }
  }

  #grow(): void {
    const size = this.first.length * 2
    this.first = enlarged(this.first, new Int32Array(size))
    this.last = enlarged(this.last, new Int32Array(size))
    for (const each of this.#classes.values()) {
      each.sums = enlarged(each.sums, new Float64Array(size))
      each.rows = enlarged(each.rows, new Int32Array(size))
      each.days = enlarged(each.days, new Int32Array(size))
    }
  }
}

/** Most rows are in the scheme's own currency and claimed: then the product says it all. */
function textOf(rate: Stretch, { branch, product, currency, watched }: FamilyFacts): string {
  if (rate.number === 0 && branch === '' && watched === undefined) return product
  return [product, rate.number, rate.first, branch, currency, watched?.client, watched?.manager].join('\0')
}

function enlarged<T extends Int32Array | Float64Array>(array: T, larger: T): T {
  larger.set(array)
  return larger
}

/** Adds to the sum of a family exactly. */
export function addTo({ sums, carried }: DayClass, family: number, fen: number | bigint): void {
  if (typeof fen === 'bigint') carried.set(family, (carried.get(family) ?? 0n) + fen)
  else {
    sums[family] = (sums[family] as number) + fen
    carryFrom({ sums, carried }, family)
  }
}

/** Keeps the plain number of a sum small. */
export function carryFrom({ sums, carried }: Pick<DayClass, 'sums' | 'carried'>, family: number): void {
  const sum = sums[family] as number
  if (sum <= CARRY && sum >= -CARRY) return
  carried.set(family, (carried.get(family) ?? 0n) + BigInt(sum))
  sums[family] = 0
}
