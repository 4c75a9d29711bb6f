import type { BalanceOwners } from '../../core/tables/engine.ts'
import type { Accounts } from './accounts.ts'
import type { BalanceRow } from './balance-rows.ts'
import { stretchOf } from './owned-days.ts'
import { PagedInts } from './paged.ts'

/** Who owns the rows, asked only where the last answer for the account does not hold any more. */
export class OwnerMemory {
  readonly #owners: BalanceOwners
  readonly #accounts: Accounts
  /** The days on which the last answer for an account holds. */
  readonly #first = new PagedInts()
  readonly #last = new PagedInts()
  /** What the answer was about: the account's client, or the row's manager. */
  readonly #about: string[] = []
  /** Each manager's id once, so that accounts do not keep a copy each. */
  readonly #managers = new Map<string, string>()

  constructor(owners: BalanceOwners, accounts: Accounts) {
    this.#owners = owners
    this.#accounts = accounts
  }

  /** The number of the row's ownership; -1 where it names an unknown manager. */
  of(account: number, row: BalanceRow): number {
    const before = this.#accounts.cells[account]
    const day = row.day.day
    const holds = before && day >= this.#first.get(account) && day <= this.#last.get(account)
    const about = this.#owners.managers ? row.manager : row.client
    return holds && this.#about[account] === about ? before.key.owners : this.#ask(account, row, about)
  }

  /** Whether some share of an ownership is unclaimed. */
  isUnclaimed(owners: number): boolean {
    return this.#owners.unclaimed.has(owners)
  }

  #ask(account: number, { account: id, client, manager, day }: BalanceRow, about: string): number {
    const { first, last, number } = stretchOf(this.#owners, id, client, manager, day.day)
    // An unknown manager is told at every row that names one.
    this.#first.set(account, number < 0 ? day.day + 1 : first)
    this.#last.set(account, number < 0 ? day.day : last)
    this.#about[account] = this.#owners.managers ? this.#onlyCopyOf(about) : about
    return number
  }

  #onlyCopyOf(manager: string): string {
    const known = this.#managers.get(manager) ?? manager
    this.#managers.set(known, known)
    return known
  }
}
