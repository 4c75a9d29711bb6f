import { type Bytes, Heap, type Ints } from './heap.ts'

const FIRST_CAPACITY = 1024
/** A usual slot has fewer bytes. */
const SLOT_SIZE = 64
/** Tables double, so that no more is left behind than is in use; what is empty takes no memory. */
const grown = (needed: number, capacity: number): number => Math.max(needed, capacity * 2)

/**
 * The bytes before a slot's content: its capacity, where the account's key stands in it, the key's length, and the number
 * of the reading (encoding, columns and forms) that the content belongs to: the same bytes mean something else in another.
 */
export const SLOT_HEAD = 7
/** The reading of a slot that holds nothing but a key. */
export const NO_READING = 0

/** A row's bytes as a slot keeps them, so many from the beginning of `content`, the account's key among them. */
export interface Slot {
  readonly reading: number
  readonly content: Uint8Array
  readonly length: number
  readonly keyAt: number
  readonly keyLength: number
}

/** What is known of accounts that another part of the table is likely to have too: their slots, and where rows count. Plain data. */
export interface AccountSeed {
  readonly count: number
  /** So many bytes of the arena are in use. */
  readonly used: number
  readonly arena: Bytes
  readonly facts: Ints
  readonly index: Ints
}

/** The state of a table of accounts. Plain data. */
export interface AccountData extends AccountSeed {
  readonly months: ReadonlyMap<number, Ints>
}

/** The slot of an account of which nothing but its key is known. */
export const keyAlone = (key: Uint8Array): Slot => ({
  reading: NO_READING,
  content: key,
  length: key.length,
  keyAt: 0,
  keyLength: key.length,
})

/** How many whole numbers stand for an account in `facts`. */
const FACTS = 8
/** Where its slot begins in the arena. */
export const SLOT = 0
/** The account whose row came after the account's row last time: exports mostly list them in the same order every day. */
export const NEXT = 1
/** Where its rows count, on the days on which that holds. */
export const FAMILY = 2
/** The day of the latest row, its line, and the number of its file × 2, + 1 where the balance is other than 0. */
export const LATEST_DAY = 3
export const LATEST_LINE = 4
export const LATEST_FILE = 5
export const CURRENCY = 6
/** 1: some row names no day, so that holes cannot be told. */
export const UNSURE = 7

/** What is said of rows alone, which another part does not have. */
const OF_ROWS = [LATEST_DAY, LATEST_LINE, LATEST_FILE, UNSURE]

/**
 * Every account in every currency that rows name, numbered from 1, in a hundred bytes or so each. An account's slot in
 * `arena` holds the bytes of its latest row as they lay in the file, without date and balance: a row with the same bytes
 * is known to be sound and to count where the one before did. The account 0 matches no row.
 */
export class AccountTable {
  count = 1
  arena: Bytes
  facts: Ints
  /** For each calendar month, as `monthOf` numbers it, the days on which each account has a row: bit 0 is the 1st. */
  readonly months = new Map<number, Ints>()
  #used = 0
  /** Of the key that was looked for last. */
  #hash = 0
  #index: Ints
  readonly #heap: Heap

  /** Makes room for so many accounts at first. Room that is not used takes no memory, but growing leaves some behind. */
  constructor(heap: Heap, capacity = FIRST_CAPACITY) {
    this.#heap = heap
    this.arena = heap.bytes(capacity * SLOT_SIZE)
    this.facts = heap.ints(capacity * FACTS)
    this.#index = heap.ints(FIRST_CAPACITY * 2)
    this.#write(0, keyAlone(new Uint8Array(0)))
  }

  /** The table of accounts whose state this is. */
  static over({ months, ...known }: AccountData): AccountTable {
    const table = new AccountTable(new Heap())
    table.begin(known)
    for (const [month, days] of months) table.months.set(month, days)
    return table
  }

  /** Begins with what is known of accounts, before any was added; the seed becomes the table's own. */
  begin({ count, used, arena, facts, index }: AccountSeed): void {
    this.count = count
    this.facts = facts
    this.arena = arena
    this.#index = index
    this.#used = used
  }

