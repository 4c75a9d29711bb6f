/** What all parts of a random bank share: its periods, its days, and the words that test the reading of text. */
import { type Day, day, dayText, partsOf, periodSpan, type Span } from '../calendar.ts'
import type { Random } from './random.ts'

/** One record while it is being made. */
export type DraftRow = Record<string, string>

/** The frame of one random bank. */
export interface Plan {
  readonly random: Random
  /** One quarter, or two in a row that share one folder and one book. */
  readonly periods: readonly string[]
  /** From 1 January of the first period's year to the last period's last day. */
  readonly window: Span
  /** The days with balances: the window, sometimes with days before and after it. */
  readonly data: Span
  /** Whether ownership comes from `assignments` or from the balance rows. */
  readonly assigned: boolean
}

const PERIODS: readonly (readonly string[])[] = [
  ['2004Q1'],
  ['2004Q1'],
  ['2004Q1'],
  ['2005Q1'],
  ['2005Q1'],
  ['2005Q1'],
  ['2004Q4'],
  ['2004Q4'],
  ['2004Q2'],
  ['2005Q2'],
  ['2004Q1', '2004Q2'],
  ['2004Q4', '2005Q1'],
]

const IDS = [
  '007',
  '7',
  '__proto__',
  'constructor',
  '=A1',
  '@m3',
  '经理一',
  'ａ1',
  '𠀀9',
  'M 10',
  'M,5',
  'toString',
  'm001',
]

/** Draws the frame of a bank. */
export function planOf(random: Random): Plan {
  const periods = random.pick(PERIODS)
  const spans = periods.map(periodSpan)
  const first = Math.min(...spans.map((span) => span.first))
  const window = { first: day(partsOf(first)[0], 1, 1), last: Math.max(...spans.map((span) => span.last)) }
  const data = {
    first: window.first - (random.chance(0.3) ? random.int(1, 4) : 0),
    last: window.last + (random.chance(0.3) ? random.int(1, 4) : 0),
  }
  return { random, periods, window, data, assigned: random.chance(0.6) }
}

/** Ids that are all different: plain ones mixed with ones that trip careless readers. */
export function idsOf(random: Random, letter: string, count: number): string[] {
  const special = random.shuffled(IDS)
  const plain = (i: number): string => `${letter}${String(i + 1).padStart(3, '0')}`
  return Array.from({ length: count }, (_, i) => (random.chance(0.25) ? (special[i] ?? plain(i)) : plain(i)))
}

/** A day of a span. */
export function dayIn(random: Random, span: Span): Day {
  return random.int(span.first, span.last)
}

/** The days that two spans share; empty when its last day is before its first. */
export function overlap(a: Span, b: Span): Span {
  return { first: Math.max(a.first, b.first), last: Math.min(a.last, b.last) }
}

/** An open end is an empty cell. */
export function dayCell(value: Day): string {
  return Number.isFinite(value) ? dayText(value) : ''
}

/** An amount of fen in yuan, its needless zeros sometimes left out. */
export function money(random: Random, fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const text = `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
  return random.chance(0.2) ? text.replace(/\.?0+$/, '') : text
}

/** A whole number of ten-thousandths as a decimal without needless zeros. */
export function tenThousandths(value: number): string {
  const digits = String(Math.abs(value)).padStart(5, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, '')
}
