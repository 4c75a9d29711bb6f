/**
 * The byte scanner's inner loop, the one place of the program that trades beauty for speed: AssemblyScript, a TypeScript
 * whose numbers are those of the machine, compiled to WebAssembly. It works on the arrays of the part's `Heap`, which
 * `../alike-rows.ts` hands over by their addresses.
 */

/** The kinds of stretches of columns, as `../layout.ts` numbers them. */
const IDS: u32 = 0
const DATE: u32 = 1
const MONEY: u32 = 2

const LF: u32 = 0x0a
const CR: u32 = 0x0d
const QUOTE: u32 = 0x22
const MINUS: u32 = 0x2d
const POINT: u32 = 0x2e
const ZERO: u32 = 0x30

/** Above this a number goes another way, so that sums of such numbers stay exact. */
const MOST: u64 = 1 << 50
/** More digits before the point do so too; these and six decimals fit in 64 bits. */
const MOST_DIGITS: usize = 13
/** Sums stay plain numbers up to here. */
const CARRY: f64 = 4503599627370496

/** The numbers that stand for an account, in the order of `../account-table.ts`. */
@unmanaged
class Account {
  slot: i32
  next: i32
  family: i32
  latestDay: i32
  latestLine: i32
  latestFile: i32
  currency: i32
  unsure: i32
}

/** The bytes of a slot's head; the last of them is the number of its reading. */
const SLOT_HEAD: usize = 7

/** What the last call came to: the account of the last row, and the line after it. */
export let lastAccount: i32 = 0
export let line: i32 = 0
/** Where the cell begins that names another day, if that is what ended the call; else 0. */
export let otherDay: usize = 0

/** The balance that was read last. */
let fen: f64 = 0

/**
 * Takes the rows from `from` to `end` as long as each names the present day and is, but for its date and balance, like the
 * one that its account had before; gives where the first other one begins.
 */
export function takeAlike(
  // Where the rows are, and how they are written.
  from: usize,
  end: usize,
  kinds: usize,
  segments: usize,
  delimiter: u32,
  decimals: i32,
  reading: u32,
  // The present day, the bytes that name it, and where its sums are.
  day: i32,
  bit: i32,
  dayCell: usize,
  dayLength: usize,
  month: usize,
  sums: usize,
  counts: usize,
  // The accounts and families.
  accounts: usize,
  slots: usize,
  quick: usize,
  // The row before.
  fileNumber: i32,
  accountBefore: i32,
  firstLine: i32,
): usize {
  lastAccount = accountBefore
  line = firstLine
  otherDay = 0
  let start = from
  while (start < end) {
    const number = Row.accountAt(accounts, lastAccount).next
    const account = Row.accountAt(accounts, number)
    const slot = slots + <usize>account.slot + SLOT_HEAD
    if (load<u8>(slot - 1) !== reading) break
    const at = Row.endOfAlike(start, slot, kinds, segments, delimiter, decimals, dayCell, dayLength)
    if (at === 0) break
    const family = (<usize>account.family) << 3
    if (day < load<i32>(quick + family) || day > load<i32>(quick + family, 4)) break
    const days = month + ((<usize>number) << 2)
    const seen = load<i32>(days)
    if ((seen & bit) !== 0 || day < account.latestDay) break
    const sum = load<f64>(sums + family) + fen
    if (sum > CARRY || sum < -CARRY) break
    store<f64>(sums + family, sum)
    store<i32>(counts + family, load<i32>(counts + family) + 1)
    store<i32>(counts + family, load<i32>(counts + family, 4) | bit, 4)
    store<i32>(days, seen | bit)
    account.latestDay = day
    account.latestLine = line
    account.latestFile = fen === 0 ? fileNumber : fileNumber | 1
    lastAccount = number
    line += 1
    start = at
  }
  return start
}

/** The steps of the loop. Only methods can be marked to be compiled into it. */
class Row {
  /**
   * Where the row after one begins that names the present day and has, but for its balance, the bytes of a slot; 0 where
   * the row is not like that.
   */
  @inline
  static endOfAlike(
    from: usize,
    slot: usize,
    kinds: usize,
    segments: usize,
    delimiter: u32,
    decimals: i32,
    dayCell: usize,
    dayLength: usize,
  ): usize {
    let at = from
    for (let segment: usize = 0; segment < segments; segment++) {
      if (segment > 0) {
        if (load<u8>(at) !== delimiter) return 0
        at += 1
      }
      const kind: u32 = load<u8>(kinds + segment)
      if (kind === IDS) {
        const length: usize = load<u16>(slot)
        slot += 2
        if (!Row.areAlike(at, slot, length)) return 0
        at += length
        slot += length
      } else if (kind === MONEY) {
        at = Row.readMoney(at, decimals)
        if (at === 0) return 0
      } else if (kind === DATE) {
        const after: u32 = load<u8>(at + dayLength)
        if (!(Row.endsCell(after, delimiter) && Row.areAlike(at, dayCell, dayLength))) {
          otherDay = at
          return 0
        }
        at += dayLength
      } else {
        at = endOfSkipped(at, delimiter)
        if (at === 0) return 0
      }
    }
    if (load<u8>(at) === CR) at += 1
    return load<u8>(at) === LF ? at + 1 : 0
  }

