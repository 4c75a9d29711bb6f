import { WHOLE_MONTHS } from '../../core/values/buckets.ts'
import { type Day, daysOfMonth } from '../../core/values/calendar.ts'
import { type PeriodKind, periodHolding } from '../../core/values/period.ts'
import { fileDay } from '../filed-day.ts'
import type { AccountData } from './account-table.ts'
import type { RowFacts } from './placing.ts'

/** What a row says besides day and balance; `currency` is the number of its currency. */
export interface HeldFacts extends RowFacts {
  readonly currency: number
}

/** Adds a row's balance on every day from `first` to `last`. */
export type AddDays = (facts: HeldFacts, first: Day, last: Day, amount: number | bigint) => void

/** Where rows tell changes: has each row's balance added on every day until the account's next row. */
export interface Held {
  /** Takes the row of an account. */
  take(account: number, day: Day, amount: number | bigint, facts: HeldFacts): void
  /** Has the balances added that no further row ends. */
  close(): void
  /** Whether some account's rows did not come in the order of their days, so that the sums are not those of the table. */
  readonly isDisordered: boolean
}

/** How long the last row of an account holds: to a day, or to the end of the period that holds the latest day. */
type Horizon = Day | PeriodKind

const horizonDay = (horizon: Horizon, latest: Day): Day =>
  typeof horizon === 'number' ? horizon : periodHolding(horizon, latest).last

/** A row counts on its own day also beyond the horizon: it is told of, though no measure uses it. */
const lastDayOf = (day: Day, last: Day): Day => Math.max(day, last) as Day

interface OpenRow {
  readonly day: Day
  readonly amount: number | bigint
  readonly facts: HeldFacts
}

/** Takes rows that come, for each account, in the order of their days: the next one ends the one before. */
export class HeldInOrder implements Held {
  isDisordered = false
  readonly #horizon: Horizon
  readonly #add: AddDays
  readonly #open: OpenRow[] = []
  #latest: Day | undefined

  constructor(horizon: Horizon, add: AddDays) {
    this.#horizon = horizon
    this.#add = add
  }

  take(account: number, day: Day, amount: number | bigint, facts: HeldFacts): void {
    const open = this.#open[account]
    if (open && day < open.day) this.isDisordered = true
    if (this.isDisordered) return
    if (open) this.#end(open, this.#horizon, (day - 1) as Day)
    this.#open[account] = { day, amount, facts }
    this.#latest = Math.max(this.#latest ?? day, day) as Day
  }

  close(): void {
    if (this.#latest === undefined || this.isDisordered) return
    const last = horizonDay(this.#horizon, this.#latest)
    for (const open of this.#open) if (open) this.#end(open, last, last)
  }

  #end({ day, amount, facts }: OpenRow, horizon: Horizon, last: Day): void {
    const most = typeof horizon === 'number' ? (Math.min(horizon, last) as Day) : last
    this.#add(facts, day, lastDayOf(day, most), amount)
  }
}

/** Takes rows in any order, knowing from an earlier reading of the same table on which days each account has rows. */
export class HeldByDays implements Held {
  readonly isDisordered = false
  readonly #add: AddDays
  readonly #horizon: Day
  readonly #months: ReadonlyMap<number, Int32Array>
  readonly #lastMonth: number

  constructor(horizon: Horizon, add: AddDays, { months }: AccountData) {
    this.#add = add
    this.#months = months
    this.#lastMonth = Math.max(...months.keys())
    const days = months.get(this.#lastMonth)?.reduce((all, each) => all | each, 0) ?? 0
    this.#horizon = horizonDay(horizon, lastDayIn(this.#lastMonth, days))
  }

  take(account: number, day: Day, amount: number | bigint, facts: HeldFacts): void {
    const last = Math.min((this.#nextDay(account, day) ?? Number.POSITIVE_INFINITY) - 1, this.#horizon)
    this.#add(facts, day, lastDayOf(day, last as Day), amount)
  }

  close(): void {}

  /** The day of the account's next row. */
  #nextDay(account: number, day: Day): Day | undefined {
    const { month, bit } = fileDay(day, WHOLE_MONTHS)
    const rest = (this.#months.get(month)?.[account] ?? 0) & ~(bit | (bit - 1))
    if (rest !== 0) return lastDayIn(month, rest & -rest)
    for (let later = month + 1; later <= this.#lastMonth; later++) {
      const days = this.#months.get(later)?.[account] ?? 0
      if (days !== 0) return lastDayIn(later, days & -days)
    }
    return undefined
  }
}

/** The last of some days of a month: bit 0 is the 1st. */
const lastDayIn = (month: number, days: number): Day =>
  (daysOfMonth(month).first + 31 - Math.clz32(days)) as Day
