import { CR, LF, QUOTE } from '../csv/bytes.ts'
import { isInPairs } from '../csv/walk.ts'
import { decode, type Encoding } from '../files/encoding.ts'

/** The record needs bytes that are not there yet. */
export const INCOMPLETE = 0
/** The record is no sound one of the header's width; `walkRecord` tells why. */
export const UNSOUND = -1

/** Where the fields of one record stand in its bytes, quotes included. */
export class Fields {
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Whether some field is quoted. */
  quoted = false
  readonly #width: number
  readonly #delimiter: number
  readonly #inPairs: boolean

  constructor(width: number, delimiter: number, encoding: Encoding) {
    this.starts = new Int32Array(width)
    this.ends = new Int32Array(width)
    this.#width = width
    this.#delimiter = delimiter
    this.#inPairs = isInPairs(delimiter, encoding)
  }

  /** Finds the fields of the record that begins at an offset; gives where the next one begins, or why that is not told. */
  read(bytes: Buffer, from: number, valid: number): number {
    this.quoted = false
    let at = from
    for (let column = 0; column < this.#width; column++) {
      this.starts[column] = at
      at = bytes[at] === QUOTE ? this.#endOfQuoted(bytes, at, valid) : this.#endOfPlain(bytes, at, valid)
      if (at >= valid) return INCOMPLETE
      this.ends[column] = at
      if (column < this.#width - 1 && bytes[at] !== this.#delimiter) return UNSOUND
      at += 1
    }
    const byte = bytes[at - 1]
    if (byte === LF) return at
    if (byte !== CR) return UNSOUND
    if (at >= valid) return INCOMPLETE
    return bytes[at] === LF ? at + 1 : UNSOUND
  }

  /** The text of a field, its quotes taken off; empty where the file lacks the column. */
  text(bytes: Buffer, column: number, encoding: Encoding): string {
    if (column < 0) return ''
    return cellText(bytes, this.starts[column] as number, this.ends[column] as number, encoding)
  }

  #endOfQuoted(bytes: Buffer, start: number, valid: number): number {
    this.quoted = true
    for (let at = start + 1; ; at += 2) {
      at = bytes.indexOf(QUOTE, at)
      if (at < 0 || at + 1 >= valid) return valid
      if (bytes[at + 1] !== QUOTE) return at + 1
    }
  }

  #endOfPlain(bytes: Buffer, start: number, valid: number): number {
    const delimiter = this.#delimiter
    if (this.#inPairs) return this.#endOfPairs(bytes, start, valid)
    let at = start
    for (; at < valid; at++) {
      const byte = bytes[at]
      if (byte === delimiter || byte === LF || byte === CR || byte === QUOTE) break
    }
    return at
  }

  /** The same where the delimiter's byte may be the second one of a character. */
  #endOfPairs(bytes: Buffer, start: number, valid: number): number {
    for (let at = start; at < valid; ) {
      const byte = bytes[at] as number
      if (byte === this.#delimiter || byte === LF || byte === CR || byte === QUOTE) return at
      at += byte > 0x80 ? 2 : 1
    }
    return valid
  }
}

/** The text of a cell, its quotes taken off. */
export function cellText(bytes: Buffer, start: number, end: number, encoding: Encoding): string {
  if (bytes[start] !== QUOTE) return textOf(bytes, start, end, encoding)
  return textOf(bytes, start + 1, end - 1, encoding).replaceAll('""', '"')
}

function textOf(bytes: Buffer, start: number, end: number, encoding: Encoding): string {
  for (let at = start; at < end; at++) {
    if ((bytes[at] as number) >= 0x80) return decode(bytes.subarray(start, end), encoding)
  }
  return bytes.toString('latin1', start, end)
}
