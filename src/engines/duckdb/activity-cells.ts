import type { ActivityCell, ActivityPlan } from '../../core/tables/engine.ts'
import type { Day } from '../../core/values/calendar.ts'
import { compareText } from '../../core/values/text.ts'
import { type Answer, type Database, numberIn, textIn } from './database.ts'
import { dayBit, dayNumber, monthNumber } from './sql.ts'
import { wholeIn } from './whole.ts'

/** More kinds or products than any scheme tells apart: the column holds free text. */
const MOST_NAMES = 2000

/** The cells of the view `rows` of `activity`. */
export async function readActivityCells(
  { rows }: Database,
  plan: ActivityPlan,
): Promise<readonly ActivityCell[]> {
  const answers = await rows(`select kind, product, manager, client, ${dayNumber('date')} as day,
      ${monthNumber('date')} as "month", ${dayBit('date')} as days, count(*) as records,
      sum(amount) as amount, sum(high) as high, sum(low) as low, sum(quantity) as quantity,
      sum(quantity_high) as quantity_high, sum(quantity_low) as quantity_low
    from rows group by all`)
  const kinds = keeper(answers, 'kind', plan.names)
  const products = keeper(answers, 'product', plan.names)
  const merged = new Map<string, ActivityCell>()
  for (const answer of answers) {
    const cell = cellOf(answer, plan, kinds, products)
    merged.set(keyOf(cell), merge(cell, merged.get(keyOf(cell))))
  }
  return [...merged].sort(([a], [b]) => compareText(a, b)).map(([, cell]) => cell)
}

/** Gives the name under which a name of a column counts. */
function keeper(answers: readonly Answer[], column: string, mentioned: ReadonlySet<string>) {
  const others = new Set(
    answers.map((answer) => textIn(answer, column)).filter((name) => !mentioned.has(name)),
  )
  return (name: string) => (others.size <= MOST_NAMES || mentioned.has(name) ? name : '')
}

function cellOf(
  answer: Answer,
  plan: ActivityPlan,
  kinds: (name: string) => string,
  products: (name: string) => string,
): ActivityCell {
  const [client, day] = [textIn(answer, 'client'), numberIn(answer, 'day') as Day]
  const found = plan.owners.ownersOf(client, textIn(answer, 'manager'), day)
  const isUnclaimed = found === 'client' || plan.owners.isUnclaimed(found)
  return {
    owners: found === 'client' ? { client, day } : found,
    branch: isUnclaimed ? plan.branchOf(client) : '',
    kind: kinds(textIn(answer, 'kind')),
    product: products(textIn(answer, 'product')),
    month: numberIn(answer, 'month'),
    days: numberIn(answer, 'days'),
    rows: numberIn(answer, 'records'),
    amount: wholeIn(answer, 'amount', 2),
    quantity: wholeIn(answer, 'quantity', 4, ['quantity_high', 'quantity_low']),
  }
}

/** What tells a cell from all others, as text. */
export function keyOf({ owners, branch, kind, product, month }: ActivityCell): string {
  const whose = typeof owners === 'number' ? [owners, ''] : [owners.day, owners.client]
  return [typeof owners, ...whose, branch, kind, product, month].join('\0')
}

const merge = (cell: ActivityCell, other: ActivityCell | undefined): ActivityCell =>
  other
    ? {
        ...cell,
        days: cell.days | other.days,
        rows: cell.rows + other.rows,
        amount: cell.amount + other.amount,
        quantity: cell.quantity + other.quantity,
      }
    : cell
