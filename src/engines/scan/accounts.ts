import type { OpenBalanceCell } from './balance-cells.ts'
import { PagedInts } from './paged.ts'

const SEPARATOR = '\0'

/** Every account of the table in every currency that it has rows in, numbered from 0. */
export class Accounts {
  readonly #numbers = new Map<string, number>()
  /** Where the account's row before counted, which is mostly where the next one counts; it says also who owned it. */
  readonly cells: (OpenBalanceCell | undefined)[] = []
  readonly #keys: string[] = []
  /** The account whose row came after the account's row last time: exports mostly list them in the same order every day. */
  readonly #next = new PagedInts()
  #last = 0

  get size(): number {
    return this.#numbers.size
  }

  /** The number of an account in a currency; in the scheme's own one `currency` is empty. */
  numberOf(account: string, currency: string): number {
    const key = currency === '' ? account : account + SEPARATOR + currency
    const guess = this.#next.get(this.#last)
    const number = this.#keys[guess] === key ? guess : (this.#numbers.get(key) ?? this.#add(key))
    if (number !== guess) this.#next.set(this.#last, number)
    this.#last = number
    return number
  }

  /** Every account with its currency, by number. */
  *names(): Generator<readonly [account: string, currency: string, number: number]> {
    for (const [number, key] of this.#keys.entries()) {
      const [account = '', currency = ''] = key.split(SEPARATOR)
      yield [account, currency, number]
    }
  }

  #add(key: string): number {
    const number = this.#numbers.size
    this.#numbers.set(key, number)
    this.#keys.push(key)
    this.cells.push(undefined)
    return number
  }
}
