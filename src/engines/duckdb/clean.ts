import { type Database, numberIn } from './database.ts'
import type { Days } from './spans.ts'
import { dayNumber, isNoId } from './sql.ts'

/** Whether every row has a known owner and rate, a sound amount, and ids that are ids. */
export async function haveSoundSums(database: Database): Promise<boolean> {
  const ids = ['product', 'manager', 'branch', 'currency']
  return hasNone(
    database,
    `with alike as materialized (select distinct ${ids.join(', ')} from owned),
      ids as materialized (${ids.map((id) => `select ${id} as id from alike`).join(' union ')})
    select (select count(*) from ids where ${isNoId('id')}) + (select count(*) from owned
      where bad > 0 or owners < 0 or rate < 0 or product = '') as faults`,
  )
}

/** The first and the last day of the view `rows`; undefined where some row has no day, or none has. */
export async function soundDays({ one }: Database): Promise<Days | undefined> {
  const { sound } =
    await one(`select coalesce(min(date) >= date '0001-01-01' and max(date) <= date '9999-12-31'
    and count(date) = count(*), false) as sound from rows`)
  if (sound !== true) return undefined
  const answer = await one(
    `select ${dayNumber('min(date)')} as first, ${dayNumber('max(date)')} as last from rows`,
  )
  return { first: numberIn(answer, 'first'), last: numberIn(answer, 'last') }
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
