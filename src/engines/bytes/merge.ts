import type { BalanceCell, BalancePlan } from '../../core/tables/engine.ts'
import { KeptNames } from '../scan/kept-names.ts'
import {
  AccountTable,
  CURRENCY,
  keyAlone,
  LATEST_DAY,
  LATEST_FILE,
  LATEST_LINE,
  UNSURE,
} from './account-table.ts'
import { Families } from './families.ts'
import { cellsOf, fenOf } from './family-cells.ts'
import { Heap } from './heap.ts'
import type { PartRead } from './part.ts'
import type { Range } from './range.ts'
import { MergedRanges } from './range-findings.ts'
import { Watch } from './watch.ts'

/** What the parts of `balances` come to together. */
export class MergedParts {
  accounts = new AccountTable(new Heap())
  /** The foreign currencies, by number; the scheme's own has the number 0. */
  readonly currencies: string[] = ['']
  readonly ranges = new MergedRanges()
  readonly watch: Watch
  rows = 0
  refused = false
  allUnsure = false
  #heldFen: bigint | undefined
  readonly #families = new Families(new Heap())
  readonly #products: KeptNames

  constructor(plan: BalancePlan) {
    this.watch = new Watch(plan.watched)
    this.#products = new KeptNames(plan.names)
  }

  /** Takes over what the next part came to; false where two parts have rows of one account on one day. */
  absorb(ranges: readonly Range[], part: PartRead): boolean {
    const firstRange = this.ranges.count
    this.ranges.add(ranges, part.ranges)
    for (const key of part.families.keys) if (key) this.#products.keep(key.product)
    this.#families.absorb(part.families)
    this.#products.tooMany ||= part.manyProducts
    this.watch.absorb(part.managers)
    this.rows += part.rows
    if (part.heldFen !== undefined) this.#heldFen = part.heldFen + (this.#heldFen ?? 0n)
    this.refused ||= part.refused
    this.allUnsure ||= part.allUnsure
    if (firstRange === 0) {
      this.accounts = AccountTable.over(part.accounts)
      this.currencies.splice(0, 1, ...part.currencies)
      return true
    }
    return this.#absorbAccounts(part, firstRange)
  }

  /** The sum of all balances as they stand in the rows. */
  get fen(): bigint {
    return this.#heldFen ?? fenOf(this.#families.data)
  }

  get cells(): readonly BalanceCell[] {
    return cellsOf(this.#families.data, (product) => this.#products.final(product))
  }

  #absorbAccounts(part: PartRead, firstRange: number): boolean {
    const other = AccountTable.over(part.accounts)
    const numbers = this.#numbersOf(other, part)
    for (let from = 1; from < other.count; from++)
      this.#absorbLatest(other, from, numbers[from] as number, firstRange)
    let sound = true
    for (const [month, days] of part.accounts.months) {
      const into = this.accounts.month(month)
      for (let from = 1; from < other.count; from++) {
        const [to, more] = [numbers[from] as number, days[from] as number]
        if (((into[to] as number) & more) !== 0) sound = false
        into[to] = (into[to] as number) | more
      }
    }
    return sound
  }

  /** The number that each account of a part has here; those that the part began with have the same. */
  #numbersOf(other: AccountTable, { currencies, taught }: PartRead): Int32Array {
    const { accounts } = this
    const ofCurrencies = currencies.map((currency) => this.#currencyNumber(currency))
    const numbers = Int32Array.from({ length: other.count }, (_, number) => number)
    for (let from = Math.max(taught, 1); from < other.count; from++) {
      const currency = ofCurrencies[other.fact(from, CURRENCY)] as number
      const [start, end] = [other.keyFrom(from), other.keyFrom(from) + other.keyLength(from)]
      const known = accounts.find(other.arena, start, end, currency)
      numbers[from] = known || accounts.add(keyAlone(other.arena.subarray(start, end)), currency)
    }
    return numbers
  }

  #absorbLatest(other: AccountTable, from: number, to: number, firstRange: number): void {
    const { accounts } = this
    if (other.fact(from, UNSURE) === 1) accounts.setFact(to, UNSURE, 1)
    if (other.fact(from, LATEST_LINE) === 0) return
    const isLater = other.fact(from, LATEST_DAY) >= accounts.fact(to, LATEST_DAY)
    if (accounts.fact(to, LATEST_LINE) !== 0 && !isLater) return
    accounts.setFact(to, LATEST_DAY, other.fact(from, LATEST_DAY))
    accounts.setFact(to, LATEST_LINE, other.fact(from, LATEST_LINE))
    accounts.setFact(to, LATEST_FILE, other.fact(from, LATEST_FILE) + firstRange * 2)
  }

  #currencyNumber(currency: string): number {
    const known = this.currencies.indexOf(currency)
    return known >= 0 ? known : this.currencies.push(currency) - 1
  }
}
