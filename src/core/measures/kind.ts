import type { Interval } from '../values/calendar.ts'
import type { Exact } from '../values/exact.ts'

/** The days that an engine sums together: those of one calendar month, its last day apart. */
export interface Bucket {
  /** The month, as `monthOf` numbers it. */
  readonly month: number
  /** Whether the bucket is the month's last day alone, or all its other days. */
  readonly lastDay: boolean
}

/** What one cell of an engine's sums holds: integers only, so that parts merge exactly in any order. */
export interface Quantities {
  readonly rows: number
  /** Money in the currency's smallest unit (fen). */
  readonly amount: bigint
  /** Quantities in ten-thousandths. */
  readonly quantity: bigint
}

/** One way of making an exact number from the rows of a large table, for one manager and one window of days. */
export interface MeasureKind {
  readonly id: string
  readonly table: 'balances' | 'activity'
  readonly meaning: { readonly en: string; readonly zh: string }
  /** Whether the rows of a bucket count in a window of whole months. */
  readonly covers: (bucket: Bucket, window: Interval) => boolean
  /** Whether every day of the window must have rows in the table; else only the last day must. */
  readonly needs: 'every_day' | 'last_day' | 'nothing'
  /** What is summed: yuan, quantities or rows. */
  readonly counts: (cell: Quantities) => Exact
  /** What the sum is divided by. */
  readonly divisor: (window: Interval) => bigint
}
