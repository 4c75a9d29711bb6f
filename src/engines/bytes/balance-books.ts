import type { Place } from '../../core/findings/finding.ts'
import { type BalancePlan, NONE_HOLDS } from '../../core/tables/engine.ts'
import { LongIds } from '../../core/tables/long-ids.ts'
import { nearId } from '../../core/tables/lost-zeros.ts'
import type { Bucket } from '../../core/values/buckets.ts'
import { BEFORE_ALL, type Day, printDay } from '../../core/values/calendar.ts'
import { MOST_RECORD } from '../csv/limits.ts'
import { type FiledDay, fileDay } from '../filed-day.ts'
import {
  type AccountData,
  type AccountSeed,
  AccountTable,
  FAMILY,
  keyAlone,
  LATEST_DAY,
  LATEST_FILE,
  LATEST_LINE,
  NEXT,
  NO_READING,
  type Slot,
  seedIn,
  UNSURE,
} from './account-table.ts'
import { addTo, type DayClass, type Families, type FamilySeed, familySeedIn } from './families.ts'
import { Heap, type HeapData, type Ints } from './heap.ts'
import { type AddDays, type Held, HeldByDays, type HeldFacts, HeldInOrder } from './held-balances.ts'
import { areTermsKnown, Placing, type RowFacts, type Terms } from './placing.ts'
import { Collected } from './range-findings.ts'
import { Watch } from './watch.ts'

/** A slot has one byte for the number of its reading. */
const MOST_READINGS = 255

/** What the rows of the table tell: each day's balance, or changes, of which an earlier reading may have told the days. */
export type Snapshots = 'daily' | 'changes' | AccountData

/** Of no rows. */
const NO_BUCKET: Bucket = { month: -1, first: BEFORE_ALL, last: BEFORE_ALL }

/** A month of a larger balance is no plain number any more. */
const MOST_HELD = 2 ** 45

/** What one part of the table has learnt of accounts, as far as it holds for the others too, in a heap of its own. Plain data. */
export interface Seed {
  readonly heap: HeapData
  readonly accounts: AccountSeed
  readonly families: FamilySeed
  readonly currencies: readonly string[]
  readonly readings: readonly string[]
}

/** A row of `balances` with sound cells. */
export interface BalanceRow extends RowFacts {
  readonly day: FiledDay
  /** At least as many as the client's id has characters. */
  readonly clientLength: number
  /** Fen. */
  readonly amount: number | bigint
  readonly currency: string
  /** The account's number, 0 for a new one, where it was looked for just now. */
  readonly found?: number | undefined
}

/** The place of a row, or of one of its cells. */
export type PlaceOf = (column?: 'manager_id' | 'currency' | 'client_id') => Place

/** What a row that was refused still says of its key, so that one fault is not told as another. */
export interface FaultyKey {
  readonly day: FiledDay | undefined
  readonly account: string | undefined
  readonly currency: string | undefined
}

/**
 * Keeps the sums of `balances` while rows are added, in any order of rows and files: of a row nothing stays but what it
 * adds to its family and to its account. Sums are whole fen and keys are one bit an account and day, so both come out
 * the same however the table is cut.
 */
export class BalanceBooks {
  readonly heap: Heap
  /** Where the rows are while they are taken. */
  readonly text: Buffer
  readonly plan: BalancePlan
  readonly accounts: AccountTable
  readonly placing: Placing
  readonly families: Families
  readonly watch: Watch
  /** Whether a row with sound cells was refused: its key is taken, or its owner or rate is not there. */
  refused = false
  /** Whether some row does not even name its account. */
  allUnsure = false

  // What the inner loop reads at every row.
  lastAccount = 0
  /** The number of the present file or stretch of one, from 0, × 2. */
  fileNumber = -2
  day = BEFORE_ALL
  bit = 0
  month: Ints
  dayClass: DayClass

  /** What is found in the present file or stretch of one. */
  #found = new Collected()
  readonly #readings: string[] = []
  #filed: FiledDay | undefined
  readonly #held: Held | undefined
  #heldFen = 0n
  /** Where rows hold: what the latest row of each account says. */
  readonly #facts: HeldFacts[] = []

  /**
   * `snapshots`: what the rows tell; where it is changes, the days of rows as far as an earlier reading told them. `seed`:
   * what another part has learnt, which becomes the books' own. `room`: for how many accounts where there is no seed.
   */
  constructor(plan: BalancePlan, snapshots: Snapshots, seed: Seed | undefined, room: number) {
    this.heap = new Heap(seed?.heap)
    this.text = this.heap.buffer(MOST_RECORD)
    this.plan = plan
    this.accounts = new AccountTable(this.heap, seed ? 1 : room)
    this.placing = new Placing(plan, this.heap)
    this.families = this.placing.families
    if (seed) this.#begin(seed)
    this.month = this.heap.ints(0)
    this.#held = this.#heldFor(snapshots)
    this.watch = new Watch(plan.watched)
    this.dayClass = this.families.classOf(NO_BUCKET)
  }

