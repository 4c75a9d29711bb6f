import type { Place, Report } from '../../core/findings/finding.ts'
import { readCell } from '../../core/tables/canonical.ts'
import { CellFault } from '../../core/tables/cell-fault.ts'
import { id } from '../../core/tables/cells.ts'
import type { ColumnForms } from '../../core/tables/input-forms.ts'
import { placeIn, readRow, type TextRecord } from '../../core/tables/rows.ts'
import { balances } from '../../core/tables/shapes.ts'
import type { Exact } from '../../core/values/exact.ts'
import { within } from '../csv/block.ts'
import { CR, countLines, LF, QUOTE } from '../csv/bytes.ts'
import { reportRecordFault } from '../csv/record-fault.ts'
import { type Walked, walkRecord } from '../csv/walk.ts'
import { reportWidth } from '../csv/width.ts'
import type { FiledDay } from '../filed-day.ts'
import { type Encoding, withoutBom } from '../files/encoding.ts'
import { scaledIn } from '../scan/scaled.ts'
import { NO_READING } from './account-table.ts'
import type { BalanceBooks, FaultyKey, PlaceOf } from './balance-books.ts'
import { DayMemo } from './day-memo.ts'
import { FieldRow } from './field-row.ts'
import { cellText, Fields, INCOMPLETE, UNSOUND } from './fields.ts'
import type { Layout } from './layout.ts'
import { SlotWriter } from './slot-writer.ts'
import { TextMemo } from './text-memo.ts'

/** How one file of `balances` is read. */
export interface FileReading {
  readonly file: string
  readonly encoding: Encoding
  readonly layout: Layout
  readonly forms: ColumnForms
  /** Whether all bytes of the file were looked at before. */
  readonly inspected: boolean
}

/** The bytes of no cell. */
const NO_DAY = new DataView(new ArrayBuffer(1))

/** The decimals of yuan. */
const FEN = 2

type Column = keyof typeof balances.columns & string

/**
 * Reads the rows of one file that the inner loop cannot tell by their bytes alone: those of accounts not met yet or out
 * of their usual order; and, cell by cell and with every fault told, those with anything unusual about them.
 */
export class RowReader {
  /** The physical line of the next record, counted from where reading began. */
  line = 1
  /** Whether nothing more of the file can be read. */
  stopped = false

  // What the inner loop reads at every row.
  view = new DataView(new ArrayBuffer(0))
  readonly kinds: Uint8Array
  readonly delimiter: number
  /** The decimals of a balance as it is written, down to the fen. */
  readonly decimals: number
  readonly reading: number
  /** The bytes of the day cell of the row before. */
  dayView = NO_DAY
  dayLength = 1

  readonly #books: BalanceBooks
  readonly #file: FileReading
  readonly #report: Report
  readonly #fields: Fields
  readonly #columns: Readonly<Record<Column, number>>
  readonly #days: DayMemo
  readonly #row: FieldRow
  #filed: FiledDay | undefined
  readonly #slots: SlotWriter

  constructor(file: FileReading, books: BalanceBooks, report: Report) {
    const { layout, encoding, forms } = file
    const balance = forms.get('balance') ?? {}
    this.#file = file
    this.#books = books
    this.#report = report
    this.kinds = Uint8Array.from(layout.segments, ({ kind }) => kind)
    this.delimiter = layout.delimiter
    this.decimals = FEN + (balance.shift ?? 0)
    // All files of the table have the same forms. Where words stand for balances, no bytes are what they say.
    const reading = [encoding, [...layout.columns], layout.width, layout.delimiter]
    this.reading = balance.values ? NO_READING : books.readingNumber(JSON.stringify(reading))
    this.#columns = columnsIn(layout)
    this.#fields = new Fields(layout.width, layout.delimiter)
    this.#slots = new SlotWriter(layout, this.#column('account_id'), this.reading)
    this.#days = new DayMemo(new TextMemo(encoding, forms.get('date')))
    this.#row = new FieldRow(this.#fields, this.#columns, encoding, forms)
  }

