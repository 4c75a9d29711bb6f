import type { BalanceCell, BalancePlan } from '../../core/tables/engine.ts'
import type { Groups } from '../../core/tables/groups.ts'
import { type Bucket, bucketOf } from '../../core/values/buckets.ts'
import type { Day } from '../../core/values/calendar.ts'
import { keyOfBalances, mergedCells } from '../merged-cells.ts'
import { KeptNames } from '../scan/kept-names.ts'
import { type Answer, type Database, numberIn, textIn } from './database.ts'
import { load } from './plan-tables.ts'
import { dayBit, dayNumber, literal } from './sql.ts'
import { wholeIn } from './whole.ts'

/** What the view `rows` says of amounts besides `amount`. */
export interface RowColumns {
  /** Whether large amounts stand apart in `high` and `low`. */
  readonly wide: boolean
  /** Whether `counts` says how many a row counts, 0 or 1; else each counts as one. */
  readonly counted: boolean
  /** Whether `bad` says of each row that one of its cells is, or may be, faulty. */
  readonly doubtful: boolean
  /** The columns that are more than empty texts. */
  readonly filled: ReadonlySet<string>
}

/**
 * Makes the table `sums` of the view `rows`: one row for all rows alike in what decides where they count, as far as a plan
 * says so. `bad` counts rows of which something is, or may be, wrong.
 */
export async function sumRows(
  { run }: Database,
  columns: RowColumns,
  plan: BalancePlan | undefined,
): Promise<void> {
  const assigned = plan !== undefined && plan.owners.managers === undefined
  const owner = assigned ? `coalesce(nullif(a.number, -1), c.number, ${plan.owners.nobody})` : '-1'
  const joined = plan !== undefined && joinsBranches(plan)
  const bad = columns.doubtful ? 'count(*) filter (bad)' : 'count(*) - count(amount)'
  const records = columns.counted ? 'sum(counts)' : 'count(*)'
  const keys = {
    owner: assigned ? owner : undefined,
    manager: assigned || !columns.filled.has('manager') ? undefined : 'manager',
    product: 'product',
    currency: columns.filled.has('currency') ? 'currency' : undefined,
    branch: branchColumn(joined, columns),
    in_group: groupColumn(plan?.groups),
    date: 'date',
  }
  const grouped = Object.entries(keys).flatMap(([key, column]) => (column ? [`${column} as ${key}`] : []))
  const text = (key: 'manager' | 'product' | 'currency' | 'branch') =>
    `${keys[key] ? `coalesce(${key}, '')` : "''"} as ${key}`
  const grouping = plan?.groups instanceof Map ? GROUP_JOIN : ''
  await run(`create or replace temp table sums as select ${assigned ? 'owner' : '-1 as owner'}, ${text('manager')},
      ${text('product')}, ${text('currency')}, ${text('branch')}, ${keys.in_group ? 'in_group, ' : ''}date, records, bad, amount,
      ${columns.wide ? 'high, low' : '0::hugeint as high, 0::hugeint as low'}
    from (select ${grouped.join(', ')}, ${records} as records, ${bad} as bad, sum(amount) as amount
        ${columns.wide ? ', sum(high) as high, sum(low) as low' : ''}
      from rows ${assigned ? OWNER_JOINS : ''} ${joined ? BRANCH_JOIN : ''} ${grouping}
      group by all)`)
}

const OWNER_JOINS = `
  left join of_accounts a on a.id = account and ${dayNumber('date')} between a.first and a.last
  left join of_clients c on c.id = client and ${dayNumber('date')} between c.first and c.last`
const BRANCH_JOIN = 'left join branches b on b.id = client'
const GROUP_JOIN = 'left join groups g on g.id = client'

/** The group of a row's client; undefined where there are no groups. */
function groupColumn(groups: Groups): string | undefined {
  if (groups === undefined) return undefined
  return groups === 'clients' ? 'client' : "coalesce(g.name, '')"
}

