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

/** Walks over the record that begins at an offset. It is slow and exact: the tokenizer's word on where things stand. */
export function walkRecord(bytes: Buffer, from: number, form: CsvForm): Walked {
  const parting = partingOf(form)
  const cells: number[] = []
  for (let at = from; ; ) {
    cells.push(at)
    const end = bytes[at] === QUOTE ? endOfQuoted(bytes, at, parting) : endOfPlain(bytes, at, parting)
    if (typeof end === 'object') return { cells, next: nextLine(bytes, end.at), fault: end.fault }
    if (bytes[end] !== parting.byte)
      return { cells, next: end >= bytes.length ? undefined : nextLine(bytes, end) }
    at = end + 1
  }
}

/** The byte between cells, and whether it may also be the second one of a character (`|` in GB18030). */
interface Parting {
  readonly byte: number
  readonly inPairs: boolean
}

function partingOf({ delimiter, encoding }: CsvForm): Parting {
  const byte = delimiter?.charCodeAt(0) ?? COMMA
  return { byte, inPairs: encoding === 'gb18030' && byte >= 0x40 }
}

type CellEnd = number | { readonly fault: WalkFault; readonly at: number }

function endOfQuoted(bytes: Buffer, start: number, { byte }: Parting): CellEnd {
  for (let at = start + 1; ; at += 2) {
    at = bytes.indexOf(QUOTE, at)
    if (at < 0) return { fault: 'quote-unclosed', at: bytes.length }
    if (bytes[at + 1] === QUOTE) continue
    return isCellEnd(bytes, at + 1, byte) ? at + 1 : { fault: 'quote-text-after', at: at + 1 }
  }
}

function endOfPlain(bytes: Buffer, start: number, { byte, inPairs }: Parting): CellEnd {
  for (let at = start; ; at += inPairs && (bytes[at] as number) > 0x80 ? 2 : 1) {
    if (isCellEnd(bytes, at, byte)) return at
    if (bytes[at] === QUOTE) return { fault: 'quote-inside', at }
    if (bytes[at] === CR) return { fault: 'return-stray', at }
  }
}

function isCellEnd(bytes: Buffer, at: number, parting: number): boolean {
  const byte = bytes[at]
  return byte === undefined || byte === parting || byte === LF || (byte === CR && bytes[at + 1] === LF)
}

function nextLine(bytes: Buffer, at: number): number | undefined {
  const end = bytes.indexOf(LF, at)
  return end < 0 ? undefined : end + 1
}
