import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import type { DuckDb } from './installed.ts'

/** How much of the machine DuckDB may use. */
export interface Limits {
  readonly duckDb: DuckDb
  /** As DuckDB writes sizes: `1GB`. */
  readonly memory: string
  readonly workers: number
}

/** A row of an answer, by column. */
export type Answer = Readonly<Record<string, DuckDBValue>>

/** A database in memory for one job, with a folder of its own for what the memory does not hold. */
export interface Database {
  readonly connection: DuckDBConnection
  /** A folder that goes away with the database. */
  readonly spill: string
  run(sql: string): Promise<void>
  rows(sql: string): Promise<readonly Answer[]>
  /** The first row. */
  one(sql: string): Promise<Answer>
}

/** A database that stays open from one job to the next. */
export interface OpenDatabase extends Database {
  /** Takes the database and its folder away. */
  close(): void
}

/** Opens a database; its folder goes with it, however the process ends. */
export async function openDatabase(limits: Limits): Promise<OpenDatabase> {
  const spill = mkdtempSync(join(tmpdir(), 'rm-appraise-spill-'))
  const keep = removedAtEnd(spill)
  const remove = () => {
    keep()
    rmSync(spill, { recursive: true, force: true })
  }
  try {
    const instance = await limits.duckDb.DuckDBInstance.create(':memory:', settings(limits, spill))
    const connection = await instance.connect()
    const close = () => {
      connection.closeSync()
      instance.closeSync()
      remove()
    }
    return { ...databaseOf(connection, spill), close }
  } catch (error) {
    remove()
    throw error
  }
}

/** Gives a database to a job and takes it away afterwards. */
export async function withDatabase<T>(limits: Limits, job: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(limits)
  try {
    return await job(database)
  } finally {
    database.close()
  }
}

const settings = ({ memory, workers }: Limits, spill: string) => ({
  memory_limit: memory,
  threads: String(workers),
  temp_directory: join(spill, 'pages'),
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  preserve_insertion_order: 'false',
})

/** Removes a folder when the process ends before its job does; gives a function that calls this off. */
function removedAtEnd(folder: string): () => void {
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const stop = () => {
    remove()
    process.exit(INTERRUPTED)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  process.once('exit', remove)
  for (const signal of signals) process.once(signal, stop)
  return () => {
    process.off('exit', remove)
    for (const signal of signals) process.off(signal, stop)
  }
}

/** The exit code of a run that was interrupted. */
const INTERRUPTED = 130

function databaseOf(connection: DuckDBConnection, spill: string): Database {
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects()
  return {
    connection,
    spill,
    run: async (sql) => void (await connection.run(sql)),
    rows,
    one: async (sql) => {
      const [first] = await rows(sql)
      if (!first) throw new Error(`no answer to: ${sql}`)
      return first
    },
  }
}

/** A whole number of an answer. */
export const numberIn = (answer: Answer, column: string): number => Number(answer[column])

/** A text of an answer. */
export const textIn = (answer: Answer, column: string): string => String(answer[column] ?? '')