  /** Turns to the day of the cell that begins at an offset; gives the cell's end, 0 where it needs a closer look. */
  changeDay(bytes: Buffer, start: number): number {
    let end = start
    for (; bytes[end] !== this.delimiter; end++) if (bytes[end] === LF || bytes[end] === CR) break
    const filed = this.#days.of(bytes, start, end)
    if (!filed) return 0
    this.#turnTo(filed, bytes, start, end)
    return end
  }

  /** Takes the record at an offset; gives where the next begins, 0 where it is not whole before `valid`. */
  read(bytes: Buffer, from: number, valid: number): number {
    const next = this.#fields.read(bytes, from, valid)
    if (next === INCOMPLETE) return 0
    if (next === UNSOUND || !this.#take(bytes, from)) return this.#walk(bytes, from, valid, false)
    this.#books.rows += 1
    this.line += this.#fields.quoted ? countLines(bytes.subarray(from, next)) : 1
    return next
  }

  /** Takes the last records of a file, of which no line end need follow. */
  readEnd(bytes: Buffer, from: number, valid: number): void {
    for (let at = from; at < valid && !this.stopped; ) at = this.#walk(bytes, at, valid, true)
  }

  /** Tells that the first record of the bytes is longer than any may be, and stops. */
  refuseLong(bytes: Buffer, valid: number): void {
    this.#tellFault(walkRecord(bytes.subarray(0, valid), 0, this.delimiter), bytes, 0, true)
    this.stopped = true
  }

  /** Passes over the mark of the encoding and the header that a file begins with; gives where its rows begin, 0 where it is not whole. */
  skipHeader(bytes: Buffer, valid: number, isEnd: boolean): number {
    const whole = bytes.subarray(0, valid)
    const start = valid - withoutBom(whole).length
    const next = walkRecord(whole, start, this.delimiter).next ?? (isEnd ? valid : 0)
    this.line += countLines(whole.subarray(start, next))
    return next
  }

  #column(name: Column): number {
    return this.#columns[name]
  }

  #turnTo(filed: FiledDay, bytes: Buffer, start: number, end: number): void {
    this.#books.turnTo(filed)
    if (this.dayView !== NO_DAY && filed === this.#filed) return
    this.#filed = filed
    this.dayView = new DataView(new Uint8Array(bytes.subarray(start, end)).buffer)
    this.dayLength = end - start
  }

  /** Takes a record whose cells are all plainly good; false where it needs a closer look. */
  #take(bytes: Buffer, from: number): boolean {
    const column = this.#column('date')
    const [start, end] = [this.#fields.starts[column] as number, this.#fields.ends[column] as number]
    const filed = this.#days.of(bytes, start, end)
    const balance = this.#column('balance')
    const { starts, ends } = this.#fields
    const amount = scaledIn(bytes, starts[balance] as number, ends[balance] as number, this.decimals)
    if (!filed || Number.isNaN(amount) || this.reading === NO_READING) return false
    const row = this.#row.over(bytes, filed, amount)
    if (!this.#takeAlike(bytes, row)) {
      if (!row.isPlain) return false
      const slot = this.#slots.write(bytes, this.#fields, row)
      this.#books.add(row, slot, this.line, (name) => this.#placeOf(bytes, from, name))
    }
    this.#turnTo(filed, bytes, start, end)
    return true
  }

  /** Takes a row that has the bytes its account had before, only not in the usual order. */
  #takeAlike(bytes: Buffer, row: FieldRow): boolean {
    const { accounts } = this.#books
    const currency = this.#books.currencyNumber(row.currency)
    const quotes = bytes[row.accountStart] === QUOTE ? 1 : 0
    const account = accounts.find(bytes, row.accountStart + quotes, row.accountEnd - quotes, currency)
    if (row.isRawKey) row.found = account
    if (account === 0 || !this.#slots.isIn(accounts, account, bytes, this.#fields)) return false
    return this.#books.addAlike(account, row.day, row.amount, this.line)
  }

