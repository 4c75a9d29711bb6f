import type { Place, Report } from '../../core/findings/finding.ts'
import { readCell } from '../../core/tables/canonical.ts'
import { CellFault, id } from '../../core/tables/cells.ts'
import type { ColumnForms } from '../../core/tables/input-forms.ts'
import { placeIn, readRow } from '../../core/tables/rows.ts'
import { balances } from '../../core/tables/shapes.ts'
import type { Exact } from '../../core/values/exact.ts'
import { CR, LF, QUOTE } from '../csv/bytes.ts'
import type { FiledDay } from '../filed-day.ts'
import type { Encoding } from '../files/encoding.ts'
import { scaledIn } from '../scan/scaled.ts'
import { NO_READING } from './account-table.ts'
import type { BalanceBooks, FaultyKey, PlaceOf } from './balance-books.ts'
import { dayMemo } from './day-memo.ts'
import { FieldRow } from './field-row.ts'
import type { Bytes } from './heap.ts'
import type { Layout } from './layout.ts'
import { type CellRecord, RecordReader, type RecordTaker } from './record-reader.ts'
import { SlotWriter } from './slot-writer.ts'
import type { TextMemo } from './text-memo.ts'

/** How one file of `balances` is read. */
export interface FileReading {
  readonly file: string
  readonly encoding: Encoding
  readonly layout: Layout
  readonly forms: ColumnForms
  /** Whether all bytes of the file were looked at before. */
  readonly inspected: boolean
}

/** The bytes of no cell: text has no NUL. */
const NO_DAY = Uint8Array.of(0)
/** A day cell of more bytes is looked at in each row. */
const LONGEST_DAY = 64

/** The decimals of yuan. */
const FEN = 2

type Column = keyof typeof balances.columns & string

/**
 * Takes the rows of one file of `balances` that the inner loop cannot tell by their bytes alone: those of accounts not met
 * yet or out of their usual order; and, cell by cell and with every fault told, those with anything unusual about them.
 */
export class RowReader implements RecordTaker {
  readonly records: RecordReader

  // What the inner loop reads at every row.
  readonly kinds: Bytes
  readonly delimiter: number
  /** The decimals of a balance as it is written, down to the fen. */
  readonly decimals: number
  readonly reading: number
  /** The bytes of the day cell of the row before; where there are none to go by, some that no cell has. */
  readonly dayCell: Bytes
  dayLength = NO_DAY.length

  readonly #books: BalanceBooks
  readonly #file: FileReading
  readonly #report: Report
  readonly #columns: Readonly<Record<Column, number>>
  readonly #days: TextMemo<FiledDay | undefined>
  readonly #row: FieldRow
  readonly #slots: SlotWriter
  #filed: FiledDay | undefined

  constructor(file: FileReading, books: BalanceBooks, report: Report) {
    const { layout, encoding, forms } = file
    const { width, delimiter } = layout
    const balance = forms.get('balance') ?? {}
    this.#file = file
    this.#books = books
    this.#report = report
    this.records = new RecordReader({ file: file.file, encoding, width, delimiter }, report)
    this.kinds = books.heap.bytes(layout.segments.length)
    this.kinds.set(layout.segments.map(({ kind }) => kind))
    this.dayCell = books.heap.bytes(LONGEST_DAY)
    this.delimiter = delimiter
    this.decimals = FEN + (balance.shift ?? 0)
    // All files of the table have the same forms. Where words stand for balances, no bytes are what they say.
    const reading = [encoding, [...layout.columns], width, delimiter]
    this.reading = balance.values ? NO_READING : books.readingNumber(JSON.stringify(reading))
    this.#columns = columnsIn(layout)
    this.#slots = new SlotWriter(layout, this.#columns.account_id, this.reading)
    this.#days = dayMemo(encoding, forms.get('date'), books.plan.cuts)
    this.#row = new FieldRow(this.records.fields, this.#columns, encoding, forms)
  }

