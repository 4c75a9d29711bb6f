import { availableParallelism } from 'node:os'
import type { Report } from '../core/findings/finding.ts'
import type { Engine } from '../core/tables/engine.ts'
import type { TableName } from '../core/tables/shapes.ts'
import type { InputFile } from './files/entries.ts'
import type { EngineChoice } from './open.ts'
import type { ScanEngine, ScannedTable } from './scan/engine.ts'

/** More threads than this read no faster. */
const MOST_THREADS = 4
const MEMORY = '1GB'

/** The engine `scan`, open on the CSV tables, and what another engine needs besides. */
interface Opened {
  readonly scan: ScanEngine
  readonly csv: ReadonlyMap<TableName, ScannedTable>
  readonly parquet: { readonly files: readonly InputFile[]; readonly whole: boolean } | undefined
  readonly aliases: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly report: Report
  /** Whether an error was reported while the tables were read. */
  readonly erred: () => boolean
}

interface Chosen {
  readonly engine: Engine
  /** Files read by the engine itself, whose hashes are known once it has summed them. */
  readonly files: readonly { readonly path: string; readonly sha256: string }[]
}

/** Chooses what sums the large tables: DuckDB where `balances` are Parquet or it is asked for, which alone loads it. */
export async function chooseEngine(opened: Opened, choice: EngineChoice): Promise<Chosen> {
  const { scan, csv, parquet, aliases, report, erred } = opened
  const workers = choice.workers ?? Math.min(availableParallelism(), MOST_THREADS)
  const limits = { memory: choice.memory ?? MEMORY, workers }
  const ofBalances = aliases.get('balances') ?? new Map()
  if (parquet && choice.engine === 'scan') {
    const file = parquet.files[0]?.path ?? ''
    report('parquet-scan', { file }, { file })
    return { engine: scan, files: [] }
  }
  if (parquet) {
    const { openParquet } = await import('./duckdb/open-parquet.ts')
    return openParquet(scan, parquet, ofBalances, limits, report)
  }
  if (choice.engine !== 'duckdb') return { engine: scan, files: [] }
  const { SecondOpinion } = await import('./duckdb/second-opinion.ts')
  return { engine: new SecondOpinion(scan, { tables: csv, aliases, limits, erred }), files: [] }
}
