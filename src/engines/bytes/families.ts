import type { Stretch } from '../../core/tables/engine.ts'
import type { Bucket } from '../../core/values/buckets.ts'
import { AFTER_ALL, BEFORE_ALL, type Day, type Interval } from '../../core/values/calendar.ts'
import type { Floats, Heap, Ints } from './heap.ts'

/** What the rows of a family have in common besides owners, rate and days. */
export interface FamilyFacts {
  readonly branch: string
  readonly product: string
  readonly currency: string
  /** The name of the client's group. */
  readonly group: string
  /** The client and manager of the rows, where activity asks for the one manager of all the client's accounts. */
  readonly watched: { readonly client: string; readonly manager: string } | undefined
}

export interface FamilyKey extends FamilyFacts {
  readonly owners: number
  readonly rate: number
}

/** What families are, without their sums. Plain data. */
export interface FamilySeed {
  readonly keys: readonly (FamilyKey | undefined)[]
  readonly holds: Ints
  readonly quick: Ints
}

/** Families and their sums. Plain data. */
export interface FamilyData extends FamilySeed {
  readonly classes: readonly DayClass[]
}

/** Sums stay plain numbers up to here; with one more number of at most 2^50 they are still exact. */
const CARRY = 2 ** 52

/** The sums of all families over the rows of a bucket. */
export interface DayClass extends Bucket {
  /** By family: fen not yet carried. */
  sums: Floats
  /** By family, two numbers: rows, and the days that have such rows. */
  counts: Ints
  /** What was carried, by family. */
  readonly carried: Map<number, bigint>
}

/** The families of owners on some days. */
interface Alike extends Interval {
  readonly numbers: Map<string, number>
}

const FIRST_CAPACITY = 256
const NO_DAY: Interval = { first: AFTER_ALL, last: BEFORE_ALL }

/** The families that rows count in, numbered from 1, and their sums. Family 0 holds on no day. */
export class Families {
  readonly keys: (FamilyKey | undefined)[] = [undefined]
  /** By family, two numbers: the first and last day on which it holds, since owners and rate stay the same. */
  holds: Ints
  /** As `holds`, but no day for a family whose rows each need a closer look. */
  quick: Ints
  /** By owners: for each stretch of days on which they hold, the families by all else. */
  readonly #numbers = new Map<number, Alike[]>()
  /** By the first day of their buckets. */
  readonly #classes = new Map<Day, DayClass>()
  readonly #heap: Heap

  constructor(heap: Heap) {
    this.#heap = heap
    this.holds = heap.ints(FIRST_CAPACITY * 2)
    this.quick = heap.ints(FIRST_CAPACITY * 2)
    this.#setDays(0, NO_DAY, NO_DAY)
  }

  /** The family of rows alike in all these respects, on the days on which owners and rate both hold. */
  numberOf(owners: Stretch, rate: Stretch, facts: FamilyFacts): number {
    const [first, last] = [Math.max(owners.first, rate.first), Math.min(owners.last, rate.last)]
    const alike = this.#alike(owners.number, first as Day, last as Day)
    const text = textOf(rate, facts)
    const known = alike.get(text)
    if (known !== undefined) return known
    const number = this.keys.push({ ...facts, owners: owners.number, rate: rate.number }) - 1
    if (number * 2 >= this.holds.length) this.#grow()
    alike.set(text, number)
    const days = { first, last } as Interval
    this.#setDays(number, days, facts.watched ? NO_DAY : days)
    return number
  }

