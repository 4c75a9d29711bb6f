import type { BookFile, Booking } from '../book/book.ts'
import type { MonthTotal } from '../book/month-totals.ts'
import type { Outcome, RecommendationRule, Scheme } from '../scheme/scheme.ts'
import type { Person } from '../tables/people.ts'
import type { Day } from '../values/calendar.ts'
import type { Period } from '../values/period.ts'
import type { Client } from './clients.ts'
import type { Control } from './controls.ts'
import type { Grant, PayLine } from './pay.ts'
import type { Reconciled } from './reconcile.ts'
import type { Sheet } from './sheet.ts'
import type { MeasureTotals } from './take.ts'

/** What is proposed for one person, and the rule that decided it. */
export interface Recommendation {
  readonly sheet: Sheet
  readonly outcome: Outcome
  readonly toGrade: string | undefined
  readonly rule: RecommendationRule
  readonly basis: 'term_end' | 'interim'
}

/** What holds after a proposal was decided on; proposed alone where nobody decided yet. */
export interface Decision {
  readonly proposal: Recommendation
  readonly decision: Outcome
  readonly toGrade: string | undefined
  readonly confirmed: { readonly by: string; readonly on: Day } | undefined
}

/** What a run found out about people, before anything is booked. */
export interface Appraised {
  readonly scheme: Scheme
  readonly period: Period
  /** All managers of the folder who are not set aside, by id; also those not in post in the period. */
  readonly people: readonly Person[]
  /** The people of the run, by id. */
  readonly sheets: readonly Sheet[]
  /** The appraised: the ranked by rank, then the others by id. */
  readonly ranking: readonly Sheet[]
  /** By id. */
  readonly recommendations: readonly Recommendation[]
  /** By id; the folder has the table where proposals are decided on. */
  readonly decisions: readonly Decision[]
  /** By id; none where nothing is asked of clients. */
  readonly clients: readonly Client[]
  readonly hasConfirmations: boolean
  readonly pay: readonly PayLine[]
  /** The monthly components, where they are compared with what shorter periods paid. */
  readonly reconciled: readonly Reconciled[]
  readonly grants: readonly Grant[]
  readonly measures: readonly MeasureTotals[]
  readonly controls: readonly Control[]
  readonly months: readonly MonthTotal[]
  /** Files of the book that supplied earlier values or what shorter periods paid, with their hashes. */
  readonly book: readonly BookFile[]
}

/** Everything that a run found out, before any of it is written. */
export interface Appraisal extends Appraised {
  /** People who are not in the run, but at whose lots it has looked: what the rules have read of them. */
  readonly outside: readonly Sheet[]
  readonly booking: Booking
}
