import type { OpenBalanceCell } from './balance-cells.ts'

const SEPARATOR = '\0'

/** Every account of the table in every currency that it has rows in, numbered from 0. */
export class Accounts {
  readonly #numbers = new Map<string, number>()
  /** Where the account's row before counted, which is mostly where the next one counts; it says also who owned it. */
  readonly cells: (OpenBalanceCell | undefined)[] = []

  get size(): number {
    return this.#numbers.size
  }

  /** The number of an account in a currency; in the scheme's own one `currency` is empty. */
  numberOf(account: string, currency: string): number {
    const key = currency === '' ? account : account + SEPARATOR + currency
    return this.#numbers.get(key) ?? this.#add(key)
  }

  /** Every account with its currency, by number. */
  *names(): Generator<readonly [account: string, currency: string, number: number]> {
    for (const [key, number] of this.#numbers) {
      const [account = '', currency = ''] = key.split(SEPARATOR)
      yield [account, currency, number]
    }
  }

  #add(key: string): number {
    const number = this.#numbers.size
    this.#numbers.set(key, number)
    this.cells.push(undefined)
    return number
  }
}
