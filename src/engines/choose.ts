import type { Report } from '../core/findings/finding.ts'
import type { Engine } from '../core/tables/engine.ts'
import { PLAIN_TABLE } from '../core/tables/input-forms.ts'
import type { InputsFile } from '../core/tables/inputs-file.ts'
import type { TableName } from '../core/tables/shapes.ts'
import type { TableFiles } from './files/table-folder.ts'
import { withoutBalances } from './no-balances.ts'
import type { ReadFile, ScanEngine, ScannedTable } from './scan/engine.ts'

export type EngineName = 'scan' | 'duckdb'

/** The engine `scan`, open on the CSV tables, and what another engine needs besides. */
interface Opened {
  readonly scan: ScanEngine
  readonly csv: ReadonlyMap<TableName, ScannedTable>
  readonly parquet: TableFiles | undefined
  readonly inputs: InputsFile
  readonly limits: { readonly memory: string; readonly workers: number }
  readonly report: Report
  /** Whether an error was reported while the tables were read. */
  readonly erred: () => boolean
}

interface Chosen {
  readonly engine: Engine
  /** All files of tables with their hashes, once the tables were read. */
  readonly files: () => Promise<readonly ReadFile[]>
}

/** Chooses what sums the large tables: DuckDB where `balances` are Parquet or it is asked for, which alone loads it. */
export async function chooseEngine(opened: Opened, name: EngineName | undefined): Promise<Chosen> {
  const { scan, csv, parquet, inputs, report, erred } = opened
  const files = () => scan.files()
  if (parquet && name === 'scan') {
    const file = parquet.files[0]?.path ?? ''
    report('parquet-scan', { file }, { file })
    return { engine: withoutBalances(scan), files }
  }
  if (!parquet && name !== 'duckdb') return { engine: scan, files }
  const { installedDuckDb } = await import('./duckdb/installed.ts')
  const duckDb = installedDuckDb()
  if (!duckDb) {
    report('duckdb-missing', { file: parquet?.files[0]?.path ?? '--engine' }, {})
    return { engine: parquet ? withoutBalances(scan) : scan, files }
  }
  const limits = { ...opened.limits, duckDb }
  if (parquet) {
    const { openParquet } = await import('./duckdb/open-parquet.ts')
    const input = inputs.get('balances') ?? PLAIN_TABLE
    const { engine, files: late } = await openParquet(scan, parquet, input, limits, report)
    return { engine, files: async () => [...(await scan.files()), ...late] }
  }
  const { SecondOpinion } = await import('./duckdb/second-opinion.ts')
  return { engine: new SecondOpinion(scan, { tables: csv, inputs, limits, erred }), files }
}
