import { isAscii } from 'node:buffer'
import { isExponentId } from '../../core/tables/damage.ts'
import type { ColumnForms } from '../../core/tables/input-forms.ts'
import { isTotalWord } from '../../core/tables/total-row.ts'
import { QUOTE } from '../csv/bytes.ts'
import type { FiledDay } from '../filed-day.ts'
import type { Encoding } from '../files/encoding.ts'
import { isPlainId, isPlainIdOrEmpty } from '../scan/plain-id.ts'
import type { BalanceRow } from './balance-books.ts'
import type { Fields } from './fields.ts'
import { meantText, TextMemo } from './text-memo.ts'

type Column = 'account_id' | 'client_id' | 'product' | 'manager_id' | 'currency' | 'branch'
type ShortColumn = Exclude<Column, 'account_id' | 'client_id'>
const [PLUS, BLANK, DELETE] = [0x2b, 0x20, 0x7f]

/** Stands for a text that does not keep its form: no plain id. */
const UNKEPT = ' '

/** The row whose fields were found last; texts are made of them only when they are asked for. */
export class FieldRow implements BalanceRow {
  amount = 0
  /** Known once `isPlain` was asked for. */
  product = ''
  manager = ''
  branch = ''
  found: number | undefined
  currency = ''
  accountStart = 0
  accountEnd = 0
  readonly #fields: Fields
  readonly #columns: Readonly<Record<Column, number>>
  readonly #memos: Readonly<Record<ShortColumn, TextMemo<ShortText>>>
  readonly #encoding: Encoding
  readonly #forms: ColumnForms
  #bytes: Buffer = Buffer.alloc(0)
  #day: FiledDay | undefined
  /** Whether the currency is. */
  #isSound = false

  constructor(
    fields: Fields,
    columns: Readonly<Record<Column, number>>,
    encoding: Encoding,
    forms: ColumnForms,
  ) {
    this.#fields = fields
    this.#columns = columns
    this.#encoding = encoding
    this.#forms = forms
    const memo = (column: ShortColumn) => new TextMemo(encoding, forms.get(column), shortText)
    this.#memos = {
      ...{ product: memo('product'), manager_id: memo('manager_id') },
      ...{ currency: memo('currency'), branch: memo('branch') },
    }
  }

  /** This row, over the fields that were found now. */
  over(bytes: Buffer, day: FiledDay, amount: number): this {
    this.#bytes = bytes
    this.#day = day
    this.amount = amount
    this.accountStart = this.#fields.starts[this.#columns.account_id] as number
    this.accountEnd = this.#fields.ends[this.#columns.account_id] as number
    const currency = this.#short('currency')
    this.currency = currency.text
    this.#isSound = currency.isSound
    this.found = undefined
    return this
  }

  get day(): FiledDay {
    return this.#day as FiledDay
  }

  get account(): string {
    return this.#long('account_id') ?? ''
  }

  get client(): string {
    return this.#long('client_id') ?? ''
  }

  get clientLength(): number {
    const column = this.#columns.client_id
    return (this.#fields.ends[column] as number) - (this.#fields.starts[column] as number)
  }

  /** Whether all cells are plainly good; others need a closer look. */
  get isPlain(): boolean {
    const product = this.#short('product')
    const manager = this.#short('manager_id')
    const branch = this.#short('branch')
    this.product = product.text
    this.manager = manager.text
    this.branch = branch.text
    const isSound = this.#isSound && product.isSound && manager.isSound && branch.isSound
    return isSound && product.text !== '' && this.#isPlainLong('account_id') && this.#isPlainLong('client_id')
  }

  /** Whether the bytes of the account's cell are the very bytes of its key. */
  get isRawKey(): boolean {
    const bytes = this.#bytes
    if (bytes[this.accountStart] === QUOTE || this.#forms.has('account_id')) return false
    if (this.#encoding === 'utf-8') return true
    for (let at = this.accountStart; at < this.accountEnd; at++)
      if ((bytes[at] as number) >= 0x80) return false
    return true
  }

  #isPlainLong(name: 'account_id' | 'client_id'): boolean {
    if (!this.#forms.has(name) && this.#isPlainAscii(name)) return true
    const text = this.#long(name) ?? ''
    return isSoundId(text) && !isTotalWord(text)
  }

  /** Whether a cell begins and ends with printable ASCII and is neither quoted nor like what spreadsheets make of cells. */
  #isPlainAscii(name: Column): boolean {
    const column = this.#columns[name]
    const [start, end] = [this.#fields.starts[column] as number, this.#fields.ends[column] as number]
    const [first, last] = [this.#bytes[start] as number, this.#bytes[end - 1] as number]
    // In GB18030 the last byte of a character may be that of an ASCII character.
    if (this.#encoding !== 'utf-8' && !isAscii(this.#bytes.subarray(start, end))) return false
    if (end === start || first === QUOTE || first <= BLANK || first >= DELETE) return false
    return last > BLANK && last < DELETE && this.#bytes[end - 3] !== PLUS && !isEndOfTotal(last)
  }

  #long(name: 'account_id' | 'client_id'): string | undefined {
    const column = this.#columns[name]
    const [start, end] = [this.#fields.starts[column] as number, this.#fields.ends[column] as number]
    return meantText(this.#bytes, start, end, this.#encoding, this.#forms.get(name))
  }

  #short(name: ShortColumn): ShortText {
    const column = this.#columns[name]
    if (column < 0) return NO_TEXT
    const [start, end] = [this.#fields.starts[column] as number, this.#fields.ends[column] as number]
    return this.#memos[name].of(this.#bytes, start, end)
  }
}

const isSoundId = (text: string): boolean => isPlainId(text) && !isExponentId(text)

/** The text of a short cell, and whether it is plainly an id or empty. */
interface ShortText {
  readonly text: string
  readonly isSound: boolean
}

const shortText = (text = UNKEPT): ShortText => ({
  text,
  isSound: isPlainIdOrEmpty(text) && !isExponentId(text),
})

const NO_TEXT = shortText('')

/** The ASCII characters that words for a total end in. */
const isEndOfTotal = (byte: number): boolean => byte === 0x6c || byte === 0x4c || byte === 0x3a
