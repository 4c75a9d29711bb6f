import type { Interval } from '../values/calendar.ts'
import { type Exact, printExact } from '../values/exact.ts'

/**
 * How an owner stands to a row: in post on its day; not in post, so that the share is unclaimed (`outside`); or named by
 * an activity row that counts although its owner is not in post on its day (`late`: results are booked late).
 */
export type Standing = 'in_post' | 'outside' | 'late'

/** One owner's part of an account or activity row. */
export interface Part {
  readonly manager: string
  readonly share: Exact
  readonly standing: Standing
}

/** Who owns an account on some days; nobody where empty (unclaimed). */
export type Ownership = readonly Part[]

/** The days in post of every manager of the folder, by id. */
export type PostDays = ReadonlyMap<string, Interval>

/** The managers of the folder; where some were refused, an unknown id is no finding of its own. */
export interface KnownManagers {
  readonly posts: PostDays
  readonly whole: boolean
}

/** Every different ownership of a run, numbered, so that engines handle whole numbers only. */
export class Ownerships {
  readonly #numbers = new Map<string, number>()
  readonly #all: Ownership[] = []

  numberOf(parts: Ownership): number {
    const key = JSON.stringify(parts.map((part) => [part.manager, printExact(part.share), part.standing]))
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
    return parts.length === 0 || parts.some(({ standing }) => standing === 'outside')
  }

  /** The numbers of those made so far of which some share is unclaimed. */
  get unclaimed(): ReadonlySet<number> {
    return new Set([...this.#all.keys()].filter(this.isUnclaimed))
  }
}

/** The ownership of what nobody owns: it belongs to the branch. */
export const NOBODY: Ownership = []
