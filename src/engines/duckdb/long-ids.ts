import type { DuckDBListValue } from '@duckdb/node-api'
import { LongIds } from '../../core/tables/long-ids.ts'
import { type Answer, type Database, numberIn, textIn } from './database.ts'

/** The numeric ids that are long enough to be rounded, and whether they are: 15 digits are kept, the others zeros. */
const LONG = `select name, id, length(id) as digits, regexp_full_match(id, '.{15}0+') as rounded
  from (select 'account_id' as name, account as id from accounts
    union all select distinct 'client_id', client from spans)
  where length(id) between ${LongIds.KEPT + 1} and ${LongIds.MOST} and regexp_full_match(id, '[0-9]+')`

/**
 * Whether no long ids of the tables `accounts` and `spans` look as if a spreadsheet had rounded them; clients only do where
 * every one of a length does.
 */
export async function haveSoundLongIds({ rows }: Database, genuine: ReadonlySet<string>): Promise<boolean> {
  const answers = await rows(`select name, digits, count(*) as noted, count(*) filter (rounded) as rounded,
      min(distinct id, 4) filter (rounded) as different
    from (${LONG}) group by all
    having count(*) filter (rounded) > 0 and (name = 'account_id' or bool_and(rounded))`)
  const ids = new LongIds()
  ids.merge(answers.map(countOf))
  let sound = true
  ids.close(genuine, () => {
    sound = false
  })
  return sound
}

const countOf = (answer: Answer) => ({
  column: textIn(answer, 'name'),
  digits: numberIn(answer, 'digits'),
  noted: numberIn(answer, 'noted'),
  rounded: numberIn(answer, 'rounded'),
  different: (answer.different as DuckDBListValue).items.map(String),
  place: { file: 'balances' },
})
