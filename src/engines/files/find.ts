import { readdirSync, realpathSync } from 'node:fs'
import type { Report } from '../../core/findings/finding.ts'
import type { TableName } from '../../core/tables/shapes.ts'
import { ErrorWatch } from '../error-watch.ts'
import { type Entry, follow, type InputFile, namesIn, reasonOf } from './entries.ts'
import { tableNamed } from './names.ts'
import { filesInFolder } from './table-folder.ts'
import { warnOfUnknown } from './unknown.ts'

/** The files of a table, in the order in which they are read. */
interface FoundTable {
  readonly files: readonly InputFile[]
  /** Whether none of them was refused (the findings say why). */
  readonly whole: boolean
}

/** What an input folder holds for a run. */
export interface InputFolder {
  readonly tables: ReadonlyMap<TableName, FoundTable>
  readonly inputsYaml: InputFile | undefined
}

const INPUTS = 'inputs.yaml'

/** Finds the tables in a folder of exports; undefined where the folder itself cannot be read. */
export function findTables(dir: string, report: Report): InputFolder | undefined {
  const root = rootOf(dir, report)
  if (root === undefined) return undefined
  const names = namesIn(root)
  const forms = new Map<TableName, (Entry | undefined)[]>()
  for (const name of names) {
    const table = tableNamed(name)
    if (table === undefined) warnOfUnknown(root, name, report)
    else {
      const entry = follow(root, '', name, report)
      if (entry && name === table && entry.kind !== 'folder') continue
      forms.set(table, [...(forms.get(table) ?? []), entry])
    }
  }
  const tables = new Map([...forms].map(([table, found]) => [table, foundTable(root, table, found, report)]))
  return { tables, inputsYaml: names.includes(INPUTS) ? plainFile(root, INPUTS, report) : undefined }
}

function rootOf(dir: string, report: Report): string | undefined {
  try {
    const root = realpathSync(dir)
    readdirSync(root)
    return root
  } catch (error) {
    report('file-unreadable', { file: '.' }, { file: '.', reason: reasonOf(error) })
    return undefined
  }
}

function plainFile(root: string, name: string, report: Report): InputFile | undefined {
  const entry = follow(root, '', name, report)
  if (entry && entry.kind !== 'file') report('file-irregular', { file: name }, { file: name })
  return entry?.kind === 'file' ? entry : undefined
}

function foundTable(
  root: string,
  table: TableName,
  found: readonly (Entry | undefined)[],
  report: Report,
): FoundTable {
  const watch = new ErrorWatch(report)
  const files = filesOf(root, table, found, watch.report)
  return { files, whole: !watch.erred && found.every((entry) => entry !== undefined) }
}

function filesOf(
  root: string,
  table: TableName,
  found: readonly (Entry | undefined)[],
  report: Report,
): readonly InputFile[] {
  const [entry, ...others] = found.filter((each) => each !== undefined)
  if (!entry) return []
  if (others.length > 0) {
    const forms = [entry, ...others].map(({ path, kind }) => (kind === 'folder' ? `${path}/` : path))
    report('table-two-forms', { file: entry.path }, { table, forms: forms.join(', ') })
    return []
  }
  if (entry.name === table) return filesInFolder(root, entry, report)
  if (entry.kind !== 'file') report('file-irregular', { file: entry.path }, { file: entry.path })
  else return [entry]
  return []
}
