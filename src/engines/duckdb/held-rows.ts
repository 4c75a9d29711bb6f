import type { BalancePlan } from '../../core/tables/engine.ts'
import type { Day } from '../../core/values/calendar.ts'
import { periodHolding } from '../../core/values/period.ts'
import { type Database, numberIn } from './database.ts'
import { dayNumber } from './sql.ts'

/**
 * Makes the view `rows` of the balances of every day, of the table `changes` of rows that hold until the account's next one;
 * `counts` tells on which of its days a row is counted as one, the last. A row after the horizon holds on its own day only.
 */
export async function viewHeldRows(database: Database, horizon: BalancePlan['horizon']): Promise<void> {
  const last = `date '1970-01-01' + ${await horizonDay(database, horizon)}`
  await database.run(`create temp view rows as
    select * replace (day as date), (day = last)::integer as counts
    from (select *, unnest(range(date, last + 1, interval 1 day))::date as day
      from (select *, greatest(date, least(${last}, next - 1)) as last
        from (select *, lead(date, 1, date '9999-12-31') over (partition by account, currency order by date) as next
          from changes)))`)
}

/** The day to which the last row of an account holds. */
async function horizonDay({ one }: Database, horizon: BalancePlan['horizon']): Promise<Day> {
  if (typeof horizon === 'number') return horizon
  const latest = numberIn(await one(`select max(${dayNumber('date')}) as latest from changes`), 'latest')
  return periodHolding(horizon, latest as Day).last
}