  /** Takes a record byte by byte and cell by cell, telling every fault in it; 0 where it is not whole. */
  #walk(bytes: Buffer, from: number, valid: number, isEnd: boolean): number {
    const whole = bytes.subarray(0, valid)
    const walked = walkRecord(whole, from, this.delimiter)
    if (walked.next === undefined && !isEnd) return 0
    const next = walked.next ?? valid
    if (walked.fault) {
      this.#tellFault(walked, bytes, from, false)
      this.stopped = walked.next === undefined
    } else this.#takeWalked(whole, from, walked, next)
    this.line += countLines(bytes.subarray(from, next))
    return next
  }

  #takeWalked(bytes: Buffer, from: number, { cells: starts }: Walked, next: number): void {
    const { layout, encoding, file, forms } = this.#file
    const ends = [...starts.slice(1).map((start) => start - 1), endOfLine(bytes, from, next)]
    const cells = starts.map((start, index) => cellText(bytes, start, ends[index] as number, encoding))
    const at = (cell?: number) => this.#place(bytes, from, cell === undefined ? from : (starts[cell] ?? from))
    if (cells.length !== layout.width) {
      reportWidth(cells, layout.width, at(), this.#report)
      return
    }
    this.#books.rows += 1
    this.dayView = NO_DAY
    this.dayLength = 1
    const record: TextRecord = {
      cells,
      at: (cell) => (cell === undefined ? { file, line: this.line, column: 1 } : at(cell)),
    }
    const row = readRow(balances, layout.columns, record, this.#report, forms)
    const date = this.#column('date')
    const filed = this.#days.of(bytes, starts[date] as number, ends[date] as number)
    const placeOf: PlaceOf = (name) => placeIn(record, layout.columns, name)
    if (row && filed) {
      const { account_id: account, client_id: client, product, balance } = row.cells
      const { manager_id: manager = '', currency = '', branch = '' } = row.cells
      const clientLength = client.length
      const whose = { account, client, clientLength, manager, branch }
      const taken = { ...whose, day: filed, product, amount: fenOf(balance), currency }
      this.#books.add(taken, undefined, this.line, placeOf)
    } else this.#books.noteFaulty(this.#keyIn(cells, filed), placeOf)
  }

  /** The parts of the key that a faulty row still tells. */
  #keyIn(cells: readonly string[], day: FiledDay | undefined): FaultyKey {
    const text = (name: Column) => {
      const read = readCell(id, cells[this.#column(name)] ?? '', this.#file.forms.get(name))
      return read instanceof CellFault ? undefined : (read ?? '')
    }
    return { day, account: text('account_id') || undefined, currency: text('currency') }
  }

  /** The place of a record, or of its cell in a column. */
  #placeOf(bytes: Buffer, from: number, name: Column | undefined): Place {
    const { starts } = this.#fields
    const { layout, encoding } = this.#file
    const cells = [...starts.keys()].map((column) => this.#fields.text(bytes, column, encoding))
    const { file } = this.#file
    const at = (cell?: number) =>
      cell === undefined
        ? { file, line: this.line, column: 1 }
        : this.#place(bytes, from, starts[cell] as number)
    return placeIn({ cells, at }, layout.columns, name)
  }

  #place(bytes: Buffer, from: number, offset: number): Place {
    const { file, encoding } = this.#file
    return { file, ...within(bytes, encoding, from, this.line, offset) }
  }

  #tellFault(walked: Walked, bytes: Buffer, from: number, tooLong: boolean): void {
    const placeOf = (offset: number) => this.#place(bytes, from, offset)
    reportRecordFault(walked, from, tooLong, placeOf, this.#report)
  }
}

function columnsIn({ columns }: Layout): Readonly<Record<Column, number>> {
  const at = (name: Column) => columns.get(name) ?? -1
  return {
    ...{ date: at('date'), balance: at('balance'), product: at('product'), branch: at('branch') },
    ...{ account_id: at('account_id'), client_id: at('client_id'), manager_id: at('manager_id') },
    currency: at('currency'),
  }
}

/** Where the text of a record ends: before its line end, if it has one. */
function endOfLine(bytes: Buffer, from: number, next: number): number {
  if (next === from || bytes[next - 1] !== LF) return next
  return next - 1 > from && bytes[next - 2] === CR ? next - 2 : next - 1
}

/** Money read with at most two decimals, in fen. */
const fenOf = ({ s, n, d }: Exact): bigint => (s * n * 100n) / d
