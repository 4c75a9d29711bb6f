import { type Database, numberIn } from './database.ts'
import { dayBit, isNoId, monthNumber } from './sql.ts'

/** Makes the table `spans`: for each account, currency and month the days that have rows, and how many rows. */
export const spanRows = ({ run }: Database): Promise<void> =>
  run(`create temp table spans as
    select account, currency, ${monthNumber('date')} as month, count(*) as records,
      bit_or(${dayBit('date')}) as days, min(date) as first, max(date) as last
    from rows group by all`)

/** Whether every row has a known day, owner and rate, a sound amount, and ids that are ids. */
export async function haveSoundSums(database: Database): Promise<boolean> {
  const found =
    await database.one(`select count(*) as faults from owned where bad > 0 or owners < 0 or rate < 0
    or date is null or date not between date '0001-01-01' and date '9999-12-31' or product = ''
    or ${['product', 'manager', 'branch', 'currency'].map(isNoId).join(' or ')}`)
  return numberIn(found, 'faults') === 0
}

/** Whether each account has exactly one row on each day from its first to its last, and an id that is one. */
export async function haveSoundSpans(database: Database): Promise<boolean> {
  const found = await database.one(`select count(*) as faults from (
      select account, sum(records) as records, bool_and(records = bit_count(days)) as single,
        max(last) - min(first) + 1 as wanted
      from spans group by account, currency)
    where not single or records <> wanted or account is null or account = '' or ${isNoId('account')}`)
  return numberIn(found, 'faults') === 0
}

/** Whether all texts of a column are ids; `required`: none is empty. */
export async function haveSoundIds(database: Database, column: string, required: boolean): Promise<boolean> {
  const empty = required ? `${column} is null or ${column} = '' or` : ''
  const found = await database.one(`select count(*) as faults from (select distinct ${column} from rows)
    where ${empty} ${isNoId(column)}`)
  return numberIn(found, 'faults') === 0
}