  /** What a part learns that another may begin with. */
  get seed(): Seed {
    const { accounts, families, placing, heap } = this
    const { currencies } = placing
    const own = { accounts: accounts.data, families: families.data, currencies, readings: this.#readings }
    return seedAgain({ heap: heap.data, ...own })
  }

  /** Whether each row's balance holds until the account's next row. */
  get holdsRows(): boolean {
    return this.#held !== undefined
  }

  /** The sum of the balances as they stand in rows that hold, which the sums do not tell. */
  get heldFen(): bigint | undefined {
    return this.#held && this.#heldFen
  }

  /** Whether rows that hold did not come in order, so that the table must be read again. */
  get isDisordered(): boolean {
    return this.#held?.isDisordered ?? false
  }

  /** Ends the reading. */
  close(): void {
    this.#held?.close()
  }

  /** Begins the next file, or the next stretch of one. */
  beginFile(found: Collected): void {
    this.#found = found
    this.fileNumber += 2
    this.lastAccount = 0
  }

  /** The number of a way to read rows, from 1; `NO_READING` where there are more than a slot tells apart. */
  readingNumber(reading: string): number {
    const known = this.#readings.indexOf(reading)
    const number = known >= 0 ? known + 1 : this.#readings.push(reading)
    return number > MOST_READINGS ? NO_READING : number
  }

  /** Turns to the day of the rows that follow. */
  turnTo(filed: FiledDay): void {
    if (filed === this.#filed && this.month.length === this.accounts.capacity) return
    this.#filed = filed
    this.day = filed.day
    this.bit = filed.bit
    this.month = this.accounts.month(filed.month)
    this.dayClass = this.families.classOf(filed)
  }

  /** Adds a row of an account that counts where its row before did; false where that does not hold on the day. */
  addAlike(account: number, filed: FiledDay, amount: number, line: number): boolean {
    const family = this.accounts.fact(account, FAMILY)
    if (!this.families.holdsOn(family, filed.day)) return false
    this.turnTo(filed)
    if (((this.month[account] as number) & this.bit) !== 0) return false
    this.#add(account, family, amount, line)
    return true
  }

  /** Adds a row, or tells why it cannot count. */
  add(row: BalanceRow, found: Slot | undefined, line: number, at: PlaceOf): void {
    const slot = found ?? keyAlone(Buffer.from(row.account))
    const currency = this.placing.currencyNumber(row.currency)
    const count = this.accounts.count
    const account = this.#accountOf(slot, currency, row.found)
    const isNew = account === count
    const isFirst = this.#note(account, row.day)
    this.turnTo(row.day)
    const family = isFirst ? this.#familyOf(row, currency) : 0
    if (family === 0) {
      this.#tell(row, isFirst, this.placing.termsOn(row, currency, row.day.day), at)
      return
    }
    if (row.clientLength > LongIds.KEPT) this.#found.ids.note('client_id', row.client, () => at('client_id'))
    if (!isNew) this.accounts.rewrite(account, slot)
    this.accounts.setFact(account, FAMILY, family)
    if (this.#held) this.#facts[account] = factsOf(row, currency)
    this.#addNoted(account, family, row.amount, line)
  }

  /** The family of a row; 0 where its terms are not known. */
  #familyOf(row: BalanceRow, currency: number): number {
    const { day } = row.day
    const known = this.placing.knownFamily(row, currency, day)
    if (known !== 0) return known
    const terms = this.placing.termsOn(row, currency, day)
    return areTermsKnown(terms) ? this.placing.familyOf(row, currency, terms) : 0
  }

  /** A row with a faulty cell still fills its day, or says whose day it may be, so that no hole is told besides. */
  noteFaulty({ day, account, currency }: FaultyKey, at: PlaceOf): void {
    if (account === undefined || currency === undefined) {
      this.allUnsure = true
      return
    }
    const slot = keyAlone(Buffer.from(account))
    const number = this.#accountOf(slot, this.placing.currencyNumber(currency))
    if (!day) this.accounts.setFact(number, UNSURE, 1)
    else if (!this.#note(number, day)) {
      const facts = { account, currency: currency || this.plan.currency, day: printDay(day.day) }
      this.#found.report('balance-twice', at(), facts)
    }
  }

  #begin({ accounts, families, currencies, readings }: Seed): void {
    this.families.begin(families)
    this.accounts.begin(accounts)
    this.placing.currencies.splice(0, 1, ...currencies)
    this.#readings.push(...readings)
  }

  #accountOf(slot: Slot, currency: number, found?: number): number {
    const { content, keyAt, keyLength } = slot
    const known = found ?? this.accounts.find(content, keyAt, keyAt + keyLength, currency)
    const account = known || this.accounts.add(slot, currency)
    this.accounts.setFact(this.lastAccount, NEXT, account)
    this.lastAccount = account
    return account
  }

