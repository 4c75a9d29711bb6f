import { type Day, parseDay } from '../values/calendar.ts'
import { parseFen } from '../values/fen.ts'
import { parsePeriod } from '../values/period.ts'
import type { Ledger } from './ledger.ts'
import { LEDGER_COLUMNS } from './ledger-lines.ts'
import { type Lot, MOVEMENTS, type Movement } from './lot.ts'

/** Takes one line of a ledger about a lot; what it leaves standing follows from the lines before. */
export type TakeLine = (
  lot: Lot,
  branch: string,
  date: Day,
  movement: Movement,
  amount: bigint,
  event: string,
) => void

/** Takes a line into its lot. */
export const takeIntoLot: TakeLine = (lot, branch, _, movement, amount, event) =>
  lot.take(movement, amount, branch, event)

const LAST = LEDGER_COLUMNS.length - 1
const AT = {
  ...{ lot: 0, manager: 1, component: 2, granted: 3, tranche: 4, due: 5, branch: 6 },
  ...{ date: 7, movement: 8, amount: 9, event: 11 },
} as const

const KNOWN = new Map<string, Movement>(MOVEMENTS.map((movement) => [movement, movement]))
const TRANCHE = /^[1-9]\d{0,2}$/

/**
 * Reads ledgers line by line without making anything of what it does not need: a book of many years has millions of
 * lines, of which most are about lots that it knows. The texts have no quoted cells.
 */
export class LedgerText {
  readonly #ledger: Ledger
  readonly #days = new Map<string, Day | undefined>()
  readonly #texts = new Map<string, string>()
  /** The text that a cell had last: neighbouring lines have most of theirs in common. */
  readonly #last: string[] = LEDGER_COLUMNS.map(() => '')
  /** Where the cells of a line begin, and after the last one where the line ends. */
  readonly #from = new Int32Array(LAST + 2)
  #text = ''
  /** The amount read last. */
  #amount: { readonly text: string; readonly fen: bigint | undefined } = { text: '', fen: undefined }

  /** The lots that lines are about are found in the ledger, or opened in it. */
  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  /** Hands over every line after the header; false where one is none of ours. */
  read(text: string, take: TakeLine): boolean {
    this.#text = text
    let lot: Lot | undefined
    for (let start = text.indexOf('\n') + 1; start > 0 && start < text.length; start = this.#end + 1) {
      if (!this.#divide(start)) return false
      // Lines of one lot follow one another.
      lot = lot && this.#is(AT.lot, lot.key.id) ? lot : this.#lot()
      const date = this.#day(AT.date)
      const movement = KNOWN.get(this.#shared(AT.movement))
      const amount = this.#money(AT.amount)
      if (!lot || date === undefined || !movement || amount === undefined) return false
      take(lot, this.#shared(AT.branch), date, movement, amount, this.#shared(AT.event))
    }
    return true
  }

  get #end(): number {
    return (this.#from[LAST + 1] ?? 0) - 1
  }

  /** Finds the cells of a line; false where it has more or fewer than a ledger has. */
  #divide(start: number): boolean {
    const [text, from] = [this.#text, this.#from]
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    from[0] = start
    for (let cell = 1; cell <= LAST; cell++) {
      const comma = text.indexOf(',', from[cell - 1])
      if (comma < 0 || comma >= end) return false
      from[cell] = comma + 1
    }
    from[LAST + 1] = end + 1
    const beyond = text.indexOf(',', from[LAST])
    return beyond < 0 || beyond >= end
  }

  #cell = (cell: number): string => this.#text.slice(this.#from[cell], (this.#from[cell + 1] ?? 0) - 1)

  /** Whether a cell is a text. */
  #is(cell: number, text: string): boolean {
    const [start = 0, next = 0] = [this.#from[cell], this.#from[cell + 1]]
    return next - start - 1 === text.length && this.#text.startsWith(text, start)
  }

  /** A short text that stands in many lines, kept once. */
  #shared(cell: number): string {
    const last = this.#last[cell] ?? ''
    if (this.#is(cell, last)) return last
    const found = this.#cell(cell)
    let text = this.#texts.get(found)
    if (text === undefined) {
      text = found
      this.#texts.set(found, found)
    }
    this.#last[cell] = text
    return text
  }

  /** Fen. What is due, released and paid of a lot is mostly the same amount, read once. */
  #money(cell: number): bigint | undefined {
    if (!this.#is(cell, this.#amount.text)) {
      const text = this.#cell(cell)
      this.#amount = { text, fen: parseFen(text) }
    }
    return this.#amount.fen
  }

  #day(cell: number): Day | undefined {
    const text = this.#shared(cell)
    const known = this.#days.get(text)
    if (known !== undefined) return known
    const day = parseDay(text)
    this.#days.set(text, day)
    return day
  }

  /** The lot of a line; a new one is opened with what the line says of it. */
  #lot(): Lot | undefined {
    const id = this.#cell(AT.lot)
    const known = this.#ledger.get(id)
    if (known) return known
    const [tranche, due] = [this.#shared(AT.tranche), this.#shared(AT.due)]
    const granted = parsePeriod(this.#shared(AT.granted))
    const dueOn = due === '' ? undefined : this.#day(AT.due)
    if (!granted || !TRANCHE.test(tranche) || (due !== '' && dueOn === undefined)) return undefined
    const [manager, component] = [this.#shared(AT.manager), this.#shared(AT.component)]
    const key = { id, manager, component, granted, tranche: Number.parseInt(tranche, 10), dueOn }
    return this.#ledger.open(key, this.#shared(AT.branch))
  }
}
