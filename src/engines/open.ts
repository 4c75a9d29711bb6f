import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Report } from '../core/findings/finding.ts'
import type { Engine } from '../core/tables/engine.ts'
import { type InputsFile, NO_INPUTS_FILE, readInputsFile } from '../core/tables/inputs-file.ts'
import type { TableName } from '../core/tables/shapes.ts'
import { compareText } from '../core/values/text.ts'
import { chooseEngine } from './choose.ts'
import { ErrorWatch } from './error-watch.ts'
import { type InputFile, reasonOf } from './files/entries.ts'
import { findTables } from './files/find.ts'
import { type Inspected, inspect } from './files/inspect.ts'
import type { Progress } from './files/progress.ts'
import { ScanEngine, type ScannedTable } from './scan/engine.ts'

/** A file that a run has read, by its path in the input folder, and the hash of its bytes as they lie. */
interface ReadFile {
  readonly path: string
  readonly sha256: string
}

/** A folder of exports that is open: its tables as the appraisal sees them, and what the manifest says of its files. */
export interface Exports extends Engine {
  /** All files of its tables that could be read, and `inputs.yaml`, by path. */
  readonly files: readonly ReadFile[]
  readonly inputsYaml: Uint8Array | undefined
}

/** What the command line says of the engine; the folder decides where it says nothing. */
export interface EngineChoice {
  readonly engine?: 'scan' | 'duckdb' | undefined
  /** How much memory DuckDB may use, as it writes sizes. */
  readonly memory?: string | undefined
  readonly workers?: number | undefined
}

/**
 * Opens a folder of exports: finds its tables, looks at every byte of their files and reports those that cannot be
 * read. Of the rows it is only seen whether there are any.
 */
export async function openExports(
  dir: string,
  report: Report,
  progress: Progress = () => {},
  choice: EngineChoice = {},
): Promise<Exports> {
  const folder = findTables(dir, report)
  const inputs = folder?.inputsYaml && readInputs(folder.inputsYaml, report)
  const tables = new Map<TableName, ScannedTable>()
  for (const [table, { files, whole }] of folder?.tables ?? []) {
    if (files.some(({ path }) => path.endsWith('.parquet'))) {
      tables.set(table, { files: [], whole: false })
      continue
    }
    const inspected: (Inspected | undefined)[] = []
    for (const file of files) inspected.push(await inspect(file, report, progress))
    const sound = inspected.filter((file) => file !== undefined)
    tables.set(table, { files: sound, whole: whole && sound.length === files.length })
  }
  const aliases = inputs?.said.aliases ?? new Map()
  const watch = new ErrorWatch(report)
  const scan = await ScanEngine.open({ tables, aliases, report: watch.report, progress })
  const parquet = folder?.tables.get('balances')?.files.some(({ path }) => path.endsWith('.parquet'))
    ? folder.tables.get('balances')
    : undefined
  const { engine, files: late } = await chooseEngine(
    { scan, csv: tables, parquet, aliases, report, erred: () => watch.erred },
    choice,
  )
  const read = [...tables.values()].flatMap(({ files }) =>
    files.map(({ path, sha256 }) => ({ path, sha256 })),
  )
  const files: readonly ReadFile[] = [...read, ...late, ...(inputs ? [inputs.file] : [])].sort((a, b) =>
    compareText(a.path, b.path),
  )
  return Object.assign(engine, { files, inputsYaml: inputs?.bytes })
}

interface ReadInputs {
  readonly file: ReadFile
  readonly bytes: Uint8Array
  readonly said: InputsFile
}

function readInputs({ path, real }: InputFile, report: Report): ReadInputs | undefined {
  try {
    const bytes = readFileSync(real)
    const file = { path, sha256: createHash('sha256').update(bytes).digest('hex') }
    if (!isUtf8(bytes)) report('inputs-encoding', { file: path }, { file: path })
    const said = isUtf8(bytes) ? readInputsFile(bytes.toString(), path, report) : undefined
    return { file, bytes, said: said ?? NO_INPUTS_FILE }
  } catch (error) {
    report('file-unreadable', { file: path }, { file: path, reason: reasonOf(error) })
    return undefined
  }
}
