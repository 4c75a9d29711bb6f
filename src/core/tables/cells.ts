import type { Place, Report } from '../findings/finding.ts'
import { near } from '../findings/near.ts'
import type { Fact, Phrase } from '../findings/sentence.ts'
import type { Facts } from '../findings/sentences.ts'
import { type Day, parseDay } from '../values/calendar.ts'
import { type Exact, exact, parseDecimal, parseExact } from '../values/exact.ts'
import { type Period, parsePeriod } from '../values/period.ts'

export type CellCode =
  | 'cell-empty'
  | 'cell-number'
  | 'cell-decimals'
  | 'cell-range'
  | 'cell-day'
  | 'cell-period'
  | 'cell-choice'
  | 'cell-blanks'

/** What is wrong with a cell's text, with the facts its sentence needs besides the column's name and the text. */
export class CellFault {
  readonly code: CellCode
  readonly facts: Readonly<Record<string, Fact>>
  constructor(code: CellCode, facts: Readonly<Record<string, Fact>>) {
    this.code = code
    this.facts = facts
  }
}

const fault = <C extends CellCode>(code: C, facts: Omit<Facts<C>, 'column' | 'found'>): CellFault =>
  new CellFault(code, facts)

const MOST_SHOWN = 60

/** Reports a cell's fault at its place, with the text found there cut to a length that a person reads. */
export function reportCell(fault: CellFault, column: string, found: string, at: Place, report: Report): void {
  const shown = found.length > MOST_SHOWN ? `${found.slice(0, MOST_SHOWN)}…` : found
  const facts = { column, found: shown, ...fault.facts } as Facts<CellCode>
  report(fault.code, { ...at, field: column, value: shown }, facts)
}

/** How the text of a cell is read; `wanted` says in few words what the column holds. */
export interface CellKind<T> {
  readonly wanted: Phrase
  readonly read: (text: string) => T | CellFault
}

const OUTER_BLANK = /^\s|\s$/u

/** An identifier: any text without blanks around it; `007` is not `7`. */
export const id: CellKind<string> = {
  wanted: { en: 'an id', zh: '编号' },
  read: (text) => (OUTER_BLANK.test(text) ? fault('cell-blanks', {}) : text),
}

/** Free text, kept as it is. */
export const text: CellKind<string> = { wanted: { en: 'a text', zh: '文字' }, read: (found) => found }

export const day: CellKind<Day> = {
  wanted: { en: 'a day YYYY-MM-DD', zh: 'YYYY-MM-DD 格式的日期' },
  read: (found) => parseDay(found) ?? fault('cell-day', {}),
}

export const period: CellKind<Period> = {
  wanted: { en: 'a period', zh: '期间' },
  read: (found) => parsePeriod(found) ?? fault('cell-period', {}),
}

/** One of a few ids that the contract fixes. */
export const choice = <T extends string>(...known: readonly T[]): CellKind<T> => ({
  wanted: { en: known.join(', '), zh: known.join('、') },
  read: (found) => known.find((one) => one === found) ?? unknownChoice(found, known),
})

/** The fault of an id that is none of those known, naming the likeliest one meant. */
export function unknownChoice(found: string, known: Iterable<string>): CellFault {
  return fault('cell-choice', { wanted: [...known].join(', '), likeliest: near(found, known) })
}

/** The bounds that a column's numbers keep: `above` is excluded, `most` and `least` are included. */
export interface Bounds {
  readonly above?: bigint
  readonly least?: bigint
  readonly most?: bigint
}

/** No real figure has more digits; a longer one is a fault of the export. */
const MOST_DIGITS = 40

/** A plain decimal number with at most so many decimals. */
export function decimal(decimals: number, bounds: Bounds = {}): CellKind<Exact> {
  const wanted = describeNumber(decimals, bounds)
  return {
    wanted,
    read: (found) => {
      const value = found.length > MOST_DIGITS ? undefined : parseDecimal(found)
      if (!value) return fault('cell-number', { wanted })
      if (!parseDecimal(found, decimals)) return fault('cell-decimals', { decimals })
      return liesIn(value, bounds) ? value : fault('cell-range', { wanted })
    },
  }
}

function liesIn(value: Exact, { above, least, most }: Bounds): boolean {
  if (above !== undefined && value.lte(exact(above))) return false
  if (least !== undefined && value.lt(exact(least))) return false
  return most === undefined || value.lte(exact(most))
}

function describeNumber(decimals: number, { above, least, most }: Bounds): Phrase {
  const low = above === undefined ? undefined : `> ${above}`
  const bounds = [
    low,
    least === undefined ? undefined : `≥ ${least}`,
    most === undefined ? undefined : `≤ ${most}`,
  ]
  const range = bounds.filter((bound) => bound !== undefined).join(', ')
  return {
    en: `a plain number${range && ` (${range})`} with at most ${decimals} decimals`,
    zh: `最多 ${decimals} 位小数的普通数字${range && `（${range}）`}`,
  }
}

/** Money in yuan and fen. */
export const money = decimal(2)
export const score = decimal(4)
export const quantity = decimal(4)
export const share = decimal(8, { above: 0n, most: 1n })
export const weight = decimal(8, { least: 0n })
export const rate = decimal(10, { above: 0n })

/** A value of an earlier period: a number (also `p/q`) or a text such as a rating, as figures.csv writes them. */
export const figureValue: CellKind<Exact | string> = {
  wanted: { en: 'a number, p/q or a text', zh: '数字、p/q 或文字' },
  read: (found) => parseExact(found) ?? id.read(found),
}
