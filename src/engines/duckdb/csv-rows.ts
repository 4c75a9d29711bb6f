import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { canonicalText } from '../../core/tables/canonical.ts'
import type { BalancePlan } from '../../core/tables/engine.ts'
import { type HeaderMap, matchHeader } from '../../core/tables/header.ts'
import { PLAIN_TABLE, type TableInput } from '../../core/tables/input-forms.ts'
import type { Shape } from '../../core/tables/shape.ts'
import { activity, balances, type TableName } from '../../core/tables/shapes.ts'
import { openCsv } from '../csv/read.ts'
import { bytesAgain, type Glanced, inspect } from '../files/inspect.ts'
import type { RowColumns } from './balance-cells.ts'
import type { Database } from './database.ts'
import { viewHeldRows } from './held-rows.ts'
import type { CsvSources } from './second-opinion.ts'
import { literal } from './sql.ts'
import { wholeColumns } from './whole.ts'

/** Makes the view `rows` of the balances of every day in the rows of `balances`, which another engine has found sound. */
export async function viewBalances(
  database: Database,
  sources: CsvSources,
  { currency, horizon }: BalancePlan,
): Promise<RowColumns> {
  const isHeld = sources.inputs.get('balances')?.snapshots === 'changes'
  const selects = await textsOf(database, sources, balances)
  const own = `currency in ('', ${literal(currency)})`
  await database.run(`create temp ${isHeld ? 'table changes' : 'view rows'} as
    select cast(date as date) as date, account_id as account, client_id as client, product, ${wholeColumns('balance', 2)}, manager_id as manager,
      case when ${own} then '' else currency end as currency, branch
    from (${selects})`)
  if (isHeld) await viewHeldRows(database, horizon)
  return { wide: true, doubtful: false, counted: isHeld, filled: ALL }
}

const ALL: ReadonlySet<string> = new Set(['manager', 'currency', 'branch'])

/** Makes the view `rows` of all rows of `activity`. */
export async function viewActivity(database: Database, sources: CsvSources): Promise<void> {
  const selects = await textsOf(database, sources, activity)
  const quantity = ['quantity', 'quantity_high', 'quantity_low']
  await database.run(`create temp view rows as select cast(date as date) as date, kind, manager_id as manager,
      client_id as client, product, ${wholeColumns('amount', 2)}, ${wholeColumns('quantity', 4, quantity)}
    from (select * replace (if(amount = '', '0', amount) as amount, if(quantity = '', '1', quantity) as quantity)
      from (${selects}))`)
}

/** A query for the texts of all rows of a table, by column; those of absent cells are empty. */
async function textsOf(database: Database, sources: CsvSources, shape: Shape): Promise<string> {
  const selects: string[] = []
  for (const file of sources.tables.get(shape.name as 'balances')?.files ?? []) {
    const select = await textsOfFile(database, sources, shape, file, selects.length)
    if (select !== undefined) selects.push(select)
  }
  return selects.join(' union all ')
}

async function textsOfFile(
  database: Database,
  { inputs }: CsvSources,
  shape: Shape,
  file: Glanced,
  index: number,
): Promise<string | undefined> {
  const input = inputs.get(shape.name as TableName) ?? PLAIN_TABLE
  const { header, map } = await headerOf(file, shape, input)
  // Another engine has told what its header lacks.
  if (!map) return undefined
  const columns = Object.keys(shape.columns).map((column) => {
    const at = map.get(column)
    return at === undefined ? `'' as "${column}"` : `coalesce(c${at}, '') as "${column}"`
  })
  const select = (from: string) => `select ${columns.join(', ')} from ${from}`
  const direct = readCsv(file.real, header.length, file.path.endsWith('.gz'))
  if (isPlain(file, input) && (await canBeRead(database, direct))) return select(direct)
  const written = join(database.spill, `${shape.name}-${index}.csv`)
  await rewrite(file, input, map, written)
  return select(readCsv(written, header.length, false))
}

/** Whether a file is written as the contract writes it. */
const isPlain = ({ encoding }: Glanced, { forms, delimiter }: TableInput): boolean =>
  encoding === 'utf-8' && forms.size === 0 && delimiter === PLAIN_TABLE.delimiter

async function headerOf(file: Glanced, shape: Shape, { aliases, delimiter }: TableInput) {
  const bytes = bytesAgain(file, () => {})
  const csv = await openCsv(file.path, { encoding: file.encoding, delimiter }, bytes, () => {})
  await csv?.blocks.return(undefined)
  const header = csv?.header.cells ?? []
  const map: HeaderMap | undefined = matchHeader(
    shape,
    header,
    aliases,
    () => ({ file: file.path }),
    () => {},
  )
  return { header, map }
}

/** A CSV file as DuckDB reads it: nothing is guessed, every cell is a text. */
function readCsv(path: string, width: number, packed: boolean): string {
  const columns = Array.from({ length: width }, (_, at) => `'c${at}': 'VARCHAR'`)
  const options = [
    `columns = {${columns.join(', ')}}`,
    ...['auto_detect = false', 'header = true', `delim = ','`, `quote = '"'`, `escape = '"'`],
    ...['null_padding = false', 'strict_mode = true', `compression = ${packed ? "'gzip'" : "'none'"}`],
    'max_line_size = 4194304',
  ]
  return `read_csv(${literal(path)}, ${options.join(', ')})`
}

/** Whether DuckDB reads every line of a file; of some, such as those that mix line ends, it does not. */
async function canBeRead({ run }: Database, csv: string): Promise<boolean> {
  try {
    await run(`select count(*), count(c0) from ${csv}`)
    return true
  } catch {
    return false
  }
}

/** Writes a file anew in the one way that DuckDB reads: UTF-8, LF, every cell in quotes and as the contract writes it. */
async function rewrite(glanced: Glanced, input: TableInput, map: HeaderMap, path: string): Promise<void> {
  const file = await inspect(
    glanced,
    () => {},
    () => {},
    input.encoding,
  )
  if (!file) throw new Error(`${glanced.path} cannot be read any more`)
  const form = { encoding: file.encoding, delimiter: input.delimiter }
  const csv = await openCsv(
    file.path,
    form,
    bytesAgain(file, () => {}),
    () => {},
  )
  if (!csv) throw new Error(`${file.path} has no header any more`)
  const meant = meantCells(map, input)
  async function* lines() {
    yield lineOf(csv?.header.cells ?? [])
    for await (const block of csv?.blocks ?? [])
      yield block.records.map((cells) => lineOf(meant(cells))).join('')
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
}

/** The cells of a row as the contract writes them. */
function meantCells(map: HeaderMap, { forms }: TableInput): (cells: readonly string[]) => readonly string[] {
  const byIndex = new Map([...map].map(([column, index]) => [index, forms.get(column)]))
  if (forms.size === 0) return (cells) => cells
  return (cells) =>
    cells.map((cell, index) => {
      const text = canonicalText(cell, byIndex.get(index))
      return typeof text === 'string' ? text : cell
    })
}

const lineOf = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`
