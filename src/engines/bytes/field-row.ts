import { QUOTE } from '../csv/bytes.ts'
import type { FiledDay } from '../filed-day.ts'
import type { Encoding } from '../files/encoding.ts'
import { isPlainId, isPlainIdOrEmpty } from '../scan/plain-id.ts'
import type { BalanceRow } from './balance-books.ts'
import { cellText, type Fields } from './fields.ts'
import type { TextMemo } from './text-memo.ts'

type Column = 'account_id' | 'client_id' | 'product' | 'manager_id' | 'currency' | 'branch'

/** The row whose fields were found last; texts are made of them only when they are asked for. */
export class FieldRow implements BalanceRow {
  amount = 0
  accountStart = 0
  accountEnd = 0
  readonly #fields: Fields
  readonly #columns: Readonly<Record<Column, number>>
  readonly #texts: TextMemo
  readonly #encoding: Encoding
  #bytes: Buffer = Buffer.alloc(0)
  #day: FiledDay | undefined

  constructor(
    fields: Fields,
    columns: Readonly<Record<Column, number>>,
    texts: TextMemo,
    encoding: Encoding,
  ) {
    this.#fields = fields
    this.#columns = columns
    this.#texts = texts
    this.#encoding = encoding
  }

  /** This row, over the fields that were found now. */
  over(bytes: Buffer, day: FiledDay, amount: number): this {
    this.#bytes = bytes
    this.#day = day
    this.amount = amount
    this.accountStart = this.#fields.starts[this.#columns.account_id] as number
    this.accountEnd = this.#fields.ends[this.#columns.account_id] as number
    return this
  }

  get day(): FiledDay {
    return this.#day as FiledDay
  }

  get account(): string {
    return cellText(this.#bytes, this.accountStart, this.accountEnd, this.#encoding)
  }

  get client(): string {
    const column = this.#columns.client_id
    const [start, end] = [this.#fields.starts[column] as number, this.#fields.ends[column] as number]
    return cellText(this.#bytes, start, end, this.#encoding)
  }

  get product(): string {
    return this.#short('product')
  }

  get manager(): string {
    return this.#short('manager_id')
  }

  get currency(): string {
    return this.#short('currency')
  }

  get branch(): string {
    return this.#short('branch')
  }

  /** Whether all cells are plainly good; others need a closer look. */
  get isPlain(): boolean {
    return (
      (this.#isPlainAscii('account_id') || isPlainId(this.account)) &&
      (this.#isPlainAscii('client_id') || isPlainId(this.client)) &&
      isPlainId(this.product) &&
      isPlainIdOrEmpty(this.manager) &&
      isPlainIdOrEmpty(this.currency) &&
      isPlainIdOrEmpty(this.branch)
    )
  }

  /** Whether the bytes of the account's cell are the very bytes of its key. */
  get isRawKey(): boolean {
    const bytes = this.#bytes
    if (bytes[this.accountStart] === QUOTE) return false
    if (this.#encoding === 'utf-8') return true
    for (let at = this.accountStart; at < this.accountEnd; at++)
      if ((bytes[at] as number) >= 0x80) return false
    return true
  }

  /** Whether a cell begins and ends with printable ASCII and is not quoted. */
  #isPlainAscii(name: Column): boolean {
    const column = this.#columns[name]
    const [start, end] = [this.#fields.starts[column] as number, this.#fields.ends[column] as number]
    const [first, last] = [this.#bytes[start] as number, this.#bytes[end - 1] as number]
    return end > start && first !== QUOTE && first > 0x20 && first < 0x7f && last > 0x20 && last < 0x7f
  }

  #short(name: Column): string {
    const column = this.#columns[name]
    if (column < 0) return ''
    return this.#texts.of(
      this.#bytes,
      this.#fields.starts[column] as number,
      this.#fields.ends[column] as number,
    )
  }
}
