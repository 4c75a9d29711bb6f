import type { Encoding } from '../files/encoding.ts'
import { COMMA, CR, type CsvForm, LF, QUOTE } from './bytes.ts'

/** A way in which the text of a record is no CSV. */
type WalkFault = 'quote-unclosed' | 'quote-inside' | 'quote-text-after' | 'return-stray'

/** One record looked at byte by byte: where its cells begin, and what is wrong with it. */
export interface Walked {
  /** The offset of each cell's first byte, an opening quote included; with a fault the last one is the faulty cell's. */
  readonly cells: readonly number[]
  /** Where the next record begins; after a fault, the beginning of the next line; undefined where no line end follows. */
  readonly next: number | undefined
  readonly fault?: WalkFault
}

/** Whether a delimiter may also be the second byte of a character, as `|` may in GB18030. */
export const isInPairs = (delimiter: number, encoding: Encoding): boolean =>
  encoding === 'gb18030' && delimiter >= 0x40

/** Walks over a record of a file in a form. */
export function walkIn({ delimiter, encoding }: CsvForm, bytes: Buffer, from: number): Walked {
  const byte = delimiter?.charCodeAt(0) ?? COMMA
  return walkRecord(bytes, from, byte, isInPairs(byte, encoding))
}

/**
 * Walks over the record that begins at an offset. It is slow and exact: the tokenizer's word on where things stand.
 * `inPairs`: the delimiter may also be the second byte of a character.
 */
export function walkRecord(bytes: Buffer, from: number, delimiter = COMMA, inPairs = false): Walked {
  const cells: number[] = []
  for (let at = from; ; ) {
    cells.push(at)
    const end =
      bytes[at] === QUOTE ? endOfQuoted(bytes, at, delimiter) : endOfPlain(bytes, at, delimiter, inPairs)
    if (typeof end === 'object') return { cells, next: nextLine(bytes, end.at), fault: end.fault }
    if (bytes[end] !== delimiter)
      return { cells, next: end >= bytes.length ? undefined : nextLine(bytes, end) }
    at = end + 1
  }
}

type CellEnd = number | { readonly fault: WalkFault; readonly at: number }

function endOfQuoted(bytes: Buffer, start: number, delimiter: number): CellEnd {
  for (let at = start + 1; ; at += 2) {
    at = bytes.indexOf(QUOTE, at)
    if (at < 0) return { fault: 'quote-unclosed', at: bytes.length }
    if (bytes[at + 1] === QUOTE) continue
    return isCellEnd(bytes, at + 1, delimiter) ? at + 1 : { fault: 'quote-text-after', at: at + 1 }
  }
}

function endOfPlain(bytes: Buffer, start: number, delimiter: number, inPairs: boolean): CellEnd {
  for (let at = start; ; at += inPairs && (bytes[at] as number) > 0x80 ? 2 : 1) {
    if (isCellEnd(bytes, at, delimiter)) return at
    if (bytes[at] === QUOTE) return { fault: 'quote-inside', at }
    if (bytes[at] === CR) return { fault: 'return-stray', at }
  }
}

function isCellEnd(bytes: Buffer, at: number, delimiter: number): boolean {
  const byte = bytes[at]
  return byte === undefined || byte === delimiter || byte === LF || (byte === CR && bytes[at + 1] === LF)
}

function nextLine(bytes: Buffer, at: number): number | undefined {
  const end = bytes.indexOf(LF, at)
  return end < 0 ? undefined : end + 1
}
