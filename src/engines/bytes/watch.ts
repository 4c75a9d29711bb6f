import type { Day } from '../../core/values/calendar.ts'

/** Finds the one manager of all rows of a client on a day, for the clients and days that activity rows ask about. */
export class Watch {
  readonly #watched: ReadonlyMap<string, ReadonlySet<Day>>
  /** The manager of all rows so far; undefined where they differ or name none. */
  readonly managers = new Map<string, Map<Day, string | undefined>>()

  constructor(watched: ReadonlyMap<string, ReadonlySet<Day>>) {
    this.#watched = watched
  }

  /** Notes a row of a client; an empty `manager` is none. */
  note(client: string, manager: string, day: Day): void {
    if (this.#watched.get(client)?.has(day)) this.#merge(client, day, manager === '' ? undefined : manager)
  }

  /** Takes over what was found in another part of the table. */
  absorb(managers: ReadonlyMap<string, ReadonlyMap<Day, string | undefined>>): void {
    for (const [client, days] of managers) {
      for (const [day, manager] of days) this.#merge(client, day, manager)
    }
  }

  #merge(client: string, day: Day, manager: string | undefined): void {
    const ofClient = this.managers.get(client) ?? new Map<Day, string | undefined>()
    this.managers.set(client, ofClient)
    const agrees = !ofClient.has(day) || ofClient.get(day) === manager
    ofClient.set(day, agrees ? manager : undefined)
  }
}
