import { LF } from '../csv/bytes.ts'
import { type AccountTable, NO_READING, SLOT, SLOT_HEAD, type Slot } from './account-table.ts'
import type { FieldRow } from './field-row.ts'
import type { Fields } from './fields.ts'
import { IDS, type Layout, type Segment } from './layout.ts'

/** A row with more bytes of ids is not remembered: its account's rows are looked at one by one. */
const LONGEST = 4096

/** Makes slots of rows: the bytes of each stretch of ids as they lie, after their length, and at the end the account's key where they do not hold it. */
export class SlotWriter {
  readonly #stretches: readonly Segment[]
  readonly #reading: number
  readonly #accountColumn: number
  readonly #content = Buffer.alloc(LONGEST * 2)

  constructor(layout: Layout, accountColumn: number, reading: number) {
    this.#stretches = layout.segments.filter(({ kind }) => kind === IDS)
    this.#accountColumn = accountColumn
    this.#reading = reading
  }

  /** The slot of a row, good until the next one is written; undefined where its bytes are not worth keeping. */
  write(bytes: Buffer, fields: Fields, row: FieldRow): Slot | undefined {
    if (this.#reading === NO_READING) return undefined
    let [at, keyAt] = [0, -1]
    for (const { first, last } of this.#stretches) {
      const [start, end] = [fields.starts[first] as number, fields.ends[last] as number]
      const length = end - start
      if (at + length + 2 > LONGEST) return undefined
      this.#content[at] = length
      this.#content[at + 1] = length >>> 8
      for (let offset = 0; offset < length; offset++) {
        const byte = bytes[start + offset] as number
        // A record on several lines must be counted as such.
        if (byte === LF) return undefined
        this.#content[at + 2 + offset] = byte
      }
      if (first <= this.#accountColumn && this.#accountColumn <= last) {
        keyAt = at + 2 + (fields.starts[this.#accountColumn] as number) - start
      }
      at += 2 + length
    }
    const { accountStart, accountEnd } = row
    const [reading, content] = [this.#reading, this.#content]
    if (row.isRawKey) return { reading, content, length: at, keyAt, keyLength: accountEnd - accountStart }
    if (row.account.length > LONGEST / 4) return undefined
    const keyLength = content.write(row.account, at)
    return { reading, content, length: at + keyLength, keyAt: at, keyLength }
  }

  /** Whether an account's slot holds the bytes of a row. */
  isIn(accounts: AccountTable, account: number, bytes: Buffer, fields: Fields): boolean {
    const { arena } = accounts
    let slot = accounts.fact(account, SLOT) + SLOT_HEAD
    if (this.#reading === NO_READING || arena[slot - 1] !== this.#reading) return false
    for (const { first, last } of this.#stretches) {
      const [start, end] = [fields.starts[first] as number, fields.ends[last] as number]
      const length = (arena[slot] as number) | ((arena[slot + 1] as number) << 8)
      if (length !== end - start) return false
      slot += 2
      for (let at = start; at < end; at++, slot++) if (arena[slot] !== bytes[at]) return false
    }
    return true
  }
}
