/** The shapes of the input rows that the computation reads as numbers and days. */
import type { Day } from './calendar.ts'
import type { Row } from './csv.ts'
import type { Fraction } from './fraction.ts'

/** A row of `managers`. */
export interface Manager {
  readonly id: string
  readonly hiredOn: Day
  readonly leftOn: Day
  readonly row: Row
}

/** A row of `balances` with its day, its amount in its own currency and its owner's column. */
export interface Balance {
  readonly day: Day
  readonly accountId: string
  readonly clientId: string
  readonly product: string
  readonly amount: Fraction
  readonly currency: string
  readonly managerId: string
}

/** A row of `assignments`; exactly one of the two ids is filled. */
export interface Assignment {
  readonly accountId: string
  readonly clientId: string
  readonly managerId: string
  readonly share: Fraction
  readonly from: Day
  readonly to: Day
}

/** A row of `activity`. */
export interface Activity {
  readonly day: Day
  readonly kind: string
  readonly managerId: string
  readonly clientId: string
  readonly product: string
  readonly quantity: Fraction
  readonly amount: Fraction
}

/** A rate of a foreign currency from one day on, in the scheme's currency for one unit. */
export interface Rate {
  readonly day: Day
  readonly currency: string
  readonly rate: Fraction
}