  #growIndex(): void {
    this.#index = this.#heap.ints(this.#index.length * 2)
    for (let account = 1; account < this.count; account++) {
      const from = this.keyFrom(account)
      const end = from + this.keyLength(account)
      this.#enter(account, hashOf(this.arena, from, end, this.fact(account, CURRENCY)))
    }
  }

  /** The number of an account in a currency; 0 where no row has named it yet. */
  find(key: Uint8Array, from: number, to: number, currency: number): number {
    const mask = this.#index.length - 1
    this.#hash = hashOf(key, from, to, currency)
    for (let at = this.#hash & mask; ; at = (at + 1) & mask) {
      const account = this.#index[at] as number
      if (account === 0 || this.#isKey(account, key, from, to, currency)) return account
    }
  }

  /** Adds the account that `find` did not find just now. */
  add(slot: Slot, currency: number): number {
    const account = this.count
    if (account >= this.capacity) this.#grow(account + 1)
    this.count += 1
    this.facts[account * FACTS + CURRENCY] = currency
    this.facts[account * FACTS + SLOT] = -1
    this.#write(account, slot)
    if (this.count * 2 > this.#index.length) this.#growIndex()
    else this.#enter(account, this.#hash)
    return account
  }

  /** Puts what a new row says of an account in place of what was known. */
  rewrite(account: number, slot: Slot): void {
    this.#write(account, slot)
  }

  get data(): AccountData {
    const { count, arena, facts, months } = this
    return { count, used: this.#used, arena, facts, index: this.#index, months }
  }

  get capacity(): number {
    return this.facts.length / FACTS
  }

  /** One of the numbers that stand for an account. */
  fact(account: number, fact: number): number {
    return this.facts[account * FACTS + fact] as number
  }

  setFact(account: number, fact: number, value: number): void {
    this.facts[account * FACTS + fact] = value
  }

  /** An account's id. */
  id(account: number): string {
    const from = this.keyFrom(account)
    return Buffer.from(this.arena.subarray(from, from + this.keyLength(account))).toString()
  }

  /** Where an account's key, its id as UTF-8, stands in the arena. */
  keyFrom(account: number): number {
    const slot = this.fact(account, SLOT)
    return slot + SLOT_HEAD + this.#short(slot + 2)
  }

  keyLength(account: number): number {
    return this.#short(this.fact(account, SLOT) + 4)
  }

  /** The days of a month on which accounts have rows. */
  month(number: number): Ints {
    const known = this.months.get(number)
    if (known) return known
    const days = this.#heap.ints(this.capacity)
    this.months.set(number, days)
    return days
  }

  #short(at: number): number {
    return (this.arena[at] as number) | ((this.arena[at + 1] as number) << 8)
  }

  #isKey(account: number, key: Uint8Array, from: number, to: number, currency: number): boolean {
    const slot = this.facts[account * FACTS + SLOT] as number
    if (this.facts[account * FACTS + CURRENCY] !== currency || this.#short(slot + 4) !== to - from)
      return false
    const start = slot + SLOT_HEAD + this.#short(slot + 2) - from
    // Ids that differ do so mostly near their end.
    for (let at = to - 1; at >= from; at--) if (this.arena[start + at] !== key[at]) return false
    return true
  }

  #write(account: number, { reading, content, length, keyAt, keyLength }: Slot): void {
    let slot = this.facts[account * FACTS + SLOT] as number
    if (slot < 0 || this.#used === 0 || this.#short(slot) < length) {
      slot = this.#used
      const end = slot + SLOT_HEAD + length
      this.#makeRoom(end)
      this.#used = end
      this.facts[account * FACTS + SLOT] = slot
      this.#setShort(slot, length)
    }
    this.#setShort(slot + 2, keyAt)
    this.#setShort(slot + 4, keyLength)
    const { arena } = this
    arena[slot + 6] = reading
    const from = slot + SLOT_HEAD
    for (let at = 0; at < length; at++) arena[from + at] = content[at] as number
  }

  #makeRoom(bytes: number): void {
    if (bytes <= this.arena.length) return
    const larger = this.#heap.bytes(grown(bytes, this.arena.length))
    larger.set(this.arena)
    this.arena = larger
  }

  #setShort(at: number, value: number): void {
    this.arena[at] = value
    this.arena[at + 1] = value >>> 8
  }

  #enter(account: number, hash: number): void {
    const mask = this.#index.length - 1
    let at = hash & mask
    while (this.#index[at] !== 0) at = (at + 1) & mask
    this.#index[at] = account
  }

  #grow(needed: number): void {
    const capacity = grown(needed, this.capacity)
    this.facts = this.#enlarged(this.facts, capacity * FACTS)
    for (const [month, days] of this.months) this.months.set(month, this.#enlarged(days, capacity))
  }

  #enlarged(array: Ints, length: number): Ints {
    const larger = this.#heap.ints(length)
    larger.set(array)
    return larger
  }
}

/** What is known of accounts, but for what is said of rows, once more in another heap, with as much room. */
export function seedIn(heap: Heap, { count, used, arena, facts, index }: AccountSeed): AccountSeed {
  const seed = {
    ...{ count, used, arena: heap.bytes(arena.length) },
    ...{ facts: heap.ints(facts.length), index: heap.ints(index.length) },
  }
  seed.arena.set(arena.subarray(0, used))
  seed.facts.set(facts.subarray(0, count * FACTS))
  seed.index.set(index)
  for (let account = 0; account < count; account++) {
    for (const fact of OF_ROWS) seed.facts[account * FACTS + fact] = 0
  }
  return seed
}

function hashOf(key: Uint8Array, from: number, to: number, currency: number): number {
  let hash = currency ^ 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (key[at] as number), 0x01000193)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x2c1b3c6d) >>> 0
}
