import type { RowColumns } from './balance-cells.ts'
import type { Database } from './database.ts'
import { dayNumber } from './sql.ts'

/** Days whose bits one number holds, so that none stands where the sign does. */
const WORD = 62
/** A table over more days than so many words hold is cut into parts of one word. */
const MOST_WORDS = 3

/** The first and the last day of a table. */
export interface Days {
  readonly first: number
  readonly last: number
}

/** How the days of a table become bits: several words side by side, or parts of one word each. */
export interface Bits {
  readonly first: number
  readonly words: readonly number[]
  readonly parted: boolean
}

/**
 * Makes the table `spans`, for each account, currency and client: how many rows on which days, and the latest day with a
 * balance other than 0. A day is a bit, so that rows as many as bits stand on as many days.
 */
export async function spanRows(database: Database, { filled }: RowColumns, days: Days): Promise<Bits> {
  const bits = bitsFor(days)
  const key = filled.has('currency') ? 'account, currency' : 'account'
  await database.run(`create temp table spans as
    select ${key}, client, ${bits.parted ? partOf(bits) : '0'} as part, count(*) as records,
      max(case when amount <> 0 then date end) as held,
      ${each(bits, (word) => `bit_or(${bitOf(bits, word)}) as days${word}`)}
    from rows group by ${key}, client ${bits.parted ? ', part' : ''}`)
  return bits
}

/**
 * Makes the table `accounts` of `spans`, for each account and currency: rows, days, from which day to which, and the latest
 * day with a balance other than 0.
 */
export async function joinSpans(database: Database, bits: Bits, currency: string): Promise<void> {
  // Where one row says all of an account, it need not be joined with others.
  const join = (how: string, sql: string) => (bits.parted ? `${how}(${sql})` : sql)
  await database.run(`create temp table accounts as
    select account, currency, ${join('max', 'held')} as held, ${join('sum', 'records')} as records, ${join('sum', countDays(bits))} as days,
      ${join('min', `least(${each(bits, (word) => firstDay(bits, word))})`)} as first,
      ${join('max', `greatest(${each(bits, (word) => lastDay(bits, word))})`)} as last
    from (select account, ${currency} as currency, part, max(held) as held, sum(records) as records,
        ${each(bits, (word) => `bit_or(days${word}) as days${word}`)}
      from spans group by all)
    ${bits.parted ? 'group by all' : ''}`)
}

const each = ({ words }: Bits, sql: (word: number) => string): string => words.map(sql).join(', ')

function bitsFor({ first, last }: Days): Bits {
  const words = Math.ceil((last - first + 1) / WORD)
  const parted = words > MOST_WORDS
  return { first, words: Array.from({ length: parted ? 1 : words }, (_, word) => word), parted }
}

/** The days from a table's first to a row's. */
const daysIn = ({ first }: Bits): string => `(${dayNumber('date')} - ${first})::bigint`

const partOf = (bits: Bits): string => `(${daysIn(bits)} // ${WORD})`

/** The bit of a row's day in a word; 0 where it stands in another one. */
function bitOf(bits: Bits, word: number): string {
  if (bits.parted) return `1::bigint << (${daysIn(bits)} % ${WORD})`
  if (bits.words.length === 1) return `1::bigint << ${daysIn(bits)}`
  const [first, last] = [word * WORD, (word + 1) * WORD - 1]
  return `case when ${daysIn(bits)} between ${first} and ${last} then 1::bigint << (${daysIn(bits)} - ${first}) else 0 end`
}

const countDays = ({ words }: Bits): string =>
  words.map((word) => `bit_count(days${word})::bigint`).join(' + ')

/** The day of a word's first bit. */
const startOf = ({ first }: Bits, word: number): string => `${first} + ${WORD}::bigint * (part + ${word})`

const firstDay = (bits: Bits, word: number): string =>
  `case when days${word} <> 0 then ${startOf(bits, word)} + bit_count((days${word} & -days${word}) - 1) end`

const lastDay = (bits: Bits, word: number): string =>
  `case when days${word} <> 0 then ${startOf(bits, word)} + length(bin(days${word})) - 1 end`
