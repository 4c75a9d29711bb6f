import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MeasureExample, MeasureKind } from '../../src/core/measures/kind.ts'
import { type Day, parseDay, printDay } from '../../src/core/values/calendar.ts'
import { parsePeriod } from '../../src/core/values/period.ts'
import { parseCsv } from './csv.ts'
import { balancesToParquet } from './parquet.ts'
import { run, tempFolder } from './run.ts'

/** How the same balances are exported and read. */
export type Way = 'scan' | 'duckdb' | 'parquet' | 'changes'

export const WAYS: readonly Way[] = ['scan', 'duckdb', 'parquet', 'changes']

const dayOf = (text: string): Day => parseDay(text) as Day
const [FIRST, LAST] = [dayOf('2024-01-01'), dayOf('2026-12-31')]

/** What the measure of an example comes to in a run of the program, for the one manager whose rows these are. */
export async function measured(
  { id, table }: Pick<MeasureKind, 'id' | 'table'>,
  example: Omit<MeasureExample, 'gives'>,
  way: Way,
): Promise<string> {
  const folder = tempFolder()
  const { says, tables, period, rows, clients = [] } = example
  const kind = parsePeriod(period)?.kind ?? ''
  const taken = [`of: ${table}`, `take: ${id}`, ...(says ? [says] : [])].join(', ')
  const put = (file: string, lines: readonly string[]) =>
    writeFileSync(join(folder, file), `${lines.join('\n')}\n`)
  put('scheme.yaml', [
    ...['scheme: example', 'version: "1"', 'effective: { from: 2024-01-01 }', 'currency: CNY'],
    ...[`periods: [${kind}]`, ...(tables ? [`tables: { ${tables} }`] : [])],
    `measures: { asked: { ${taken} } }`,
  ])
  put('managers.csv', ['manager_id,name,branch', 'M1,Li,East', 'M2,Wu,East'])
  if (clients.length > 0) put('clients.csv', ['client_id,tier,segment', ...clients])
  const ofBalances = table === 'balances' ? rows : []
  put('balances.csv', [
    'date,account_id,client_id,product,balance,manager_id',
    ...(way === 'changes' ? changesOf(ofBalances) : everyDay(ofBalances)),
  ])
  put('activity.csv', [
    'date,kind,product,quantity,amount,client_id,ref,manager_id',
    ...(table === 'activity' ? rows.map((row, index) => `${padded(row, 6)},R${index},M1`) : []),
  ])
  if (way === 'changes') put('inputs.yaml', ['balances:', '  snapshots: changes'])
  if (way === 'parquet') await balancesToParquet(folder, true)
  const book = join(folder, 'book')
  mkdirSync(book)
  const engine = way === 'duckdb' ? ['--engine', 'duckdb'] : []
  const ran = await run([kind, '--input', folder, '--period', period, '--out', book, '--quiet', ...engine])
  if (ran.code !== 0) return ran.err
  const [header = [], ...lines] = parseCsv(readFileSync(join(book, period, 'measures.csv'), 'utf8'))
  const line = lines.find(([manager]) => manager === 'M1') ?? []
  return line[header.indexOf('value')] ?? ''
}

const padded = (row: string, width: number): string =>
  [...row.split(','), ...Array.from({ length: width }, () => '')].slice(0, width).join(',')

interface Change {
  readonly day: Day
  readonly account: string
  readonly cells: (balance: string) => string
  readonly balance: string
}

/** Balances of one manager, and another's account that is always there. */
const changesIn = (rows: readonly string[]): readonly Change[] =>
  [...rows.map((row) => [row, 'M1'] as const), [`${printDay(FIRST)},kept,0,K`, 'M2'] as const].map(
    ([row, manager]) => {
      const [date = '', product = '', balance = '', client = ''] = row.split(',')
      const account = `${product} of ${client || 'C'}`
      const cells = (of: string) => [account, client || 'C', product, of, manager].join()
      return { day: dayOf(date), account, cells, balance }
    },
  )

const changesOf = (rows: readonly string[]): readonly string[] =>
  changesIn(rows).map(({ day, cells, balance }) => `${printDay(day)},${cells(balance || '0')}`)

function everyDay(rows: readonly string[]): readonly string[] {
  const changes = changesIn(rows)
  return changes.flatMap(({ day, account, cells, balance }) => {
    const later = changes.filter((other) => other.account === account && other.day > day)
    const end = Math.min(...later.map((other) => other.day), LAST + 1)
    if (balance === '') return []
    return Array.from(
      { length: end - day },
      (_, after) => `${printDay((day + after) as Day)},${cells(balance)}`,
    )
  })
}