/** Whether clients have branches that unclaimed rows may need. */
export const joinsBranches = ({ branches }: BalancePlan): boolean =>
  [...branches.values()].some((branch) => branch !== '')

/** The branch of an unclaimed row: its own, else its client's; undefined where no row has one. */
function branchColumn(joined: boolean, { filled }: RowColumns): string | undefined {
  if (joined) return "coalesce(nullif(rows.branch, ''), b.branch, '')"
  return filled.has('branch') ? 'rows.branch' : undefined
}

/** Makes the table `owned`: `sums` with owners (-1: an unknown manager) and rates (-1: there is none) put in. */
export const ownSums = ({ run }: Database, { owners, otherRate }: BalancePlan): Promise<void> =>
  run(`create or replace temp table owned as select s.*, case
      when ${owners.managers ? 'false' : 'true'} then s.owner
      when s.manager = '' then ${owners.nobody}
      else coalesce(m.number, ${owners.strict ? -1 : owners.nobody}) end as owners,
    case when s.currency = '' then 0
      when exists (from rates known where known.id = s.currency) then coalesce(r.number, -1)
      else ${otherRate} end as rate
  from sums s
  left join of_managers m on m.id = s.manager and ${dayNumber('s.date')} between m.first and m.last
  left join rates r on r.id = s.currency and ${dayNumber('s.date')} between r.first and r.last`)

/** The cells of the table `owned`. */
export async function readCells(database: Database, plan: BalancePlan): Promise<readonly BalanceCell[]> {
  const buckets = await loadBuckets(database, plan)
  const answers = await database.rows(`
    select owners, case when u.number is null then '' else branch end as in_branch, product,
      ${plan.groups ? 'in_group, ' : ''}bucket,
      case when currency = '' then ${literal(plan.currency)} else currency end as named, rate,
      bit_or(${dayBit('date')}) as days, sum(records)::bigint as records,
      sum(amount) as amount, sum(high) as high, sum(low) as low
    from owned join buckets on buckets.day = ${dayNumber('date')}
      left join unclaimed u on u.number = owners
    group by all`)
  return namesKept(
    answers.map((answer) => cellOf(answer, buckets[numberIn(answer, 'bucket')] as Bucket)),
    plan.names,
  )
}

/** Makes the table `buckets` of the days of `owned`; gives the buckets that it numbers. */
async function loadBuckets(database: Database, { cuts }: BalancePlan): Promise<readonly Bucket[]> {
  const answers = await database.rows(`select distinct ${dayNumber('date')} as day from owned`)
  const numbers = new Map<Day, number>()
  const buckets: Bucket[] = []
  const rows = answers.map((answer) => {
    const day = numberIn(answer, 'day') as Day
    const bucket = bucketOf(day, cuts)
    const number = numbers.get(bucket.first) ?? buckets.push(bucket) - 1
    numbers.set(bucket.first, number)
    return [day, number] as const
  })
  await load(database, 'buckets', { day: 'integer', bucket: 'integer' }, rows)
  return buckets
}

// There are many: a literal is made several times as fast as a copy.
const cellOf = (answer: Answer, { month, first, last }: Bucket): BalanceCell => ({
  month,
  first,
  last,
  owners: numberIn(answer, 'owners'),
  branch: textIn(answer, 'in_branch'),
  product: textIn(answer, 'product'),
  group: textIn(answer, 'in_group'),
  currency: textIn(answer, 'named'),
  rate: numberIn(answer, 'rate'),
  days: numberIn(answer, 'days'),
  rows: numberIn(answer, 'records'),
  amount: wholeIn(answer, 'amount', 2),
})

/** The cells in a fixed order; where there are thousands of products, those that no measure mentions share one name. */
function namesKept(cells: readonly BalanceCell[], mentioned: ReadonlySet<string>): readonly BalanceCell[] {
  const names = new KeptNames(mentioned)
  for (const { product } of cells) names.keep(product)
  const named = cells.map((cell) => ({ ...cell, product: names.final(cell.product) }))
  return mergedCells(named, keyOfBalances)
}
