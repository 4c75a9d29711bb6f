import type { BalancePlan, Timeline } from '../../core/tables/engine.ts'
import type { Database } from './database.ts'

/** Puts what a plan says of owners, rates and branches into tables that rows can be joined with. */
export async function loadPlan(database: Database, plan: BalancePlan): Promise<void> {
  const { managers, accounts, clients } = plan.owners
  await loadTimelines(database, 'of_managers', managers ?? new Map())
  await loadTimelines(database, 'of_accounts', accounts)
  await loadTimelines(database, 'of_clients', clients)
  await loadTimelines(database, 'rates', plan.rates)
  const unclaimed = [...plan.owners.unclaimed].map((number) => [number] as const)
  await load(database, 'unclaimed', { number: 'integer' }, unclaimed)
  const branches = [...plan.branches].filter(([, branch]) => branch !== '')
  await load(database, 'branches', { id: 'varchar', branch: 'varchar' }, branches)
  const groups = plan.groups === 'clients' ? [] : (plan.groups ?? [])
  await load(database, 'groups', { id: 'varchar', name: 'varchar' }, groups)
  const watched = [...plan.watched].flatMap(([id, days]) => [...days].map((day) => [id, day] as const))
  await load(database, 'watched', { id: 'varchar', day: 'integer' }, watched)
}

const STRETCHES = { id: 'varchar', first: 'integer', last: 'integer', number: 'integer' } as const

const loadTimelines = (database: Database, table: string, timelines: ReadonlyMap<string, Timeline>) =>
  load(database, table, STRETCHES, stretchesOf(timelines))

function* stretchesOf(timelines: ReadonlyMap<string, Timeline>) {
  for (const [id, timeline] of timelines)
    for (const { first, last, number } of timeline) yield [id, first, last, number] as const
}

/** Makes a table of these rows. */
export async function load(
  { connection, run }: Database,
  table: string,
  columns: Readonly<Record<string, 'varchar' | 'integer'>>,
  rows: Iterable<readonly (string | number)[]>,
): Promise<void> {
  const described = Object.entries(columns).map(([column, type]) => `"${column}" ${type}`)
  await run(`create temp table ${table} (${described.join(', ')})`)
  const appender = await connection.createAppender(table)
  for (const row of rows) {
    for (const cell of row) {
      if (typeof cell === 'number') appender.appendInteger(cell)
      else appender.appendVarchar(cell)
    }
    appender.endRow()
  }
  appender.closeSync()
}
