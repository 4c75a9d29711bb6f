import type { Interval } from '../values/calendar.ts'
import { type Exact, printExact } from '../values/exact.ts'

/** One owner's part of an account. `outside`: the day is not one of the owner's days in post, so it is unclaimed. */
export interface Part {
  readonly manager: string
  readonly share: Exact
  readonly outside: boolean
}

/** Who owns an account on some days; nobody where empty (unclaimed). */
export type Ownership = readonly Part[]

/** The days in post of every manager of the folder, by id. */
export type PostDays = ReadonlyMap<string, Interval>

/** Every different ownership of a run, numbered, so that engines handle whole numbers only. */
export class Ownerships {
  readonly #numbers = new Map<string, number>()
  readonly #all: Ownership[] = []

  numberOf(parts: Ownership): number {
    const key = JSON.stringify(parts.map((part) => [part.manager, printExact(part.share), part.outside]))
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.#all.length)
    return this.#all.push(parts) - 1
  }

  parts(number: number): Ownership {
    return this.#all[number] ?? []
  }

  isUnclaimed = (number: number): boolean => {
    const parts = this.parts(number)
    return parts.length === 0 || parts.some(({ outside }) => outside)
  }
}

/** The ownership of what nobody owns: it belongs to the branch. */
export const NOBODY: Ownership = []
