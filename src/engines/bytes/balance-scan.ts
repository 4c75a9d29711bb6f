/**
 * The byte scanner's inner loop: the one place of the program that trades beauty for speed. A row that has, but for its
 * date and balance, the very bytes that its account had last time needs no text made of it: it is sound, it has the same
 * owner, and it counts in the same family. Every other row goes to `RowReader`, and from there to `BalanceBooks`.
 */
import { CR, LF, QUOTE } from '../csv/bytes.ts'
import { SLOT_HEAD } from './account-table.ts'
import type { BalanceBooks } from './balance-books.ts'
import { CARRY, carryFrom } from './families.ts'
import { DATE, IDS, MONEY } from './layout.ts'
import type { RowReader } from './row-reader.ts'

const [ZERO, POINT, MINUS] = [0x30, 0x2e, 0x2d]
/** Above this a number goes the way of BigInt, so that sums of such numbers stay exact. */
const MOST = 2 ** 50
/** No larger number of yuan is below that. */
const MOST_DIGITS = 14

/** Scans rows of one file from `from`; gives where the first row begins that is not whole before `valid`. */
export function scanRows(
  bytes: Buffer,
  from: number,
  end: number,
  valid: number,
  books: BalanceBooks,
  reader: RowReader,
): number {
  let at = from
  while (at < end && !reader.stopped) {
    const next = scanAlike(bytes, at, books, reader) || reader.read(bytes, at, valid)
    if (next === 0) break
    at = next
  }
  return at
}

/** Takes a row that is like the one its account had before; gives where the next begins, 0 where it needs a closer look. */
function scanAlike(bytes: Buffer, from: number, books: BalanceBooks, reader: RowReader): number {
  const { accounts, families } = books
  const account = accounts.next[books.lastAccount] as number
  const { arena } = accounts
  const { kinds, delimiter, decimals } = reader
  let slot = (accounts.slots[account] as number) + SLOT_HEAD
  if (arena[slot - 1] !== reader.reading) return 0
  let at = from
  let fen = 0
  for (let segment = 0; segment < kinds.length; segment++) {
    if (segment > 0) {
      if (bytes[at] !== delimiter) return 0
      at += 1
    }
    const kind = kinds[segment] as number
    if (kind === IDS) {
      const stop = slot + 2 + ((arena[slot] as number) | ((arena[slot + 1] as number) << 8))
      for (slot += 2; slot < stop; slot++, at++) if (arena[slot] !== bytes[at]) return 0
    } else if (kind === DATE) {
      const { dayBytes } = reader
      const start = at
      const length = dayBytes.length
      while (at - start < length && dayBytes[at - start] === bytes[at]) at += 1
      const after = bytes[at]
      if (at - start < length || (after !== delimiter && after !== LF && after !== CR)) {
        at = reader.changeDay(bytes, start)
        if (at === 0) return 0
      }
    } else if (kind === MONEY) {
      const quoted = bytes[at] === QUOTE
      if (quoted) at += 1
      const negative = bytes[at] === MINUS
      if (negative) at += 1
      const start = at
      let digit = (bytes[at] as number) - ZERO
      while (digit >= 0 && digit <= 9) {
        fen = fen * 10 + digit
        at += 1
        digit = (bytes[at] as number) - ZERO
      }
      if (at === start || at - start > MOST_DIGITS) return 0
      let places = 0
      if (bytes[at] === POINT) {
        at += 1
        digit = (bytes[at] as number) - ZERO
        while (digit >= 0 && digit <= 9) {
          fen = fen * 10 + digit
          places += 1
          at += 1
          digit = (bytes[at] as number) - ZERO
        }
        if (places === 0 || places > decimals) return 0
      }
      for (; places < decimals; places++) fen *= 10
      if (fen > MOST) return 0
      if (negative) fen = -fen
      if (quoted && bytes[at++] !== QUOTE) return 0
    } else {
      at = endOfSkipped(bytes, at, delimiter)
      if (at === 0) return 0
    }
  }
  if (bytes[at] === CR) at += 1
  if (bytes[at] !== LF) return 0

  const { day, bit, month } = books
  const family = accounts.family[account] as number
  if (day < (families.first[family] as number) || day > (families.last[family] as number)) return 0
  const seen = month[account] as number
  if ((seen & bit) !== 0 || day < (accounts.latestDay[account] as number)) return 0
  if (books.watches && families.keys[family]?.watched) return 0
  month[account] = seen | bit
  const { sums, rows, days } = books.dayClass
  const sum = (sums[family] as number) + fen
  sums[family] = sum
  if (sum > CARRY || sum < -CARRY) carryFrom(books.dayClass, family)
  rows[family] = (rows[family] as number) + 1
  days[family] = (days[family] as number) | bit
  accounts.latestDay[account] = day
  accounts.latestLine[account] = reader.line
  accounts.latestFile[account] = fen === 0 ? books.fileNumber : books.fileNumber | 1
  books.lastAccount = account
  books.rows += 1
  reader.line += 1
  return at + 1
}

/** The end of a cell that is not read; 0 where it needs a closer look. */
function endOfSkipped(bytes: Buffer, from: number, delimiter: number): number {
  let at = from
  if (bytes[at] !== QUOTE) {
    for (;;) {
      const byte = bytes[at]
      if (byte === delimiter || byte === LF || byte === CR) return at
      if (byte === QUOTE) return 0
      at += 1
    }
  }
  for (at += 1; bytes[at] !== QUOTE; at++) if (bytes[at] === LF) return 0
  return bytes[at + 1] === QUOTE ? 0 : at + 1
}
