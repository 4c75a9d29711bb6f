import type { Place, Report } from '../../core/findings/finding.ts'
import type { TextRecord } from '../../core/tables/rows.ts'
import { within } from '../csv/block.ts'
import { CR, countLines, LF } from '../csv/bytes.ts'
import { reportRecordFault } from '../csv/record-fault.ts'
import { type Walked, walkRecord } from '../csv/walk.ts'
import { reportWidth } from '../csv/width.ts'
import { type Encoding, withoutBom } from '../files/encoding.ts'
import { cellText, Fields, INCOMPLETE, UNSOUND } from './fields.ts'

/** How the records of one file lie in its bytes. */
export interface RecordForm {
  readonly file: string
  readonly encoding: Encoding
  /** The cells of its header. */
  readonly width: number
  /** One ASCII character's code. */
  readonly delimiter: number
}

/** A sound record of the header's width: its cells as text, and where their bytes begin and end. */
export interface CellRecord extends TextRecord {
  readonly bytes: Buffer
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** What is done with the records of a file. */
export interface RecordTaker {
  /** Takes the record whose fields the reader has found; false where it needs a closer look. */
  take(bytes: Buffer, from: number): boolean
  /** Takes a record cell by cell. */
  takeCells(record: CellRecord): void
}

/** Finds the records of one file in its bytes, tells every fault of their form, and has the others taken. */
export class RecordReader {
  /** The physical line of the next record, counted from where reading began. */
  line = 1
  /** Records of the header's width. */
  records = 0
  /** Whether nothing more of the file can be read. */
  stopped = false
  /** Of the record that is taken. */
  readonly fields: Fields
  readonly #form: RecordForm
  readonly #report: Report

  constructor(form: RecordForm, report: Report) {
    this.#form = form
    this.#report = report
    this.fields = new Fields(form.width, form.delimiter)
  }

  /** Has the record at an offset taken; gives where the next begins, 0 where it is not whole before `valid`. */
  read(bytes: Buffer, from: number, valid: number, taker: RecordTaker): number {
    const next = this.fields.read(bytes, from, valid)
    if (next === INCOMPLETE) return 0
    if (next === UNSOUND || !taker.take(bytes, from)) return this.#walk(bytes, from, valid, false, taker)
    this.records += 1
    this.line += this.fields.quoted ? countLines(bytes.subarray(from, next)) : 1
    return next
  }

  /** Has the records from an offset to `end`, where the last whole line ends, taken; gives where it has come to. */
  readAll(bytes: Buffer, from: number, end: number, valid: number, taker: RecordTaker): number {
    let at = from
    while (at < end && !this.stopped) {
      const next = this.read(bytes, at, valid, taker)
      if (next === 0) break
      at = next
    }
    return at
  }

  /** Has the last records of a file taken, of which no line end need follow. */
  readEnd(bytes: Buffer, from: number, valid: number, taker: RecordTaker): void {
    for (let at = from; at < valid && !this.stopped; ) at = this.#walk(bytes, at, valid, true, taker)
  }

  /** Tells that the first record of the bytes is longer than any may be, and stops. */
  refuseLong(bytes: Buffer, valid: number): void {
    this.#tellFault(walkRecord(bytes.subarray(0, valid), 0, this.#form.delimiter), bytes, 0, true)
    this.stopped = true
  }

  /** Passes over the mark of the encoding and the header that a file begins with; gives where its rows begin, 0 where it is not whole. */
  skipHeader(bytes: Buffer, valid: number, isEnd: boolean): number {
    const whole = bytes.subarray(0, valid)
    const start = valid - withoutBom(whole).length
    const next = walkRecord(whole, start, this.#form.delimiter).next ?? (isEnd ? valid : 0)
    this.line += countLines(whole.subarray(start, next))
    return next
  }

  /** The place of the record at an offset. */
  get place(): Place {
    return { file: this.#form.file, line: this.line, column: 1 }
  }

  /** The place of a cell of the record that begins at `from`. */
  placeOf(bytes: Buffer, from: number, offset: number): Place {
    const { file, encoding } = this.#form
    return { file, ...within(bytes, encoding, from, this.line, offset) }
  }

  /** The record whose fields were found, as text. */
  textRecord(bytes: Buffer, from: number): TextRecord {
    const { starts } = this.fields
    const cells = [...starts.keys()].map((column) => this.fields.text(bytes, column, this.#form.encoding))
    const at = (cell?: number) =>
      cell === undefined ? this.place : this.placeOf(bytes, from, starts[cell] as number)
    return { cells, at }
  }

  /** Takes a record byte by byte and cell by cell, telling every fault in it; 0 where it is not whole. */
  #walk(bytes: Buffer, from: number, valid: number, isEnd: boolean, taker: RecordTaker): number {
    const whole = bytes.subarray(0, valid)
    const walked = walkRecord(whole, from, this.#form.delimiter)
    if (walked.next === undefined && !isEnd) return 0
    const next = walked.next ?? valid
    if (walked.fault) {
      this.#tellFault(walked, bytes, from, false)
      this.stopped = walked.next === undefined
    } else this.#takeWalked(whole, from, walked, next, taker)
    this.line += countLines(bytes.subarray(from, next))
    return next
  }

  #takeWalked(
    bytes: Buffer,
    from: number,
    { cells: starts }: Walked,
    next: number,
    taker: RecordTaker,
  ): void {
    const { encoding, width } = this.#form
    const ends = [...starts.slice(1).map((start) => start - 1), endOfLine(bytes, from, next)]
    const cells = starts.map((start, index) => cellText(bytes, start, ends[index] as number, encoding))
    if (cells.length !== width) {
      reportWidth(cells, width, this.place, this.#report)
      return
    }
    this.records += 1
    const at = (cell?: number) =>
      cell === undefined ? this.place : this.placeOf(bytes, from, starts[cell] ?? from)
    taker.takeCells({ cells, at, bytes, starts, ends })
  }

  #tellFault(walked: Walked, bytes: Buffer, from: number, tooLong: boolean): void {
    const placeOf = (offset: number) => this.placeOf(bytes, from, offset)
    reportRecordFault(walked, from, tooLong, placeOf, this.#report)
  }
}

/** Where the text of a record ends: before its line end, if it has one. */
function endOfLine(bytes: Buffer, from: number, next: number): number {
  if (next === from || bytes[next - 1] !== LF) return next
  return next - 1 > from && bytes[next - 2] === CR ? next - 2 : next - 1
}
