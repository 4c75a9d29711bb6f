import { CR, LF, QUOTE } from './bytes.ts'

/** How far a stretch of bytes that begins with a record holds whole records. */
export interface Cut {
  /** The offset after the last line end that lies outside quotes; 0 where there is none. */
  readonly end: number
  /** Whether a cell outside quotes holds a carriage return that ends no line. */
  readonly stray: boolean
  /** Whether there are quotes, so that records may stretch over several lines. */
  readonly quoted: boolean
}

/**
 * Finds the last record end by counting quotes: outside quoted cells their number is even. A quote in a wrong place
 * turns that round, but then the records before the cut do not read, and the fault is looked for there.
 */
export function cutRecords(bytes: Buffer, isLast: boolean): Cut {
  if (bytes.includes(QUOTE) || bytes.includes(CR)) return cutByQuotes(bytes, isLast)
  return { end: isLast ? bytes.length : bytes.lastIndexOf(LF) + 1, stray: false, quoted: false }
}

function cutByQuotes(bytes: Buffer, isLast: boolean): Cut {
  let [open, quoted] = [false, false]
  let [end, stray] = [0, bytes.length]
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (byte > QUOTE) continue
    if (byte === QUOTE) {
      open = !open
      quoted = true
    } else if (byte === LF && !open) end = at + 1
    else if (byte === CR && !open && bytes[at + 1] !== LF && stray > at) stray = at
  }
  if (isLast && !open) end = bytes.length
  return { end, stray: stray < end, quoted }
}
