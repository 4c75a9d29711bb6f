import { NEXT, NO_READING } from './account-table.ts'
import { type AlikeRows, alikeRowsIn } from './alike-rows.ts'
import type { BalanceBooks } from './balance-books.ts'
import type { RowReader } from './row-reader.ts'

/**
 * Takes the rows of one range. A row that has, but for its date and balance, the very bytes that its account had last time
 * needs no text made of it: it is sound, it has the same owner, and it counts in the same family. Such rows are taken by
 * the inner loop; every other one goes to `RowReader`, and from there to `BalanceBooks`.
 */
export class BalanceScan {
  readonly #books: BalanceBooks
  readonly #reader: RowReader
  readonly #loop: AlikeRows | undefined

  constructor(books: BalanceBooks, reader: RowReader) {
    this.#books = books
    this.#reader = reader
    this.#loop = alikeRowsIn(books.heap)
  }

  /** Takes the rows from an offset on; gives where the first row begins that is not whole before `valid`. */
  take(bytes: Buffer, from: number, end: number, valid: number): number {
    const { records } = this.#reader
    let at = from
    while (at < end && !records.stopped) {
      if (this.#loop && this.#expectsAlike) at = this.#takeAlike(this.#loop, bytes, at, end)
      if (at >= end) break
      const next = records.read(bytes, at, valid, this.#reader)
      if (next === 0) break
      at = next
    }
    return at
  }

  /** Whether the next row may be like one before: an account is expected, and each row adds to the sums by itself. */
  get #expectsAlike(): boolean {
    const { accounts, lastAccount, holdsRows } = this.#books
    return !holdsRows && this.#reader.reading !== NO_READING && accounts.fact(lastAccount, NEXT) !== 0
  }

  /** Takes rows as long as each is like the one its account had before; gives where the first other one begins. */
  #takeAlike(loop: AlikeRows, bytes: Buffer, from: number, end: number): number {
    let at = from
    for (;;) {
      at = this.#takeOfDay(loop, bytes, at, end)
      const otherDay = (loop.otherDay.value >>> 0) - bytes.byteOffset
      if (otherDay < 0 || !this.#reader.changeDay(bytes, otherDay)) return at
    }
  }

  #takeOfDay(loop: AlikeRows, bytes: Buffer, from: number, end: number): number {
    const { accounts, families, day, bit, month, dayClass, fileNumber, lastAccount } = this.#books
    const { kinds, delimiter, decimals, reading, dayCell, dayLength, records } = this.#reader
    const base = bytes.byteOffset
    const at = loop.takeAlike(
      ...([base + from, base + end, kinds.byteOffset, kinds.length] as const),
      ...([delimiter, decimals, reading] as const),
      ...([day, bit, dayCell.byteOffset, dayLength] as const),
      ...([month.byteOffset, dayClass.sums.byteOffset, dayClass.counts.byteOffset] as const),
      ...([accounts.facts.byteOffset, accounts.arena.byteOffset, families.quick.byteOffset] as const),
      ...([fileNumber, lastAccount, records.line] as const),
    )
    const line = loop.line.value
    records.records += line - records.line
    records.line = line
    this.#books.lastAccount = loop.lastAccount.value
    return (at >>> 0) - base
  }
}
