import { type Day, daysOfMonth, monthOf, parseDay } from '../../core/values/calendar.ts'
import { PagedInts } from './paged.ts'

/** A calendar month, and on which of its days each account has a row: bit 0 is the 1st. */
export class Month {
  /** As `monthOf` numbers it. */
  readonly number: number
  readonly first: Day
  readonly last: Day
  readonly #seen = new PagedInts()

  constructor(number: number) {
    this.number = number
    const { first, last } = daysOfMonth(number)
    this.first = first
    this.last = last
  }

  /** Notes a row of an account; false where the account has one on that day already. */
  note(account: number, bit: number): boolean {
    const seen = this.#seen.get(account)
    this.#seen.set(account, seen | bit)
    return (seen & bit) === 0
  }

  seen(account: number): number {
    return this.#seen.get(account)
  }
}

/** A day as rows are filed under it. */
export interface FiledDay {
  readonly day: Day
  readonly month: Month
  /** Its bit among the days of the month. */
  readonly bit: number
  readonly isLast: boolean
}

/** Every day that a table names, by its text, and the months that hold them. */
export class Days {
  readonly #days = new Map<string, FiledDay>()
  readonly #months = new Map<number, Month>()
  #lastText = ''
  #last: FiledDay | undefined

  /** The day that a cell names; undefined where it names none. Rows mostly name the day of the row before. */
  of(text: string): FiledDay | undefined {
    if (text !== this.#lastText) {
      this.#last = this.#days.get(text) ?? this.#file(text)
      this.#lastText = text
    }
    return this.#last
  }

  /** In order. */
  get months(): readonly Month[] {
    return [...this.#months.values()].sort((a, b) => a.number - b.number)
  }

  #file(text: string): FiledDay | undefined {
    const day = parseDay(text)
    if (day === undefined) return undefined
    const month = this.#monthOf(day)
    const filed = { day, month, bit: 1 << (day - month.first), isLast: day === month.last }
    this.#days.set(text, filed)
    return filed
  }

  #monthOf(day: Day): Month {
    const number = monthOf(day)
    const month = this.#months.get(number) ?? new Month(number)
    this.#months.set(number, month)
    return month
  }
}
