/**
 * The byte scanner's inner loop: the one place of the program that trades beauty for speed. A row that has, but for its
 * date and balance, the very bytes that its account had last time needs no text made of it: it is sound, it has the same
 * owner, and it counts in the same family. Every other row goes to `RowReader`, and from there to `BalanceBooks`.
 */
import {
  FACTS,
  FAMILY,
  LATEST_DAY,
  LATEST_FILE,
  LATEST_LINE,
  NEXT,
  SLOT,
  SLOT_HEAD,
} from './account-table.ts'
import type { BalanceBooks } from './balance-books.ts'
import { carryFrom } from './families.ts'
import { DATE, IDS, MONEY } from './layout.ts'
import type { RowReader } from './row-reader.ts'

const POWERS = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

/** Takes the rows from an offset on; gives where the first row begins that is not whole before `valid`. */
export function scanRows(
  bytes: Buffer,
  from: number,
  end: number,
  valid: number,
  books: BalanceBooks,
  reader: RowReader,
): number {
  let at = from
  while (at < end && !reader.records.stopped) {
    const day = reader.dayView
    if (books.expectsAlike) at = scanAlike(bytes, at, end, books, reader)
    if (at >= end) break
    if (reader.dayView !== day) continue
    const next = reader.records.read(bytes, at, valid, reader)
    if (next === 0) break
    at = next
  }
  return at
}

/** Takes rows of the present day as long as each is like the one its account had before; gives where the first other one begins. */
function scanAlike(bytes: Buffer, from: number, end: number, books: BalanceBooks, reader: RowReader): number {
  // Everything that the loop reads stands in constants of its own, which is what makes it fast.
  const LF = 0x0a
  const CR = 0x0d
  const QUOTE = 0x22
  const ZERO = 0x30
  const POINT = 0x2e
  const MINUS = 0x2d
  /** Whole numbers of 32 bits are the quickest to make: so many digits are read as one. */
  const QUICK_DIGITS = 9
  /** Above this a number goes the way of BigInt, so that sums of such numbers stay exact; no more digits are below it. */
  const MOST = 2 ** 50
  const MOST_DIGITS = 14
  const CARRY = 2 ** 52
  const { accounts, families, day, bit, month, dayClass, watches, fileNumber } = books
  const { arena, arenaView, facts } = accounts
  const { holds } = families
  const { sums, counts } = dayClass
  const { view, kinds, delimiter, decimals, reading, dayView, dayLength } = reader
  const segments = kinds.length
  let { lastAccount } = books
  let { line } = reader.records
  let start = from
  scan: while (start < end) {
    const account = facts[lastAccount * FACTS + NEXT] as number
    const fact = account * FACTS
    let slot = (facts[fact + SLOT] as number) + SLOT_HEAD
    if (arena[slot - 1] !== reading) break
    let at = start
    let fen = 0
    for (let segment = 0; segment < segments; segment++) {
      if (segment > 0) {
        if (bytes[at] !== delimiter) break scan
        at += 1
      }
      const kind = kinds[segment] as number
      if (kind === IDS) {
        const length = (arena[slot] as number) | ((arena[slot + 1] as number) << 8)
        slot += 2
        if (!areAlike(view, at, arenaView, slot, length)) break scan
        at += length
        slot += length
      } else if (kind === MONEY) {
        const quoted = bytes[at] === QUOTE
        if (quoted) at += 1
        const negative = bytes[at] === MINUS
        if (negative) at += 1
        const begin = at
        let digits = 0
        let digit = (bytes[at] as number) - ZERO
        while (digit >= 0 && digit <= 9 && at - begin < QUICK_DIGITS) {
          digits = (digits * 10 + digit) | 0
          at += 1
          digit = (bytes[at] as number) - ZERO
        }
        fen = digits
        while (digit >= 0 && digit <= 9) {
          fen = fen * 10 + digit
          at += 1
          digit = (bytes[at] as number) - ZERO
        }
        if (at === begin || at - begin > MOST_DIGITS) break scan
        let places = 0
        if (bytes[at] === POINT) {
          at += 1
          digits = 0
          digit = (bytes[at] as number) - ZERO
          while (digit >= 0 && digit <= 9 && places < decimals) {
            digits = (digits * 10 + digit) | 0
            places += 1
            at += 1
            digit = (bytes[at] as number) - ZERO
          }
          if (places === 0) break scan
          fen = fen * (POWERS[places] as number) + digits
        }
        if (places < decimals) fen *= POWERS[decimals - places] as number
        if (fen > MOST) break scan
        if (negative) fen = -fen
        if (quoted) {
          if (bytes[at] !== QUOTE) break scan
          at += 1
        }
      } else if (kind === DATE) {
        const begin = at
        at += dayLength
        const after = bytes[at]
        const isCell = after === delimiter || after === LF || after === CR
        const alike = isCell && areAlike(view, begin, dayView, 0, dayLength)
        if (!alike) {
          reader.changeDay(bytes, begin)
          break scan
        }
      } else {
        at = endOfSkipped(bytes, at, delimiter)
        if (at === 0) break scan
      }
    }
    if (bytes[at] === CR) at += 1
    if (bytes[at] !== LF) break

    const family = facts[fact + FAMILY] as number
    if (day < (holds[family * 2] as number) || day > (holds[family * 2 + 1] as number)) break
    const seen = month[account] as number
    if ((seen & bit) !== 0 || day < (facts[fact + LATEST_DAY] as number)) break
    if (watches && families.keys[family]?.watched) break
    month[account] = seen | bit
    const sum = (sums[family] as number) + fen
    sums[family] = sum
    if (sum > CARRY || sum < -CARRY) carryFrom(dayClass, family)
    counts[family * 2] = (counts[family * 2] as number) + 1
    counts[family * 2 + 1] = (counts[family * 2 + 1] as number) | bit
    facts[fact + LATEST_DAY] = day
    facts[fact + LATEST_LINE] = line
    facts[fact + LATEST_FILE] = fen === 0 ? fileNumber : fileNumber | 1
    lastAccount = account
    line += 1
    start = at + 1
  }
  reader.records.records += line - reader.records.line
  reader.records.line = line
  books.lastAccount = lastAccount
  return start
}

/**
 * Whether two stretches of bytes are the same. Eight bytes are compared at a time, as numbers that are only looked at for
 * sameness; the last eight may overlap those before. (Bytes of text never make the numbers that are not the same as
 * themselves but for a few that are no text of a row; these get the closer look.)
 */
function areAlike(a: DataView, fromA: number, b: DataView, fromB: number, length: number): boolean {
  if (length >= 8) {
    const last = length - 8
    for (let at = 0; at < last; at += 8)
      if (a.getFloat64(fromA + at) !== b.getFloat64(fromB + at)) return false
    return a.getFloat64(fromA + last) === b.getFloat64(fromB + last)
  }
  if (length >= 4) {
    const last = length - 4
    return a.getInt32(fromA) === b.getInt32(fromB) && a.getInt32(fromA + last) === b.getInt32(fromB + last)
  }
  for (let at = 0; at < length; at++) if (a.getUint8(fromA + at) !== b.getUint8(fromB + at)) return false
  return true
}

/** The end of a cell that is not read; 0 where it needs a closer look. */
function endOfSkipped(bytes: Buffer, from: number, delimiter: number): number {
  const LF = 0x0a
  const CR = 0x0d
  const QUOTE = 0x22
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
