import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Report } from '../core/findings/finding.ts'
import type { Engine } from '../core/tables/engine.ts'
import { PLAIN_TABLE } from '../core/tables/input-forms.ts'
import { type InputsFile, readInputsFile } from '../core/tables/inputs-file.ts'
import type { TableName } from '../core/tables/shapes.ts'
import { compareText } from '../core/values/text.ts'
import { chooseEngine, type EngineName } from './choose.ts'
import { LEAST_PART } from './csv/limits.ts'
import { ErrorWatch } from './error-watch.ts'
import { type InputFile, reasonOf } from './files/entries.ts'
import { findTables } from './files/find.ts'
import { inputsYamlIn, openFolder } from './files/folder.ts'
import { glance } from './files/glance.ts'
import { type Glanced, inspect } from './files/inspect.ts'
import { isParquet } from './files/names.ts'
import type { Progress } from './files/progress.ts'
import type { TableFiles } from './files/table-folder.ts'
import { type ReadFile, ScanEngine, type ScannedTable } from './scan/engine.ts'

export type { ReadFile }

/** How a folder of exports is read; it decides itself where nothing is said. */
export interface OpenOptions {
  readonly progress?: Progress | undefined
  readonly engine?: EngineName | undefined
  /** How much memory DuckDB may use, as it writes sizes. */
  readonly memory?: string | undefined
  /** On how many threads a large table is read. */
  readonly workers?: number | undefined
}

/** More threads than this read hardly faster, and each takes its memory. */
const MOST_THREADS = 4
const PROCESSORS = availableParallelism()
/** One processor is left to the hash. */
const FOR_ROWS = Math.min(Math.max(PROCESSORS - 1, 1), MOST_THREADS)
const FOR_QUERIES = Math.min(PROCESSORS, MOST_THREADS)
const MEMORY = '1GB'

/** A folder of exports that is open: its tables as the appraisal sees them, and what the manifest says of its files. */
export interface Exports extends Engine {
  /** All files of its tables that could be read, and `inputs.yaml`, by path; once the tables were read. */
  readonly readFiles: () => Promise<readonly ReadFile[]>
  readonly inputsYaml: Uint8Array | undefined
  /** The files of a table, by their paths. */
  readonly pathsOf: (table: TableName) => readonly string[]
  /** Whether `inputs.yaml` states what a column of a table comes to. */
  readonly statesSum: (table: TableName, column: string) => boolean
  /** Whether it is known how to read them: an `inputs.yaml` that is not understood leaves all tables unread. */
  readonly understood: boolean
}

/**
 * Opens a folder of exports: finds its tables, looks at every byte of their files and reports those that cannot be
 * read. Of the rows it is only seen whether there are any.
 */
export async function openExports(dir: string, report: Report, options: OpenOptions = {}): Promise<Exports> {
  const { progress = () => {}, workers = FOR_ROWS } = options
  const watch = new ErrorWatch(report)
  const folder = openFolder(dir, watch.report)
  const yaml = folder && inputsYamlIn(folder, watch.report)
  const written = yaml && readInputs(yaml, watch.report)
  const said = yaml ? written?.said : new Map()
  const found = folder && said ? findTables(folder, said, watch.report) : new Map()
  const inputs: InputsFile = said ?? new Map()
  const parquet = parquetIn(found)
  const csv = parquet ? without(found, 'balances') : found
  const tables = await inspectTables(csv, inputs, watch.report, progress)
  // To the engine for CSV the table is there, but not to be read.
  if (parquet) tables.set('balances', { files: [], whole: false })
  const scan = await ScanEngine.open({ tables, inputs, workers, report: watch.report, progress })
  const limits = { memory: options.memory ?? MEMORY, workers: options.workers ?? threadsForQueries(found) }
  const opened = { scan, csv: tables, parquet, inputs, limits, report, erred: () => watch.erred }
  const { engine, files } = await chooseEngine(opened, options.engine)
  const readFiles = async () => byPath([...(await files()), ...(written ? [written.file] : [])])
  return Object.assign(engine, {
    ...{ readFiles, inputsYaml: written?.bytes, understood: said !== undefined },
    pathsOf: (table: TableName) => (found.get(table)?.files ?? []).map(({ path }: InputFile) => path),
    statesSum: (table: TableName, column: string) =>
      (inputs.get(table)?.expect ?? []).some(({ of }) => of !== 'rows' && of.column === column),
  })
}

/** Over small tables a query takes one thread: others would take longer to start than they save. */
function threadsForQueries(found: ReadonlyMap<TableName, TableFiles>): number {
  const files = (['balances', 'activity'] as const).flatMap((table) => found.get(table)?.files ?? [])
  const sizes = files.map(({ real }) => statSync(real, { throwIfNoEntry: false })?.size ?? 0)
  return sizes.reduce((sum, size) => sum + size, 0) < LEAST_PART ? 1 : FOR_QUERIES
}

/** The files of `balances` where they are Parquet. */
function parquetIn(found: ReadonlyMap<TableName, TableFiles>): TableFiles | undefined {
  const balances = found.get('balances')
  return balances?.files.some(isParquet) ? balances : undefined
}

const without = <K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> =>
  new Map([...map].filter(([each]) => each !== key))

async function inspectTables(
  found: ReadonlyMap<TableName, TableFiles>,
  inputs: InputsFile,
  report: Report,
  progress: Progress,
): Promise<Map<TableName, ScannedTable>> {
  const tables = new Map<TableName, ScannedTable>()
  for (const [table, { files, whole }] of found) {
    const input = inputs.get(table) ?? PLAIN_TABLE
    const look = (file: InputFile) =>
      table === 'balances'
        ? glance(file, report, progress, input)
        : inspect(file, report, progress, input.encoding)
    const inspected: (Glanced | undefined)[] = []
    for (const file of files) inspected.push(await look(file))
    const sound = inspected.filter((file) => file !== undefined)
    tables.set(table, { files: sound, whole: whole && sound.length === files.length })
  }
  return tables
}

/** Every file once, by path: one may serve two tables. */
function byPath(files: readonly ReadFile[]): readonly ReadFile[] {
  const paths = new Map(files.map((file) => [file.path, file]))
  return [...paths.values()].sort((a, b) => compareText(a.path, b.path))
}

interface ReadInputs {
  readonly file: ReadFile
  readonly bytes: Uint8Array
  /** Undefined where it is not understood; the findings say why. */
  readonly said: InputsFile | undefined
}

function readInputs({ path, real }: InputFile, report: Report): ReadInputs | undefined {
  try {
    const bytes = readFileSync(real)
    const file = { path, sha256: createHash('sha256').update(bytes).digest('hex') }
    if (!isUtf8(bytes)) report('inputs-encoding', { file: path }, { file: path })
    const said = isUtf8(bytes) ? readInputsFile(bytes.toString(), path, report) : undefined
    return { file, bytes, said }
  } catch (error) {
    report('file-unreadable', { file: path }, { file: path, reason: reasonOf(error) })
    return undefined
  }
}
