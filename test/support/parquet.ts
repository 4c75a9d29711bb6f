import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { COMMON_HEADERS } from '../../src/core/tables/aliases.ts'
import { openCsv } from '../../src/engines/csv/read.ts'
import { findTables } from '../../src/engines/files/find.ts'
import { openFolder } from '../../src/engines/files/folder.ts'
import { bytesAgain, inspect } from '../../src/engines/files/inspect.ts'

const silent = () => {}

/** Runs a statement in a database of its own. */
export async function runSql(sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    await connection.run(sql)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** Replaces the CSV files of `balances` in a folder by Parquet files of the same rows; `typed`: with days and decimals. */
export async function balancesToParquet(folder: string, typed: boolean): Promise<void> {
  const opened = openFolder(folder, silent)
  const files = (opened && findTables(opened, new Map(), silent).get('balances')?.files) ?? []
  const made: [string, string][] = []
  for (const [index, file] of files.entries()) {
    const inspected = await inspect(file, silent, silent)
    const csv = inspected && (await openCsv(file.path, inspected, bytesAgain(inspected, silent), silent))
    if (!csv) throw new Error(`${file.path} cannot be read`)
    const lines = [csv.header.cells]
    for await (const block of csv.blocks) lines.push(...block.records)
    const text = lines
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      .join('\n')
    made.push([text, `${index}.parquet`])
  }
  for (const { path } of files) rmSync(join(folder, path))
  rmSync(join(folder, 'balances'), { recursive: true, force: true })
  mkdirSync(join(folder, 'balances'))
  for (const [text, name] of made) await writeParquet(text, join(folder, 'balances', name), typed)
}

/** Writes CSV text with quoted cells as a Parquet file. */
export async function writeParquet(text: string, path: string, typed: boolean): Promise<void> {
  writeFileSync(`${path}.csv`, `${text}\n`)
  const header = text.slice(0, text.indexOf('\n')).replaceAll('"', '').split(',')
  const columns = header.map((cell) => {
    const column = COMMON_HEADERS.get(cell) ?? cell.toLowerCase()
    const type = column === 'date' ? 'date' : column === 'balance' ? 'decimal(18, 2)' : 'varchar'
    return `cast("${cell}" as ${typed ? type : 'varchar'}) as "${cell}"`
  })
  await runSql(`copy (select ${columns.join(', ')} from read_csv('${path}.csv', header = true, all_varchar = true,
    delim = ',', quote = '"', escape = '"', auto_detect = true)) to '${path}' (format parquet)`)
  rmSync(`${path}.csv`)
}
