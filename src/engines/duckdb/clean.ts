import type { RowColumns } from './balance-cells.ts'
import { type Database, numberIn } from './database.ts'
import { dayNumber, isNoId } from './sql.ts'

/** Days whose bits one number holds, so that none stands where the sign does. */
const WORD = 62

/** Days further apart than so many words are told apart by month; within them no month need be. */
const MOST_WORDS = 3

/**
 * Makes the table `spans`: for each account, currency and client the first and last day, how many rows and on how many
 * days, and `accounts`, the same for each account and currency. `days` holds a bit a day: rows of one account that are as
 * many as its bits are on as many days.
 */
export async function spanRows(database: Database, { filled }: RowColumns): Promise<void> {
  const { first, last } = await database.one(
    `select min(${dayNumber('date')}) as first, max(${dayNumber('date')}) as last from owned`,
  )
  const [from, count] = [Number(first), Number(last) - Number(first) + 1]
  const currency = filled.has('currency') ? 'currency,' : ''
  const step =
    Math.ceil(count / WORD) <= MOST_WORDS
      ? ''
      : `((${dayNumber('date')} - ${from}) // ${WORD})::integer as part,`
  const words = step ? 1 : Math.ceil(count / WORD)
  const day = step ? `((${dayNumber('date')} - ${from}) % ${WORD})` : `(${dayNumber('date')} - ${from})`
  const bits = Array.from({ length: words }, (_, word) => `bit_or(${bitOf(day, word, words)}) as days${word}`)
  await database.run(`create temp table spans as select account, ${currency} client, ${step} count(*) as records, ${bits.join(', ')}
    from rows group by all`)
  const all = Array.from({ length: words }, (_, word) => `bit_or(days${word}) as days${word}`)
  const parts = `select account, ${currency} ${step ? 'part,' : '0 as part,'} sum(records) as records, ${all.join(', ')} from spans group by all`
  const each = (sql: (word: number) => string) => Array.from({ length: words }, (_, word) => sql(word))
  const low = each(
    (word) =>
      `case when days${word} <> 0 then ${from} + part * ${WORD} + ${word * WORD} + bit_count((days${word} & -days${word}) - 1) end`,
  )
  const high = each(
    (word) =>
      `case when days${word} <> 0 then ${from} + part * ${WORD} + ${word * WORD} + length(bin(days${word})) - 1 end`,
  )
  await database.run(`create temp table accounts as select account, ${currency || "'' as currency,"}
      sum(records) as records, sum(${each((word) => `bit_count(days${word})`).join(' + ')}) as days,
      min(least(${low.join(', ')})) as first, max(greatest(${high.join(', ')})) as last
    from (${parts}) group by all`)
}

/** The bit of a day in one of several words. */
function bitOf(day: string, word: number, words: number): string {
  if (words === 1) return `1::bigint << ${day}::bigint`
  const inside = `${day} between ${word * WORD} and ${(word + 1) * WORD - 1}`
  return `case when ${inside} then 1::bigint << (${day} - ${word * WORD})::bigint else 0 end`
}

/** Whether every row has a known day, owner and rate, a sound amount, and ids that are ids. */
export async function haveSoundSums(database: Database): Promise<boolean> {
  const ids = ['product', 'manager', 'branch', 'currency']
  return hasNone(
    database,
    `with ids as materialized (${ids.map((id) => `select distinct ${id} as id from owned`).join(' union ')})
    select (select count(*) from ids where ${isNoId('id')}) + (select count(*) from owned
      where bad > 0 or owners < 0 or rate < 0 or product = ''
        or date is null or date not between date '0001-01-01' and date '9999-12-31') as faults`,
  )
}

/** Whether each account has exactly one row on each day from its first to its last, and ids that are ids. */
export const haveSoundSpans = async (database: Database): Promise<boolean> =>
  (await hasNone(
    database,
    `select count(*) as faults from accounts where records <> days or records <> last - first + 1
      or account is null or account = '' or ${isNoId('account')}`,
  )) &&
  hasNone(
    database,
    `with ids as materialized (select distinct client as id from spans)
    select count(*) as faults from ids where id is null or id = '' or ${isNoId('id')}`,
  )

/** Whether the managers that rows name are ids, where assignments say who owns what. */
export const haveSoundManagers = (database: Database): Promise<boolean> =>
  hasNone(
    database,
    `with ids as materialized (select distinct manager as id from rows)
    select count(*) as faults from ids where ${isNoId('id')}`,
  )

const hasNone = async ({ one }: Database, sql: string): Promise<boolean> =>
  numberIn(await one(sql), 'faults') === 0
