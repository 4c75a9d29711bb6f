import type { Report } from '../../core/findings/finding.ts'
import type { InputsFile } from '../../core/tables/inputs-file.ts'
import type { TableName } from '../../core/tables/shapes.ts'
import { ErrorWatch } from '../error-watch.ts'
import { type Entry, follow, type InputFile } from './entries.ts'
import type { InputFolder } from './folder.ts'
import { namedFiles } from './named-files.ts'
import { tableNamed } from './names.ts'
import { filesInFolder, type TableFiles } from './table-folder.ts'
import { warnOfUnknown } from './unknown.ts'

/** Finds the tables in a folder of exports: those that `inputs.yaml` names files for, and those under their own names. */
export function findTables(
  folder: InputFolder,
  inputs: InputsFile,
  report: Report,
): ReadonlyMap<TableName, TableFiles> {
  const { root, names } = folder
  const tables = new Map<TableName, TableFiles>()
  const taken = new Set<string>()
  for (const [table, { files }] of inputs) {
    if (files.length === 0) continue
    const named = namedFiles(root, table, files, report)
    tables.set(table, named)
    for (const path of named.taken) taken.add(path)
  }
  const forms = new Map<TableName, (Entry | undefined)[]>()
  for (const name of names) {
    const table = tableNamed(name)
    if (taken.has(name)) continue
    if (table === undefined) warnOfUnknown(root, name, taken, report)
    else {
      const entry = follow(root, '', name, report)
      if (entry && name === table && entry.kind !== 'folder') continue
      if (tables.has(table)) reportNotNamed(table, entry, taken, report)
      else forms.set(table, [...(forms.get(table) ?? []), entry])
    }
  }
  for (const [table, found] of forms) tables.set(table, foundTable(root, table, found, report))
  return tables
}

/** A file under the table's own name is not read where other files are named for it; a folder of named ones is. */
function reportNotNamed(
  table: TableName,
  entry: Entry | undefined,
  taken: ReadonlySet<string>,
  report: Report,
): void {
  if (!entry || [...taken].some((path) => path.startsWith(`${entry.path}/`))) return
  report('file-not-named', { file: entry.path }, { file: entry.path, table })
}

function foundTable(
  root: string,
  table: TableName,
  found: readonly (Entry | undefined)[],
  report: Report,
): TableFiles {
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
