/** Above this a number goes the way of BigInt, so that some of them still add up exactly as JavaScript numbers. */
const MOST = 2 ** 50

const [ZERO, NINE, POINT, MINUS, QUOTE] = [0x30, 0x39, 0x2e, 0x2d, 0x22]
const POWERS = [1, 10, 100, 1000, 10_000]

/**
 * A plain decimal as a whole number of its smallest unit (`-12.5` with 2 decimals: -1250), exactly; NaN for every text
 * that is no plain decimal of at most so many decimals, and for very large numbers, which need a closer look.
 */
export function scaled(text: string, decimals: number): number {
  const negative = text.charCodeAt(0) === MINUS
  let [value, point] = [0, text.length]
  const first = negative ? 1 : 0
  for (let at = first; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= ZERO && code <= NINE) value = value * 10 + (code - ZERO)
    else if (code === POINT && point === text.length && at > first) point = at
    else return Number.NaN
  }
  const places = text.length - 1 - point
  if (text.length === first || places === 0 || places > decimals) return Number.NaN
  value *= POWERS[decimals - Math.max(places, 0)] ?? Number.NaN
  if (!(value <= MOST)) return Number.NaN
  return negative ? -value : value
}

/** The same for the bytes of a cell, which may be quoted. */
export function scaledIn(bytes: Uint8Array, start: number, end: number, decimals: number): number {
  const isQuoted = bytes[start] === QUOTE && end - start >= 2
  const [from, to] = isQuoted ? [start + 1, end - 1] : [start, end]
  const negative = bytes[from] === MINUS
  const first = negative ? from + 1 : from
  let [value, point] = [0, to]
  for (let at = first; at < to; at++) {
    const code = bytes[at] as number
    if (code >= ZERO && code <= NINE) value = value * 10 + (code - ZERO)
    else if (code === POINT && point === to && at > first) point = at
    else return Number.NaN
  }
  const places = to - 1 - point
  if (to === first || places === 0 || places > decimals) return Number.NaN
  value *= POWERS[decimals - Math.max(places, 0)] ?? Number.NaN
  if (!(value <= MOST)) return Number.NaN
  return negative ? -value : value
}
