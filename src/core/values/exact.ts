import Fraction from 'fraction.js'

/**
 * An exact number: a fraction of two whole numbers of any size. Money, rates, scores and counts are all of
 * this type between the file they were read from and the one place where a scheme rounds them.
 */
export type Exact = Fraction

export const ZERO: Exact = new Fraction(0n)
export const ONE: Exact = new Fraction(1n)

/** The exact fraction numerator ÷ denominator (denominator not 0). */
export const exact = (numerator: bigint, denominator = 1n): Exact => new Fraction(numerator, denominator)

export const isExact = (value: unknown): value is Exact => value instanceof Fraction

const PLAIN = /^-?\d+(?:\.(\d+))?$/

/** Reads a plain decimal (`-1234.50`, `0.5`, `12`) of at most `decimals` decimals; undefined for any other text. */
export function parseDecimal(text: string, decimals = Number.POSITIVE_INFINITY): Exact | undefined {
  const match = PLAIN.exec(text)
  if (!match) return undefined
  const places = match[1]?.length ?? 0
  if (places > decimals) return undefined
  return exact(BigInt(text.replace('.', '')), 10n ** BigInt(places))
}

/** Reads a plain decimal or a fraction `p/q`, as figures.csv and history.csv write them; undefined for any other text. */
export function parseExact(text: string): Exact | undefined {
  const match = /^(-?\d+)\/(\d+)$/.exec(text)
  if (!match) return parseDecimal(text)
  const denominator = BigInt(match[2] ?? '0')
  return denominator === 0n ? undefined : exact(BigInt(match[1] ?? '0'), denominator)
}

const SUFFIX: ReadonlyMap<string, Exact> = new Map([
  ['%', exact(1n, 100n)],
  ['‰', exact(1n, 1000n)],
  ['万', exact(10_000n)],
  ['亿', exact(100_000_000n)],
])

/** Reads a number as people write it in a scheme: a plain decimal, also with %, ‰, 万 (10,000) or 亿 (100,000,000). */
export function parseSchemeNumber(text: string): Exact | undefined {
  const factor = SUFFIX.get(text.at(-1) ?? '')
  if (!factor) return parseDecimal(text)
  return parseDecimal(text.slice(0, -1))?.mul(factor)
}

/** How a value exactly or partly between two steps is brought to one of them. */
export type RoundingMode = 'half_away' | 'half_even' | 'up' | 'down' | 'floor' | 'ceiling'

export const ROUNDING_MODES: readonly RoundingMode[] = [
  'half_away',
  'half_even',
  'up',
  'down',
  'floor',
  'ceiling',
]

/** A declared rounding: to a multiple of `step`, ties and remainders decided by `mode`. */
export interface Rounding {
  readonly step: Exact
  readonly mode: RoundingMode
}

/** The multiple of the step that the rounding rule gives for an exact value. */
export function round(value: Exact, { step, mode }: Rounding): Exact {
  return exact(roundToWhole(value.div(step), mode)).mul(step)
}

/** The greatest whole number not above the value. */
export function floorOf(value: Exact): bigint {
  return roundToWhole(value, 'floor')
}

function roundToWhole(value: Exact, mode: RoundingMode): bigint {
  const magnitude = value.n / value.d
  const remainder = value.n % value.d
  if (remainder === 0n) return value.s * magnitude
  const away = roundsAway(mode, value.s < 0n, remainder * 2n - value.d, magnitude % 2n === 1n)
  return value.s * (away ? magnitude + 1n : magnitude)
}

/** `overHalf`: twice the remainder less the divisor, so its sign tells below, at or above the middle. */
function roundsAway(mode: RoundingMode, negative: boolean, overHalf: bigint, odd: boolean): boolean {
  switch (mode) {
    case 'half_away':
      return overHalf >= 0n
    case 'half_even':
      return overHalf > 0n || (overHalf === 0n && odd)
    case 'up':
      return true
    case 'down':
      return false
    case 'floor':
      return negative
    case 'ceiling':
      return !negative
  }
}

/** How many decimals the multiples of a step need: 0.01 → 2, 0.5 → 1, 10 → 0. */
export function decimalsOf(step: Exact): number {
  let decimals = 0
  for (let scaled = step; scaled.d !== 1n; scaled = scaled.mul(10)) decimals += 1
  return decimals
}

/** The value with exactly `decimals` decimals, ties away from zero; the one way numbers are printed for people. */
export function printFixed(value: Exact, decimals: number): string {
  return printScaled(roundToWhole(value.mul(exact(10n ** BigInt(decimals))), 'half_away'), decimals)
}

/** A whole number of units, of which so many decimals make 1, as a plain decimal. */
function printScaled(scaled: bigint, decimals: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0')
  const sign = scaled < 0n ? '-' : ''
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** The exact value as text: a plain decimal where it terminates, else `p/q` in lowest terms. */
export function printExact(value: Exact): string {
  if (value.d === 1n) return (value.s * value.n).toString()
  const decimals = terminatingDecimals(value.d)
  if (decimals === undefined) return `${value.s * value.n}/${value.d}`
  return printScaled((value.s * value.n * 10n ** BigInt(decimals)) / value.d, decimals)
}

/** The decimals of 1 ÷ denominator when it terminates: its factors are only 2 and 5. */
function terminatingDecimals(denominator: bigint): number | undefined {
  let [rest, twos, fives] = [denominator, 0, 0]
  for (; rest % 2n === 0n; rest /= 2n) twos += 1
  for (; rest % 5n === 0n; rest /= 5n) fives += 1
  return rest === 1n ? Math.max(twos, fives) : undefined
}
