import type { OpenEnd } from '../../core/tables/engine.ts'
import type { Day } from '../../core/values/calendar.ts'
import type { Accounts } from './accounts.ts'
import { PagedInts } from './paged.ts'

/** Remembers the latest row of each account, for those that end early with money on them. */
export class LatestRows {
  readonly #accounts: Accounts
  readonly #files: string[] = []
  readonly #days = new PagedInts()
  /** The number of the file × 2, and 1 where the balance is other than 0. */
  readonly #filesAndOpen = new PagedInts()
  /** 0: the account has no row yet. */
  readonly #lines = new PagedInts()

  constructor(accounts: Accounts) {
    this.#accounts = accounts
  }

  beginFile(file: string): void {
    this.#files.push(file)
  }

  /** Notes a row; `open`: its balance is other than 0. */
  note(account: number, day: Day, open: boolean, line: number): void {
    if (this.#lines.get(account) !== 0 && day < this.#days.get(account)) return
    this.#days.set(account, day)
    this.#filesAndOpen.set(account, (this.#files.length - 1) * 2 + (open ? 1 : 0))
    this.#lines.set(account, line)
  }

  /** The accounts whose latest row lies before a day, with a balance other than 0. */
  *openEnds(last: Day): Generator<OpenEnd> {
    for (const [account, currency, number] of this.#accounts.names()) {
      // Kept as 32 bits with a sign, though a file may have more lines than half of that.
      const line = this.#lines.get(number) >>> 0
      const day = this.#days.get(number) as Day
      const fileAndOpen = this.#filesAndOpen.get(number)
      if (line === 0 || day >= last || fileAndOpen % 2 === 0) continue
      yield { account, currency, day, place: { file: this.#files[fileAndOpen >> 1] ?? '', line, column: 1 } }
    }
  }
}
