import { Ledger } from '../book/ledger.ts'
import type { TakeLine } from '../book/ledger-text.ts'
import { compareLots, type Lot, type LotKey, type Movement } from '../book/lot.ts'
import type { Day, Interval } from '../values/calendar.ts'
import { groupBy } from '../values/group.ts'
import { Accruals } from './accruals.ts'

/** Someone who has left, as an event tells, or who is in no run any more. */
export interface Leaver {
  readonly manager: string
  readonly kind: string
  /** Undefined for someone whom only the runs show to be gone. */
  readonly on: Day | undefined
}

/** One line of a ledger, in short. */
export interface ViewLine {
  readonly lot: LotKey
  readonly date: Day
  readonly movement: Movement
  readonly amount: bigint
}

/** The ledger of a book as it was known on a day, taken in line by line. */
export class LedgerView {
  readonly asOf: Day
  /** The days whose movements are asked for. */
  readonly days: Interval
  readonly accruals = new Accruals()
  /** Lots as they stood before the days whose movements are asked for, and at their end, where they changed after that. */
  readonly #before = new Map<Lot, Lot>()
  readonly #until = new Map<Lot, Lot>()
  /** The one person whose lots are asked for; everyone's where undefined. */
  readonly #manager: string | undefined
  #sorted: readonly Lot[] | undefined

  /** Every line taken in, where they are kept: a journal is made of them. */
  readonly lines: ViewLine[] = []
  readonly #keepsLines: boolean

  constructor(asOf: Day, days: Interval, manager: string | undefined, keepsLines: boolean) {
    this.#keepsLines = keepsLines
    this.asOf = asOf
    this.days = days
    this.#manager = manager
  }

  /** The lots of the ledger that the lines taken in were about. */
  readonly ledger = new Ledger()

  /** The lots as they stood on the day: by person, component, granted period and tranche. */
  get lots(): readonly Lot[] {
    this.#sorted ??= [...this.ledger.lots]
      .filter((lot) => this.#isMeant(lot))
      .sort((a, b) => compareLots(a.key, b.key))
    return this.#sorted
  }

  /** Whether a lot is that of the person asked for, and there was one on the day. */
  #isMeant({ key, amount, adjusted }: Lot): boolean {
    return (
      (this.#manager === undefined || key.manager === this.#manager) && (amount !== 0n || adjusted !== 0n)
    )
  }

  /** A lot as it stood before the days whose movements are asked for, and at their end. */
  before = (lot: Lot): Lot => this.#before.get(lot) ?? lot
  until = (lot: Lot): Lot => this.#until.get(lot) ?? lot

  /** Takes a line in; lines of later days are left out. The lines of a lot come in their order. */
  readonly take: TakeLine = (lot, branch, date, movement, amount, event) => {
    if (date > this.asOf || (this.#manager !== undefined && lot.key.manager !== this.#manager)) return
    const { first, last } = this.days
    if (date >= first && !this.#before.has(lot)) this.#before.set(lot, lot.copy())
    if (date > last && !this.#until.has(lot)) this.#until.set(lot, lot.copy())
    lot.take(movement, amount, branch, event)
    if (this.#keepsLines) this.lines.push({ lot: lot.key, date, movement, amount })
    this.accruals.take(lot.key, date, movement, amount)
  }
}

/** What the sheets of finance are made from. */
export interface SheetSource {
  readonly view: LedgerView
  readonly nameOf: (manager: string) => string
  readonly leavers: readonly Leaver[]
  /** Whether only what everyone comes to together is wanted. */
  readonly totalsOnly: boolean
}

/** Lots by person, in the order of people. */
export const byManager = (lots: readonly Lot[]): ReadonlyMap<string, readonly Lot[]> =>
  groupBy(lots, ({ key }) => key.manager)
