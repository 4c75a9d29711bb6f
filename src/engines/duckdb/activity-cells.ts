import type { ActivityCell, ActivityPlan } from '../../core/tables/engine.ts'
import { groupOf } from '../../core/tables/groups.ts'
import { ownersOfActivity } from '../../core/tables/owned-days.ts'
import { bucketOf } from '../../core/values/buckets.ts'
import type { Day } from '../../core/values/calendar.ts'
import { keyOfActivity, mergedCells } from '../merged-cells.ts'
import { KeptNames } from '../scan/kept-names.ts'
import { type Answer, type Database, numberIn, textIn } from './database.ts'
import { dayBit, dayNumber } from './sql.ts'
import { reaches, wholeIn } from './whole.ts'

/** The cells of the view `rows` of `activity`. */
export async function readActivityCells(
  { rows }: Database,
  plan: ActivityPlan,
): Promise<readonly ActivityCell[]> {
  const answers = await rows(`select kind, product, manager, client, ${dayNumber('date')} as day,
      ${bandColumn(plan.bounds)} as band, ${dayBit('date')} as days, count(*) as records,
      sum(amount) as amount, sum(high) as high, sum(low) as low, sum(quantity) as quantity,
      sum(quantity_high) as quantity_high, sum(quantity_low) as quantity_low
    from rows group by all`)
  const kinds = namesIn(answers, 'kind', plan.names)
  const products = namesIn(answers, 'product', plan.names)
  return mergedCells(
    answers.map((answer) => cellOf(answer, plan, kinds, products)),
    keyOfActivity,
  )
}

/** How many of some bounds the amount of a row reaches. */
const bandColumn = (bounds: readonly bigint[]): string =>
  ['0', ...bounds.map((bound) => `(${reaches(bound)})::integer`)].join(' + ')

/** The names of a column and those under which they count. */
function namesIn(answers: readonly Answer[], column: string, mentioned: ReadonlySet<string>): KeptNames {
  const names = new KeptNames(mentioned)
  for (const answer of answers) names.keep(textIn(answer, column))
  return names
}

function cellOf(answer: Answer, plan: ActivityPlan, kinds: KeptNames, products: KeptNames): ActivityCell {
  const [client, day] = [textIn(answer, 'client'), numberIn(answer, 'day') as Day]
  const found = ownersOfActivity(plan.owners, { client, manager: textIn(answer, 'manager') }, day)
  const isUnclaimed = found === 'client' || plan.owners.unclaimed.has(found)
  return {
    owners: found === 'client' ? { client, day } : found,
    branch: isUnclaimed ? (plan.branches.get(client) ?? '') : '',
    kind: kinds.final(textIn(answer, 'kind')),
    product: products.final(textIn(answer, 'product')),
    group: groupOf(plan.groups, client),
    band: numberIn(answer, 'band'),
    ...bucketOf(day, plan.cuts),
    days: numberIn(answer, 'days'),
    rows: numberIn(answer, 'records'),
    amount: wholeIn(answer, 'amount', 2),
    quantity: wholeIn(answer, 'quantity', 4, ['quantity_high', 'quantity_low']),
  }
}