  #alike(owners: number, first: Day, last: Day): Map<string, number> {
    const stretches = this.#numbers.get(owners)
    // Hardly any has more than three.
    const known = stretches?.find((stretch) => stretch.first === first && stretch.last === last)
    if (known) return known.numbers
    const made: Alike = { first, last, numbers: new Map() }
    if (stretches) stretches.push(made)
    else this.#numbers.set(owners, [made])
    return made.numbers
  }

  get data(): FamilyData {
    const { keys, holds, quick } = this
    return { keys, holds, quick, classes: [...this.#classes.values()] }
  }

  /** Begins with families that are known, before any was made; the seed is used up. */
  begin({ keys, holds, quick }: FamilySeed): void {
    this.keys.splice(0, 1, ...keys)
    this.holds = holds
    this.quick = quick
    this.#classes.clear()
  }

  /** Whether a family holds on a day. */
  holdsOn(family: number, day: number): boolean {
    return day >= (this.holds[family * 2] as number) && day <= (this.holds[family * 2 + 1] as number)
  }

  /** The sums of a day's rows. */
  classOf({ month, first, last }: Bucket): DayClass {
    const known = this.#classes.get(first)
    if (known) return known
    const size = this.holds.length / 2
    const made: DayClass = {
      ...{ month, first, last },
      sums: this.#heap.floats(size),
      counts: this.#heap.ints(size * 2),
      carried: new Map(),
    }
    this.#classes.set(first, made)
    return made
  }

  /** Takes over the families of a part and their sums; the first part's are used up. */
  absorb(part: FamilyData): void {
    const { keys, holds, classes } = part
    if (this.keys.length === 1) {
      this.begin(part)
      for (const each of classes) this.#classes.set(each.first, each)
      return
    }
    const numbers = keys.map((key, family) => {
      if (!key) return 0
      const days = { first: holds[family * 2], last: holds[family * 2 + 1] } as Interval
      return this.numberOf({ ...days, number: key.owners }, { ...days, number: key.rate }, key)
    })
    for (const each of classes) {
      const into = this.classOf(each)
      for (const [family, fen] of each.carried) addTo(into, numbers[family] as number, fen, 0, 0)
      for (const [family, number] of numbers.entries()) {
        const [rows, days] = [each.counts[family * 2] as number, each.counts[family * 2 + 1] as number]
        if (rows !== 0 || days !== 0) addTo(into, number, each.sums[family] as number, rows, days)
      }
    }
  }

  #setDays(family: number, holds: Interval, quick: Interval): void {
    this.holds.set([holds.first, holds.last], family * 2)
    this.quick.set([quick.first, quick.last], family * 2)
  }

  #grow(): void {
    const size = this.holds.length
    const heap = this.#heap
    this.holds = copied(this.holds, heap.ints(size * 2))
    this.quick = copied(this.quick, heap.ints(size * 2))
    for (const each of this.#classes.values()) {
      each.sums = copied(each.sums, heap.floats(size))
      each.counts = copied(each.counts, heap.ints(size * 2))
    }
  }
}

/** What is known of families once more in another heap. */
export const familySeedIn = (heap: Heap, { keys, holds, quick }: FamilySeed): FamilySeed => ({
  keys: [...keys],
  holds: copied(holds, heap.ints(holds.length)),
  quick: copied(quick, heap.ints(quick.length)),
})

/** Most rows are in the scheme's own currency and claimed: then the product says it all, unless clients have groups. */
function textOf(rate: Stretch, { branch, product, currency, group, watched }: FamilyFacts): string {
  if (rate.number === 0 && branch === '' && group === '' && watched === undefined) return product
  return [product, rate.number, branch, currency, group, watched?.client, watched?.manager].join('\0')
}

function copied<T extends Ints | Floats>(array: T, into: T): T {
  into.set(array)
  return into
}

/** Adds a row, or a part of one, to a family. */
export function addTo(day: DayClass, family: number, fen: number | bigint, rows: number, bit: number): void {
  const { sums, counts, carried } = day
  if (typeof fen === 'bigint') carried.set(family, (carried.get(family) ?? 0n) + fen)
  else {
    sums[family] = (sums[family] as number) + fen
    carryFrom(day, family)
  }
  counts[family * 2] = (counts[family * 2] as number) + rows
  counts[family * 2 + 1] = (counts[family * 2 + 1] as number) | bit
}

/** Keeps the plain number of a sum small. */
function carryFrom({ sums, carried }: Pick<DayClass, 'sums' | 'carried'>, family: number): void {
  const sum = sums[family] as number
  if (sum <= CARRY && sum >= -CARRY) return
  carried.set(family, (carried.get(family) ?? 0n) + BigInt(sum))
  sums[family] = 0
}
