import { join } from 'node:path'
import type { Place, Report } from '../../core/findings/finding.ts'
import type { BalancePlan, BalanceSums } from '../../core/tables/engine.ts'
import { PLAIN_TABLE, type TableInput } from '../../core/tables/input-forms.ts'
import { balances } from '../../core/tables/shapes.ts'
import { type Inspected, inspect } from '../files/inspect.ts'
import { ScanEngine } from '../scan/engine.ts'
import { type Database, numberIn } from './database.ts'
import type { ParquetSources } from './parquet-engine.ts'
import { type ParquetFile, textOf } from './parquet-file.ts'
import { literal, name } from './sql.ts'

/** Gives the row of a Parquet file that stands on a line of the CSV file made of it. */
type RowOf = (line: number) => number

/**
 * The sums of Parquet files of which something is, or may be, wrong: their rows are written out as CSV, which the engine
 * `scan` reads row by row, so that it alone says what is accepted. Places are row numbers.
 */
export async function sumsThroughCsv(
  database: Database,
  files: readonly ParquetFile[],
  whole: boolean,
  plan: BalancePlan,
  { input, limits, report }: Pick<ParquetSources, 'input' | 'limits' | 'report'>,
): Promise<BalanceSums> {
  const rows = new Map<string, RowOf>()
  const written: Inspected[] = []
  await database.run('set preserve_insertion_order = true')
  for (const [index, file] of files.entries()) {
    const real = join(database.spill, `${index}.csv`)
    rows.set(file.path, await writeCsv(database, file, real))
    const inspected = await inspect({ path: file.path, real }, report, () => {})
    if (inspected) written.push(inspected)
  }
  const placed = placedIn(rows)
  const sound = whole && written.length === files.length
  const tables = new Map([['balances', { files: written, whole: sound }]] as const)
  const told: Report = (code, place, facts) => report(code, placed(place), facts)
  // The columns have their own names now, and the file is plain CSV.
  const plain = { ...PLAIN_TABLE, ...pickForms(input) }
  const inputs = new Map([['balances', plain]] as const)
  const { workers } = limits
  const engine = await ScanEngine.open({ tables, inputs, workers, report: told, progress: () => {} })
  const sums = await engine.sumBalances(plan)
  return {
    ...sums,
    openEnds: (last) => [...sums.openEnds(last)].map((end) => ({ ...end, place: placed(end.place) })),
  }
}

const pickForms = ({ forms, products, snapshots, expect, endingInZeros }: TableInput) => ({
  ...{ forms, products, snapshots, expect, endingInZeros },
})

/** Writes a file's rows as CSV with the columns' own names. */
async function writeCsv({ run, rows }: Database, file: ParquetFile, path: string): Promise<RowOf> {
  const columns = Object.keys(balances.columns).filter((column) => file.columns.has(column))
  const texts = columns.map((column) => `${textOf(file, column)} as ${name(column)}`)
  const source = `read_parquet(${literal(file.real)}, file_row_number = true)`
  await run(`copy (select ${texts.join(', ')} from ${source}) to ${literal(path)} (format csv, header)`)
  const all = columns.map((column) => textOf(file, column)).join(' || ')
  const breaks = await rows(`select line, count from (
      select file_row_number + 1 as line, length(cells) - length(replace(cells, chr(10), '')) as count
      from (select file_row_number, ${all} as cells from ${source}))
    where count > 0 order by line`)
  return rowOf(breaks.map((each) => ({ row: numberIn(each, 'line'), count: numberIn(each, 'count') })))
}

/** Takes account of rows whose cells hold line breaks, so that they stand on several lines. */
function rowOf(breaks: readonly { readonly row: number; readonly count: number }[]): RowOf {
  return (line) => {
    // The header stands on the first line.
    let before = 1
    for (const { row, count } of breaks) {
      if (line <= row + before) break
      if (line <= row + before + count) return row
      before += count
    }
    return line - before
  }
}

const placedIn =
  (rows: ReadonlyMap<string, RowOf>) =>
  ({ column: _, ...place }: Place): Place => {
    const row = rows.get(place.file)
    return row && place.line !== undefined ? { ...place, line: row(place.line) } : place
  }
