import type { Bucket } from '../values/buckets.ts'
import type { Interval } from '../values/calendar.ts'
import type { Exact } from '../values/exact.ts'
import type { Missing } from '../values/missing.ts'

/** What one cell of an engine's sums holds: integers only, so that parts merge exactly in any order. */
export interface Quantities {
  readonly rows: number
  /** Money in the currency's smallest unit (fen). */
  readonly amount: bigint
  /** Quantities in ten-thousandths. */
  readonly quantity: bigint
}

/** What a measure of some kinds says besides which rows count. */
export interface Settings {
  /** Days of every month, by their numbers; one that a month lacks is its last. */
  readonly on: readonly number[]
  /** What the measure's table gives for an amount. */
  readonly gives: (amount: Exact) => Exact | Missing
}

export type Setting = 'on' | 'table'

/** A measure over rows of one manager, and what it comes to; shown to people and run by the tests. */
export interface MeasureExample {
  /** What the scheme says of the measure besides `of` and `take`. */
  readonly says?: string
  /** What the scheme says under `tables`. */
  readonly tables?: string
  readonly period: string
  /**
   * Rows of activity as `date,kind,product,quantity,amount,client_id`; of balances as `date,product,balance,client_id`, each
   * holding until the next row of its product and client, an empty balance ending it.
   */
  readonly rows: readonly string[]
  /** Rows of clients as `client_id,tier,segment`. */
  readonly clients?: readonly string[]
  readonly gives: string
}

/** One way of making an exact number from the rows of a large table, for one manager and one window of days. */
export interface MeasureKind {
  readonly id: string
  readonly table: 'balances' | 'activity'
  readonly meaning: { readonly en: string; readonly zh: string }
  /** The settings that it needs; it takes no others. */
  readonly settings: readonly Setting[]
  /** Whether the rows of a bucket count in a window of whole months. */
  readonly covers: (bucket: Bucket, window: Interval, settings: Settings) => boolean
  /** The days of the window on which the table must have rows. */
  readonly needs: (window: Interval, settings: Settings) => readonly Interval[]
  /** What is summed: yuan, quantities, rows, or the different days that have rows. */
  readonly counts: 'days' | ((cell: Quantities) => Exact)
  /** What each row of a bucket, with such an amount, counts; 1 where absent. */
  readonly worth?: (bucket: Bucket, amount: Exact, settings: Settings) => Exact | Missing
  /** What the sum is divided by. */
  readonly divisor: (window: Interval, settings: Settings) => bigint
  readonly examples: readonly MeasureExample[]
}

/** Whether all days of a bucket lie in a window. */
export const liesIn = (bucket: Interval, window: Interval): boolean =>
  window.first <= bucket.first && bucket.last <= window.last
