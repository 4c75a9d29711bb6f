import type { RowColumns } from './balance-cells.ts'
import type { Database } from './database.ts'
import { dayNumber } from './sql.ts'

/** Days whose bits one number holds, so that none stands where the sign does. */
const WORD = 62
/** A table over more days than so many words hold is cut into parts of one word. */
const MOST_WORDS = 3

/** How the days of a table become bits: several words side by side, or parts of one word each. */
interface Bits {
  readonly first: number
  readonly words: readonly number[]
  readonly parted: boolean
}

/**
 * Makes the tables `spans`, for each account, currency and client, and `accounts`, for each account and currency: how many
 * rows on how many days, from which to which. A day is a bit, so that rows as many as bits stand on as many days.
 */
export async function spanRows(database: Database, { filled }: RowColumns): Promise<void> {
  const bits = await bitsFor(database)
  const currency = filled.has('currency') ? 'currency' : "'' as currency"
  const key = filled.has('currency') ? 'account, currency' : 'account'
  const each = (sql: (word: number) => string) => bits.words.map(sql).join(', ')
  await database.run(`create temp table spans as
    select ${key}, client, ${bits.parted ? partOf(bits) : '0'} as part, count(*) as records,
      ${each((word) => `bit_or(${bitOf(bits, word)}) as days${word}`)}
    from rows group by ${key}, client ${bits.parted ? ', part' : ''}`)
  await database.run(`create temp table accounts as
    select account, ${currency}, sum(records) as records, sum(${countDays(bits)}) as days,
      min(least(${each((word) => firstDay(bits, word))})) as first,
      max(greatest(${each((word) => lastDay(bits, word))})) as last
    from (select ${key}, part, sum(records) as records, ${each((word) => `bit_or(days${word}) as days${word}`)}
      from spans group by ${key}, part)
    group by ${key}`)
}

async function bitsFor({ one }: Database): Promise<Bits> {
  const day = dayNumber('date')
  const { first, last } = await one(`select min(${day}) as first, max(${day}) as last from owned`)
  const words = Math.ceil((Number(last) - Number(first) + 1) / WORD)
  const parted = words > MOST_WORDS
  return {
    first: Number(first),
    words: Array.from({ length: parted ? 1 : words }, (_, word) => word),
    parted,
  }
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
