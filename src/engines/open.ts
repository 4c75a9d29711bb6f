import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { Report } from '../core/findings/finding.ts'
import type { Engine } from '../core/tables/engine.ts'
import { type InputsFile, NO_INPUTS_FILE, readInputsFile } from '../core/tables/inputs-file.ts'
import type { TableName } from '../core/tables/shapes.ts'
import { compareText } from '../core/values/text.ts'
import { type InputFile, reasonOf } from './files/entries.ts'
import { findTables } from './files/find.ts'
import { glance } from './files/glance.ts'
import { type Glanced, inspect } from './files/inspect.ts'
import type { Progress } from './files/progress.ts'
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
  const folder = findTables(dir, report)
  const inputs = folder?.inputsYaml && readInputs(folder.inputsYaml, report)
  const tables = new Map<TableName, ScannedTable>()
  for (const [table, { files, whole }] of folder?.tables ?? []) {
    const look = table === 'balances' ? glance : inspect
    const inspected: (Glanced | undefined)[] = []
    for (const file of files) inspected.push(await look(file, report, progress))
    const sound = inspected.filter((file) => file !== undefined)
    tables.set(table, { files: sound, whole: whole && sound.length === files.length })
  }
  const aliases = inputs?.said.aliases ?? new Map()
  const engine = await ScanEngine.open({ tables, aliases, workers, report, progress })
  const readFiles = () =>
    [...engine.files, ...(inputs ? [inputs.file] : [])].sort((a, b) => compareText(a.path, b.path))
  return Object.assign(engine, { readFiles, inputsYaml: inputs?.bytes })
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