  /** Turns to the day of the cell that begins at an offset; false where it is no sound one, or no other day. */
  changeDay(bytes: Buffer, start: number): boolean {
    let end = start
    for (; bytes[end] !== this.delimiter; end++) if (bytes[end] === LF || bytes[end] === CR) break
    const filed = this.#days.of(bytes, start, end)
    return filed !== undefined && this.#turnTo(filed, bytes, start, end)
  }

  take(bytes: Buffer, from: number): boolean {
    const { starts, ends } = this.records.fields
    const { date, balance } = this.#columns
    const [start, end] = [starts[date] as number, ends[date] as number]
    const filed = this.#days.of(bytes, start, end)
    const amount = scaledIn(bytes, starts[balance] as number, ends[balance] as number, this.decimals)
    if (!filed || Number.isNaN(amount) || this.reading === NO_READING) return false
    const row = this.#row.over(bytes, filed, amount)
    if (!this.#takeAlike(bytes, row)) {
      if (!row.isPlain) return false
      const slot = this.#slots.write(bytes, this.records.fields, row)
      this.#books.add(row, slot, this.records.line, (name) => this.#placeOf(bytes, from, name))
    }
    this.#turnTo(filed, bytes, start, end)
    return true
  }

  takeCells(record: CellRecord): void {
    const { layout, forms } = this.#file
    // The books turn to the row's day, and the bytes of the day before say nothing any more.
    this.#forgetDay()
    const row = readRow(balances, layout.columns, record, this.#report, forms)
    const { date } = this.#columns
    const filed = this.#days.of(record.bytes, record.starts[date] as number, record.ends[date] as number)
    const placeOf: PlaceOf = (name) => placeIn(record, layout.columns, name)
    if (row && filed) {
      const { account_id: account, client_id: client, product, balance } = row.cells
      const { manager_id: manager = '', currency = '', branch = '' } = row.cells
      const whose = { account, client, clientLength: client.length, manager, branch }
      const taken = { ...whose, day: filed, product, amount: fenOf(balance), currency }
      this.#books.add(taken, undefined, this.records.line, placeOf)
    } else this.#books.noteFaulty(this.#keyIn(record.cells, filed), placeOf)
  }

  /** Turns to a row's day; false where that was the day before too, or its cell cannot be kept. */
  #turnTo(filed: FiledDay, bytes: Buffer, start: number, end: number): boolean {
    this.#books.turnTo(filed)
    if (filed === this.#filed) return false
    if (end - start > LONGEST_DAY) {
      this.#forgetDay()
      return false
    }
    this.#filed = filed
    this.dayCell.set(bytes.subarray(start, end))
    this.dayLength = end - start
    return true
  }

  #forgetDay(): void {
    this.#filed = undefined
    this.dayCell.set(NO_DAY)
    this.dayLength = NO_DAY.length
  }

  /** Takes a row that has the bytes its account had before, only not in the usual order. */
  #takeAlike(bytes: Buffer, row: FieldRow): boolean {
    const { accounts } = this.#books
    const currency = this.#books.placing.currencyNumber(row.currency)
    const quotes = bytes[row.accountStart] === QUOTE ? 1 : 0
    const account = accounts.find(bytes, row.accountStart + quotes, row.accountEnd - quotes, currency)
    if (row.isRawKey) row.found = account
    if (account === 0 || !this.#slots.isIn(accounts, account, bytes, this.records.fields)) return false
    return this.#books.addAlike(account, row.day, row.amount, this.records.line)
  }

  /** The parts of the key that a faulty row still tells. */
  #keyIn(cells: readonly string[], day: FiledDay | undefined): FaultyKey {
    const text = (name: Column) => {
      const read = readCell(id, cells[this.#columns[name]] ?? '', this.#file.forms.get(name))
      return read instanceof CellFault ? undefined : (read ?? '')
    }
    return { day, account: text('account_id') || undefined, currency: text('currency') }
  }

  /** The place of the record that is taken, or of its cell in a column. */
  #placeOf(bytes: Buffer, from: number, name: Column | undefined): Place {
    return placeIn(this.records.textRecord(bytes, from), this.#file.layout.columns, name)
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

/** Money read with at most two decimals, in fen. */
const fenOf = ({ s, n, d }: Exact): bigint => (s * n * 100n) / d
