import type { Answer } from './database.ts'

/** Numbers with more characters than this are added up in two parts, so that no sum outgrows what DuckDB holds. */
const MOST_NARROW = 14
/** The digits of the lower part. */
const LOW = 15

/**
 * Columns for a number given as a plain decimal text: `amount` where it is short, else `high` and `low`, the parts of its
 * digits above and below 10^15 in the smallest unit.
 */
export function wholeColumns(text: string, decimals: number, names = ['amount', 'high', 'low']): string {
  const [amount, high, low] = names
  const short = `length(${text}) <= ${MOST_NARROW}`
  const digits = `lpad(${digitsOf(text, decimals)}, 60, '0')`
  const sign = `case when starts_with(${text}, '-') then -1 else 1 end`
  return `
    case when ${short} then cast(${text} as decimal(18, ${Math.min(decimals, 4)})) else 0 end as ${amount},
    case when ${short} then 0::hugeint else ${sign} * left(${digits}, ${60 - LOW})::hugeint end as ${high},
    case when ${short} then 0::hugeint else ${sign} * right(${digits}, ${LOW})::hugeint end as ${low}`
}

/** The digits of a number in its smallest unit: without sign and point, with all its decimals. */
function digitsOf(text: string, decimals: number): string {
  const bare = `ltrim(${text}, '-')`
  const places = `(case when contains(${bare}, '.') then length(${bare}) - strpos(${bare}, '.') else 0 end)`
  return `replace(${bare}, '.', '') || repeat('0', ${decimals} - ${places})`
}

/** A sum of such columns in the smallest unit. */
export function wholeIn(answer: Answer, column: string, decimals: number, parts = ['high', 'low']): bigint {
  const [high = 0n, low = 0n] = parts.map((part) => integerOf(answer[part]))
  return decimalOf(answer[column], decimals) + high * 10n ** BigInt(LOW) + low
}

/** Whether the money in such columns is at least so many fen: its two parts have the sign of the whole. */
export function reaches(fen: bigint): string {
  const parts = 10n ** BigInt(LOW)
  const low = '(cast(amount * 100 as hugeint) + low)'
  return `high > (${fen / parts})::hugeint or (high = (${fen / parts})::hugeint and ${low} >= ${fen % parts})`
}

const integerOf = (value: unknown): bigint =>
  value === null || value === undefined ? 0n : BigInt(String(value))

/** A decimal of an answer in its smallest unit. */
function decimalOf(found: unknown, decimals: number): bigint {
  const { value, scale } = found as { readonly value: bigint; readonly scale: number }
  if (scale !== decimals) throw new Error(`a sum has ${scale} decimals, not ${decimals}`)
  return value
}
