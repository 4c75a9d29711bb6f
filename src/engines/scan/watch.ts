import type { Day } from '../../core/values/calendar.ts'
import type { BalanceRow } from './balance-rows.ts'

/** Finds the one manager of all rows of a client on a day, for the clients and days that activity rows ask about. */
export class Watch {
  readonly #watched: ReadonlyMap<string, ReadonlySet<Day>>
  /** The manager of all rows so far; undefined where they differ or name none. */
  readonly #managers = new Map<string, Map<Day, string | undefined>>()

  constructor(watched: ReadonlyMap<string, ReadonlySet<Day>>) {
    this.#watched = watched
  }

  note({ client, manager, day: { day } }: BalanceRow): void {
    if (!this.#watched.get(client)?.has(day)) return
    const ofClient = this.#managers.get(client) ?? new Map<Day, string | undefined>()
    this.#managers.set(client, ofClient)
    const agrees = !ofClient.has(day) || ofClient.get(day) === manager
    ofClient.set(day, agrees && manager !== '' ? manager : undefined)
  }

  readonly managerOf = (client: string, day: Day): string | undefined => this.#managers.get(client)?.get(day)
}
