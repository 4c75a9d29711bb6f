/** Exact fractions for the independent computation: nothing here passes through a floating-point number. */

/** An exact number; `bottom` is always above zero, and the pair is not always in lowest terms. */
export interface Fraction {
  readonly top: bigint
  readonly bottom: bigint
}

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?$/
const QUOTIENT = /^(-?\d+)\/(\d+)$/

/** A fraction of two integers. */
export function fraction(top: bigint, bottom = 1n): Fraction {
  if (bottom === 0n) throw new Error('division by zero')
  return bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom }
}

/** Reads a plain decimal (`-12.50`) or a quotient (`7/3`). */
export function parse(text: string): Fraction {
  const quotient = QUOTIENT.exec(text)
  if (quotient) return fraction(BigInt(quotient[1] ?? ''), BigInt(quotient[2] ?? ''))
  const parts = NUMBER.exec(text)
  if (!parts) throw new Error(`not a number: ${JSON.stringify(text)}`)
  const decimals = parts[3] ?? ''
  const digits = BigInt((parts[2] ?? '') + decimals)
  return fraction(parts[1] === '-' ? -digits : digits, 10n ** BigInt(decimals.length))
}

export const ZERO = fraction(0n)
export const ONE = fraction(1n)

/** The sum; equal or multiple denominators stay as they are, so that long sums of decimals stay small. */
export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.bottom === b.bottom) return { top: a.top + b.top, bottom: a.bottom }
  if (a.bottom % b.bottom === 0n) return { top: a.top + b.top * (a.bottom / b.bottom), bottom: a.bottom }
  if (b.bottom % a.bottom === 0n) return { top: a.top * (b.bottom / a.bottom) + b.top, bottom: b.bottom }
  return lowest({ top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom })
}

/** The number with its sign turned. */
function negative(a: Fraction): Fraction {
  return { top: -a.top, bottom: a.bottom }
}

/** The difference a − b. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, negative(b))
}

/** The product of all factors. */
export function times(...factors: readonly Fraction[]): Fraction {
  return factors.reduce((a, b) => ({ top: a.top * b.top, bottom: a.bottom * b.bottom }), ONE)
}

/** The quotient a ÷ b. */
export function over(a: Fraction, b: Fraction): Fraction {
  return lowest(fraction(a.top * b.bottom, a.bottom * b.top))
}

/** The sum of all terms. */
export function sum(terms: readonly Fraction[]): Fraction {
  return terms.reduce(plus, ZERO)
}

/** −1, 0 or 1 as a is below, at or above b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The smaller of two. */
export function least(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b
}

/** The larger of two. */
export function most(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b
}

/** The value held between two bounds. */
export function clamp(value: Fraction, low: Fraction, high: Fraction): Fraction {
  return most(low, least(value, high))
}

/** The largest whole number not above the value. */
export function floor(a: Fraction): bigint {
  const cut = a.top / a.bottom
  return a.top < 0n && cut * a.bottom !== a.top ? cut - 1n : cut
}

/** The nearest multiple of the step, a half going away from zero. */
export function roundTo(value: Fraction, step: Fraction): Fraction {
  const steps = over(value, step)
  const size = steps.top < 0n ? negative(steps) : steps
  const whole = fraction(floor(plus(size, fraction(1n, 2n))))
  return times(steps.top < 0n ? negative(whole) : whole, step)
}

/** The value rounded to so many decimals, half away from zero. */
export function round(value: Fraction, decimals = 2): Fraction {
  return roundTo(value, fraction(1n, 10n ** BigInt(decimals)))
}

/** The value rounded and printed with exactly so many decimals. */
export function fixed(value: Fraction, decimals = 2): string {
  const scaled = floor(times(round(value, decimals), fraction(10n ** BigInt(decimals))))
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return (scaled < 0n ? '-' : '') + whole + (decimals > 0 ? `.${digits.slice(-decimals)}` : '')
}

/** How many decimals the value needs, or undefined when its decimals never end. */
export function decimalsOf(value: Fraction): number | undefined {
  let rest = lowest(value).bottom
  let [twos, fives] = [0, 0]
  for (; rest % 2n === 0n; twos++) rest /= 2n
  for (; rest % 5n === 0n; fives++) rest /= 5n
  return rest === 1n ? Math.max(twos, fives) : undefined
}

/** The exact value: the shortest plain decimal when it ends, else p/q in lowest terms. */
export function exact(value: Fraction): string {
  const decimals = decimalsOf(value)
  if (decimals !== undefined) return fixed(value, decimals)
  const { top, bottom } = lowest(value)
  return `${top}/${bottom}`
}

function lowest(a: Fraction): Fraction {
  let [x, y] = [a.top < 0n ? -a.top : a.top, a.bottom]
  while (y !== 0n) [x, y] = [y, x % y]
  return { top: a.top / x, bottom: a.bottom / x }
}
