import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Report } from '../core/findings/finding.ts'
import type { Engine } from '../core/tables/engine.ts'
import { PLAIN_TABLE } from '../core/tables/input-forms.ts'
import { type InputsFile, readInputsFile } from '../core/tables/inputs-file.ts'
import type { TableName } from '../core/tables/shapes.ts'
import { compareText } from '../core/values/text.ts'
import { type InputFile, reasonOf } from './files/entries.ts'
import { findTables } from './files/find.ts'
import { inputsYamlIn, openFolder } from './files/folder.ts'
import { glance } from './files/glance.ts'
import { type Glanced, inspect } from './files/inspect.ts'
import type { Progress } from './files/progress.ts'
import type { TableFiles } from './files/table-folder.ts'
import { type ReadFile, ScanEngine, type ScannedTable } from './scan/engine.ts'

/** How a folder of exports is read. */
interface OpenOptions {
  readonly progress?: Progress | undefined
  /** On how many threads a large table is read. */
  readonly workers?: number | undefined
}

/** More threads than this read hardly faster, and each takes its memory. */
const MOST_THREADS = 4

/** A folder of exports that is open: its tables as the appraisal sees them, and what the manifest says of its files. */
export interface Exports extends Engine {
  /** All files of its tables that could be read, and `inputs.yaml`, by path; once the tables were read. */
  readonly readFiles: () => readonly ReadFile[]
  readonly inputsYaml: Uint8Array | undefined
  /** Whether it is known how to read them: an `inputs.yaml` that is not understood leaves all tables unread. */
  readonly understood: boolean
}

/**
 * Opens a folder of exports: finds its tables, looks at every byte of their files and reports those that cannot be
 * read. Of the rows it is only seen whether there are any.
 */
export async function openExports(
  dir: string,
  report: Report,
  { progress = () => {}, workers = Math.min(availableParallelism(), MOST_THREADS) }: OpenOptions = {},
): Promise<Exports> {
  const folder = openFolder(dir, report)
  const yaml = folder && inputsYamlIn(folder, report)
  const written = yaml && readInputs(yaml, report)
  const said = yaml ? written?.said : new Map()
  const found = folder && said ? findTables(folder, said, report) : new Map()
  const inputs = said ?? new Map()
  const tables = await inspectTables(found, inputs, report, progress)
  const engine = await ScanEngine.open({ tables, inputs, workers, report, progress })
  const readFiles = () => byPath([...engine.files, ...(written ? [written.file] : [])])
  return Object.assign(engine, { readFiles, inputsYaml: written?.bytes, understood: said !== undefined })
}

async function inspectTables(
  found: ReadonlyMap<TableName, TableFiles>,
  inputs: InputsFile,
  report: Report,
  progress: Progress,
): Promise<ReadonlyMap<TableName, ScannedTable>> {
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
