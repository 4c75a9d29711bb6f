import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Report } from '../core/findings/finding.ts'
import type { Engine } from '../core/tables/engine.ts'
import { type InputsFile, readInputsFile } from '../core/tables/inputs-file.ts'
import type { TableName } from '../core/tables/shapes.ts'
import { compareText } from '../core/values/text.ts'
import { type InputFile, reasonOf } from './files/entries.ts'
import { findTables } from './files/find.ts'
import { inputsYamlIn, openFolder } from './files/folder.ts'
import { type Inspected, inspect } from './files/inspect.ts'
import type { Progress } from './files/progress.ts'
import type { TableFiles } from './files/table-folder.ts'
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
  progress: Progress = () => {},
): Promise<Exports> {
  const folder = openFolder(dir, report)
  const yaml = folder && inputsYamlIn(folder, report)
  const written = yaml && readInputs(yaml, report)
  const said = yaml ? written?.said : new Map()
  const found = folder && said ? findTables(folder, said, report) : new Map()
  const inputs = said ?? new Map()
  const tables = await inspectTables(found, inputs, report, progress)
  const engine = await ScanEngine.open({ tables, inputs, report, progress })
  const files = filesRead(tables, written?.file)
  return Object.assign(engine, { files, inputsYaml: written?.bytes, understood: said !== undefined })
}

async function inspectTables(
  found: ReadonlyMap<TableName, TableFiles>,
  inputs: InputsFile,
  report: Report,
  progress: Progress,
): Promise<ReadonlyMap<TableName, ScannedTable>> {
  const tables = new Map<TableName, ScannedTable>()
  for (const [table, { files, whole }] of found) {
    const inspected: (Inspected | undefined)[] = []
    for (const file of files) {
      inspected.push(await inspect(file, report, progress, inputs.get(table)?.encoding))
    }
    const sound = inspected.filter((file) => file !== undefined)
    tables.set(table, { files: sound, whole: whole && sound.length === files.length })
  }
  return tables
}

/** Every file once, by path: one may serve two tables. */
function filesRead(
  tables: ReadonlyMap<TableName, ScannedTable>,
  inputs: ReadFile | undefined,
): readonly ReadFile[] {
  const read = [...tables.values()].flatMap(({ files }) => files)
  const byPath = new Map([...read, ...(inputs ? [inputs] : [])].map((file) => [file.path, file]))
  return [...byPath.values()]
    .map(({ path, sha256 }) => ({ path, sha256 }))
    .sort((a, b) => compareText(a.path, b.path))
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