  @inline
  static accountAt(accounts: usize, number: i32): Account {
    return changetype<Account>(accounts + <usize>number * offsetof<Account>())
  }

  @inline
  static endsCell(byte: u32, delimiter: u32): bool {
    return byte === delimiter || byte === LF || byte === CR
  }

  /** Whether two stretches of bytes are the same: 16 at a time, of which the last may overlap those before. */
  @inline
  static areAlike(a: usize, b: usize, length: usize): bool {
    if (length >= 16) {
      const last = length - 16
      for (let at: usize = 0; at < last; at += 16) if (Row.differ16(a + at, b + at)) return false
      return !Row.differ16(a + last, b + last)
    }
    if (length >= 8) {
      const last = length - 8
      return load<u64>(a) === load<u64>(b) && load<u64>(a + last) === load<u64>(b + last)
    }
    if (length >= 4) {
      const last = length - 4
      return load<u32>(a) === load<u32>(b) && load<u32>(a + last) === load<u32>(b + last)
    }
    for (let at: usize = 0; at < length; at++) if (load<u8>(a + at) !== load<u8>(b + at)) return false
    return true
  }

  @inline
  static differ16(a: usize, b: usize): bool {
    return v128.any_true(v128.xor(v128.load(a), v128.load(b)))
  }

  /** How many of eight bytes of text, the first one lowest, are digits before the first that is none. */
  @inline
  static digitsIn(eight: u64): u64 {
    const values = eight ^ 0x3030303030303030
    const others = (values | (values + 0x7676767676767676)) & 0x8080808080808080
    return others === 0 ? 8 : ctz(others) >> 3
  }

  /** The number that the first digits of eight bytes make: two, then four, then all eight put together at a time. */
  @inline
  static numberOf(eight: u64, count: u64): u64 {
    const digits = (eight << (64 - count * 8)) & 0x0f0f0f0f0f0f0f0f
    const pairs = digits * 10 + (digits >> 8)
    const high = (pairs & 0x000000ff000000ff) * 0x000f424000000064
    const low = ((pairs >> 16) & 0x000000ff000000ff) * 0x0000271000000001
    return (high + low) >> 32
  }

  /** Reads a balance with so many decimals at most into `fen`; gives where it ends, 0 where it needs a closer look. */
  @inline
  static readMoney(from: usize, decimals: i32): usize {
    let at = from
    const quoted = load<u8>(at) === QUOTE
    if (quoted) at += 1
    const negative = load<u8>(at) === MINUS
    if (negative) at += 1
    const begin = at
    const eight = load<u64>(at)
    const count = Row.digitsIn(eight)
    if (count === 0) return 0
    let digits = Row.numberOf(eight, count)
    at += <usize>count
    let digit: u32 = load<u8>(at) - ZERO
    if (count === 8) {
      for (; digit <= 9; digit = load<u8>(at) - ZERO) {
        digits = digits * 10 + digit
        at += 1
      }
      if (at - begin > MOST_DIGITS) return 0
    }
    let missing = decimals
    if (load<u8>(at) === POINT) {
      at += 1
      digit = load<u8>(at) - ZERO
      for (; digit <= 9 && missing > 0; digit = load<u8>(at) - ZERO) {
        digits = digits * 10 + digit
        missing -= 1
        at += 1
      }
      if (missing === decimals) return 0
    }
    for (; missing > 0; missing--) digits *= 10
    if (digits > MOST) return 0
    if (quoted) {
      if (load<u8>(at) !== QUOTE) return 0
      at += 1
    }
    fen = negative ? -(<f64>digits) : <f64>digits
    return at
  }
}

/** The end of a cell that is not read; 0 where it needs a closer look. */
function endOfSkipped(from: usize, delimiter: u32): usize {
  let at = from
  if (load<u8>(at) !== QUOTE) {
    for (; ; at++) {
      const byte: u32 = load<u8>(at)
      if (Row.endsCell(byte, delimiter)) return at
      if (byte === QUOTE) return 0
    }
  }
  for (at += 1; load<u8>(at) !== QUOTE; at++) if (load<u8>(at) === LF) return 0
  return load<u8>(at + 1) === QUOTE ? 0 : at + 1
}