  /** Notes that an account has a row on a day; false where it has one already. */
  #note(account: number, { month, bit }: FiledDay): boolean {
    const days = this.accounts.month(month)
    const seen = days[account] as number
    days[account] = seen | bit
    return (seen & bit) === 0
  }

  #add(account: number, family: number, amount: number | bigint, line: number): void {
    this.month[account] = (this.month[account] as number) | this.bit
    this.accounts.setFact(this.lastAccount, NEXT, account)
    this.lastAccount = account
    this.#addNoted(account, family, amount, line)
  }

  #addNoted(account: number, family: number, amount: number | bigint, line: number): void {
    const { accounts, day } = this
    const facts = this.#facts[account]
    if (this.#held && facts) {
      this.#held.take(account, day, amount, facts)
      this.#heldFen += BigInt(amount)
      return
    }
    addTo(this.dayClass, family, amount, 1, this.bit)
    const watched = this.families.keys[family]?.watched
    if (watched) this.watch.note(watched.client, watched.manager, day)
    if (accounts.fact(account, LATEST_LINE) !== 0 && day < accounts.fact(account, LATEST_DAY)) return
    accounts.setFact(account, LATEST_DAY, day)
    accounts.setFact(account, LATEST_LINE, line)
    accounts.setFact(account, LATEST_FILE, this.fileNumber | (amount === 0 || amount === 0n ? 0 : 1))
  }

  #heldFor(snapshots: Snapshots): Held | undefined {
    if (snapshots === 'daily') return undefined
    const add: AddDays = (facts, first, last, amount) => this.#addDays(facts, first, last, amount)
    const { horizon } = this.plan
    return snapshots === 'changes' ? new HeldInOrder(horizon, add) : new HeldByDays(horizon, add, snapshots)
  }

  /** Adds a balance for each of some days; the row counts as one on the last of them. */
  #addDays(facts: HeldFacts, first: Day, last: Day, amount: number | bigint): void {
    const watched = this.plan.watched.get(facts.client) ?? []
    for (const day of watched)
      if (day >= first && day <= last) this.watch.note(facts.client, facts.manager, day)
    for (let day = first; day <= last; ) {
      const terms = this.placing.termsOn(facts, facts.currency, day)
      const family = this.placing.familyOf(facts, facts.currency, terms)
      const filed = fileDay(day, this.plan.cuts)
      const end = Math.min(last, terms.owners.last, terms.rate.last, filed.until) as Day
      const days = end - day + 1
      const bits = (days === 32 ? -1 : (1 << days) - 1) * filed.bit
      addTo(this.families.classOf(filed), family, times(amount, days), end === last ? 1 : 0, bits)
      day = (end + 1) as Day
    }
  }

  #tell(row: BalanceRow, isFirst: boolean, { owners, rate }: Terms, at: PlaceOf): void {
    this.refused = true
    const { account, manager } = row
    const currency = row.currency || this.plan.currency
    const day = printDay(row.day.day)
    if (!isFirst) this.#found.report('balance-twice', at(), { account, currency, day })
    if (rate.number === NONE_HOLDS) this.#found.report('rate-missing', at('currency'), { currency, day })
    else if (owners.number === NONE_HOLDS) {
      const likeliest = nearId(manager, this.plan.owners.managers ?? new Map())
      this.#found.report('manager-unknown', at('manager_id'), { found: manager, likeliest })
    }
  }
}

const factsOf = (row: BalanceRow, currency: number): HeldFacts => {
  const { account, client, product, manager, branch } = row
  return { account, client, product, manager, branch, currency }
}

/** A balance on so many days. Sums stay exact: large ones go the way of BigInt. */
const times = (amount: number | bigint, days: number): number | bigint =>
  typeof amount === 'number' && Math.abs(amount) <= MOST_HELD ? amount * days : BigInt(amount) * BigInt(days)

/** What was learnt once more in a heap of its own: a part uses its seed up. */
export function seedAgain(seed: Seed): Seed {
  const heap = new Heap()
  const [accounts, families] = [seedIn(heap, seed.accounts), familySeedIn(heap, seed.families)]
  return { ...seed, accounts, families, heap: heap.data }
}
