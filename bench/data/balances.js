import { closeSync, openSync, writeSync } from 'node:fs'
import { accountsOf, DAYS, mix } from './accounts.js'

const CHUNK = 4 << 20
const LONGEST_ROW = 128
const TAIL = ',M0000\n'.length
const ZERO = 0x30

/** The day so many days after 1 January 2004, as exports write it. */
const dateAfter = (days) => new Date(Date.UTC(2004, 0, 1 + days)).toISOString().slice(0, 10)

/** Copies a few bytes; a loop, as `Buffer.copy` costs more than it saves on rows this short. */
function put(from, start, end, to, at) {
  for (let index = start; index < end; index++) to[at + index - start] = from[index]
  return at + end - start
}

/** Writes an amount of fen as yuan with two decimals; gives the place behind it. */
function putMoney(fen, to, at) {
  const yuan = Math.floor(fen / 100)
  let width = 1
  for (let bound = 10; bound <= yuan; bound *= 10) width += 1
  let rest = yuan
  for (let index = at + width - 1; index >= at; index--) {
    to[index] = ZERO + (rest % 10)
    rest = Math.floor(rest / 10)
  }
  const cents = fen % 100
  to[at + width] = 0x2e
  to[at + width + 1] = ZERO + Math.floor(cents / 10)
  to[at + width + 2] = ZERO + (cents % 10)
  return at + width + 3
}

/** The balance of an account at the end of a day: its middle one moved by up to a 32nd; 0 on the day that it closes. */
function fenOn(book, account, day) {
  if (day === book.closes[account] && day < DAYS - 1) return 0
  const middle = book.fen[account]
  return middle + (mix(account * 128 + day) % (middle >>> 5))
}

/** Writes one day's rows through a piece of memory, handing on each full piece; gives rows and fen. */
function writeDay(file, book, day, piece) {
  const date = Buffer.from(`${dateAfter(day)},`, 'latin1')
  const total = { rows: 0, fen: 0 }
  let at = 0
  for (let account = 0; account < book.fen.length; account++) {
    if (day < book.opens[account] || day > book.closes[account]) continue
    const fen = fenOn(book, account, day)
    at = put(date, 0, date.length, piece, at)
    at = put(book.heads, account > 0 ? book.ends[account - 1] : 0, book.ends[account], piece, at)
    at = putMoney(fen, piece, at)
    at = put(book.tails, account * TAIL, (account + 1) * TAIL, piece, at)
    total.rows += 1
    total.fen += fen
    if (at > CHUNK) at = flush(file, piece, at)
  }
  flush(file, piece, at)
  return total
}

function flush(file, piece, length) {
  for (let done = 0; done < length; ) done += writeSync(file, piece, done, length - done)
  return 0
}

/**
 * Writes a `balances.csv` of the quarter in date order, the accounts in the same order each day, as core systems export it:
 * the same shape always gives the same bytes. Gives the rows and the exact sum of all balances in fen.
 */
export function writeBalances(path, shape) {
  const book = accountsOf(shape)
  const piece = Buffer.allocUnsafe(CHUNK + LONGEST_ROW)
  const file = openSync(path, 'w')
  const total = { rows: 0, fen: 0n }
  writeSync(file, 'date,account_id,client_id,product,balance,manager_id\n')
  for (let day = 0; day < DAYS; day++) {
    const { rows, fen } = writeDay(file, book, day, piece)
    total.rows += rows
    total.fen += BigInt(fen)
  }
  closeSync(file)
  return total
}
