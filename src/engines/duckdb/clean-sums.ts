import type { BalancePlan, BalanceSums, OpenEnd } from '../../core/tables/engine.ts'
import type { TableInput } from '../../core/tables/input-forms.ts'
import type { Day } from '../../core/values/calendar.ts'
import { TwoKeys } from '../../core/values/group.ts'
import { joinsBranches, ownSums, readCells, sumRows } from './balance-cells.ts'
import { haveSoundManagers, haveSoundSpans, haveSoundSums } from './clean.ts'
import { type Database, numberIn, textIn } from './database.ts'
import type { FirstSums } from './first-sums.ts'
import { lastDayOf } from './horizon.ts'
import { haveSoundLongIds } from './long-ids.ts'
import type { ParquetFile } from './parquet-file.ts'
import { viewRows } from './parquet-rows.ts'
import { loadPlan } from './plan-tables.ts'
import { joinSpans } from './spans.ts'
import { dayNumber, literal } from './sql.ts'

/**
 * The sums of Parquet files without any fault, made by whole columns; undefined where something is, or only may be, wrong
 * with some row, so that the rows must be looked at one by one.
 */
export async function cleanSums(
  database: Database,
  files: readonly ParquetFile[],
  first: FirstSums | undefined,
  plan: BalancePlan,
  { endingInZeros }: TableInput,
): Promise<BalanceSums | undefined> {
  if (!first) return undefined
  await loadPlan(database, plan)
  await ownRows(database, files, first, plan)
  if (!(await haveSoundSums(database))) return undefined
  if (!plan.owners.managers && !(await haveSoundManagers(database))) return undefined
  await joinSpans(database, first.bits, currencyIn(first, plan))
  if (!(await haveSoundSpans(database))) return undefined
  if (!(await haveSoundLongIds(database, endingInZeros))) return undefined
  const { records } = await database.one('select sum(records) as records from owned')
  const cells = await readCells(database, plan)
  const last = lastDayOf(plan.horizon, cells)
  return {
    rows: Number(records ?? 0),
    cells,
    openEnds: endsBefore(last, last === undefined ? [] : await openEnds(database, files, last)),
    hasAccount: knownIn(await accountsAsked(database), plan),
    managerOf: plan.watched.size > 0 ? await managersWatched(database) : () => undefined,
    daysTold: new Set(),
    whole: true,
    holdsRows: false,
  }
}

/** Makes the table `owned`, of the sums that were made first where they tell apart what the plan does. */
async function ownRows(
  database: Database,
  files: readonly ParquetFile[],
  first: FirstSums,
  plan: BalancePlan,
): Promise<void> {
  const { filled } = await viewRows(database, files, plan.currency)
  const currency = currencyIn(first, plan)
  if (plan.owners.managers) {
    await database.run(`update sums set currency = ${currency} where currency <> ${currency}`)
    await ownSums(database, plan)
    const inBranches = joinsBranches(plan) && (await hasUnclaimed(database))
    if (!inBranches && plan.groups === undefined) return
  }
  await sumRows(
    database,
    { ...first.columns, filled: currency === "''" ? first.columns.filled : filled },
    plan,
  )
  await ownSums(database, plan)
}

/** The currency of a row of the first sums, empty where it is the scheme's own. */
function currencyIn({ currency }: FirstSums, plan: BalancePlan): string {
  if (currency === undefined) return `if(currency = ${literal(plan.currency)}, '', currency)`
  return literal(currency === plan.currency ? '' : currency)
}

/** Whether some owner is unclaimed in part, so that the branches of clients count. */
async function hasUnclaimed({ one }: Database): Promise<boolean> {
  const { any } = await one('select count(*) > 0 as any from owned join unclaimed u on u.number = owners')
  return any === true
}

/** Accounts whose last row lies before a day, with a balance other than 0. */
async function openEnds(
  database: Database,
  files: readonly ParquetFile[],
  last: Day,
): Promise<readonly OpenEnd[]> {
  await database.run(`create temp table ends as
    select account, currency, held as date from accounts where last < ${last} and ${dayNumber('held')} = last`)
  const { any } = await database.one('select count(*) > 0 as any from ends')
  if (any !== true) return []
  const answers = await database.rows(`select account, currency, ${dayNumber('date')} as day, file, line
    from rows join ends using (account, currency, date) where amount <> 0 order by file, line`)
  return answers.map((answer) => ({
    account: textIn(answer, 'account'),
    currency: textIn(answer, 'currency'),
    day: numberIn(answer, 'day') as Day,
    place: { file: files[numberIn(answer, 'file')]?.path ?? '', line: numberIn(answer, 'line') },
  }))
}

/** Those of the open ends that lie before a day which is not later than the one they were sought for. */
const endsBefore =
  (sought: Day | undefined, ends: readonly OpenEnd[]): BalanceSums['openEnds'] =>
  (last) => {
    if (sought !== undefined && last > sought)
      throw new Error(`open ends were sought for ${sought}, not ${last}`)
    return ends.filter(({ day }) => day < last)
  }

async function accountsAsked({ rows }: Database): Promise<ReadonlySet<string>> {
  const answers = await rows(
    'select distinct account from accounts where account in (select id from of_accounts)',
  )
  return new Set(answers.map((answer) => textIn(answer, 'account')))
}

/** Tells of the accounts that the plan names whether they have rows. */
const knownIn =
  (found: ReadonlySet<string>, { owners }: BalancePlan): BalanceSums['hasAccount'] =>
  (account) => {
    if (!owners.accounts.has(account)) throw new Error(`the plan does not name the account ${account}`)
    return found.has(account)
  }

/** The one manager of all rows of each watched client and day. */
async function managersWatched({ rows }: Database): Promise<BalanceSums['managerOf']> {
  const answers =
    await rows(`select client, w.day, min(coalesce(manager, '')) as least, max(coalesce(manager, '')) as most
    from rows join watched w on w.id = client and w.day = ${dayNumber('date')} group by all`)
  const managers = new TwoKeys<string | undefined>()
  for (const answer of answers) {
    const [least, most] = [textIn(answer, 'least'), textIn(answer, 'most')]
    const one = least === most && least !== '' ? least : undefined
    managers.set(textIn(answer, 'client'), String(numberIn(answer, 'day')), one)
  }
  return (client, day) => managers.get(client, String(day))
}
