import { near } from '../findings/near.ts'
import type { Phrase } from '../findings/sentence.ts'
import { type Day, parseDay } from '../values/calendar.ts'
import { type Exact, exact, parseDecimal, parseExact } from '../values/exact.ts'
import { type Period, parsePeriod } from '../values/period.ts'
import { type CellFault, cellFault } from './cell-fault.ts'
import { dayFault, isExponentId, numberFault } from './damage.ts'
import { halfWidth, isWideId } from './full-width.ts'

export { CellFault, reportCell } from './cell-fault.ts'

/** How the text of a cell is read; `wanted` says in few words what the column holds. */
export interface CellKind<T> {
  readonly holds: 'number' | 'day' | 'period' | 'id' | 'text'
  readonly wanted: Phrase
  readonly read: (text: string) => T | CellFault
}

const OUTER_BLANK = /^\s|\s$/u

const ID: Phrase = { en: 'an id', zh: '编号' }
const wideFault = (wanted: Phrase): CellFault =>
  cellFault('cell-full-width', { wanted, entry: 'numbers: { full_width: yes }' })

/** An identifier: any text without blanks around it; `007` is not `7`. */
export const id: CellKind<string> = {
  holds: 'id',
  wanted: ID,
  read: (text) => {
    if (OUTER_BLANK.test(text)) return cellFault('cell-blanks', {})
    if (isExponentId(text)) return cellFault('cell-id-exponent', {})
    return isWideId(text) ? wideFault(ID) : text
  },
}

/** Free text, kept as it is. */
export const text: CellKind<string> = {
  holds: 'text',
  wanted: { en: 'a text', zh: '文字' },
  read: (found) => found,
}

const DAY: Phrase = { en: 'a day YYYY-MM-DD', zh: 'YYYY-MM-DD 格式的日期' }
export const day: CellKind<Day> = {
  holds: 'day',
  wanted: DAY,
  read: (found) => parseDay(found) ?? dayFault(found, DAY),
}

const PERIOD: Phrase = { en: 'a period', zh: '期间' }
export const period: CellKind<Period> = {
  holds: 'period',
  wanted: PERIOD,
  read: (found) => parsePeriod(found) ?? periodFault(found),
}

const periodFault = (found: string): CellFault =>
  parsePeriod(halfWidth(found)) ? wideFault(PERIOD) : cellFault('cell-period', {})

/** One of a few ids that the contract fixes. */
export const choice = <T extends string>(...known: readonly T[]): CellKind<T> => ({
  holds: 'id',
  wanted: { en: known.join(', '), zh: known.join('、') },
  read: (found) => known.find((one) => one === found) ?? unknownChoice(found, known),
})

/** The fault of an id that is none of those known, naming the likeliest one meant. */
export function unknownChoice(found: string, known: Iterable<string>): CellFault {
  return cellFault('cell-choice', { wanted: [...known].join(', '), likeliest: near(found, known) })
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
    holds: 'number',
    wanted,
    read: (found) => {
      const value = found.length > MOST_DIGITS ? undefined : parseDecimal(found)
      if (!value) return numberFault(found, wanted)
      if (!parseDecimal(found, decimals)) return cellFault('cell-decimals', { decimals })
      return liesIn(value, bounds) ? value : cellFault('cell-range', { wanted })
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

const TRANCHE: Phrase = { en: 'a whole number from 1 to 999', zh: '1 至 999 的整数' }
/** The number of a lot among those of its grant. */
export const tranche: CellKind<number> = {
  holds: 'number',
  wanted: TRANCHE,
  read: (found) => (/^[1-9]\d{0,2}$/.test(found) ? Number.parseInt(found, 10) : numberFault(found, TRANCHE)),
}

/** A value of an earlier period: a number (also `p/q`) or a text such as a rating, as figures.csv writes them. */
export const figureValue: CellKind<Exact | string> = {
  holds: 'text',
  wanted: { en: 'a number, p/q or a text', zh: '数字、p/q 或文字' },
  read: (found) => parseExact(found) ?? id.read(found),
}
