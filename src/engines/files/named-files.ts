import type { Report } from '../../core/findings/finding.ts'
import type { NamedFile } from '../../core/tables/input-forms.ts'
import type { TableName } from '../../core/tables/shapes.ts'
import { compareText } from '../../core/values/text.ts'
import { ErrorWatch } from '../error-watch.ts'
import { type Entry, follow, type InputFile, namesIn } from './entries.ts'
import { isParquet } from './names.ts'
import { reportPacked, type TableFiles } from './table-folder.ts'

/** The files of a table by the names that `inputs.yaml` gives. */
interface NamedFiles extends TableFiles {
  /** The paths of all files that those names mean, also of such as cannot be read. */
  readonly taken: readonly string[]
}

/** The files that `inputs.yaml` names for a table, each once, by path; a name that no file has is an error. */
export function namedFiles(
  root: string,
  table: TableName,
  named: readonly NamedFile[],
  report: Report,
): NamedFiles {
  const watch = new ErrorWatch(report)
  const files = new Map<string, InputFile>()
  for (const { pattern, place } of named) {
    const refused = new ErrorWatch(watch.report)
    const found = matching(root, '', pattern.split('/'), refused.report)
    if (found.length === 0 && !refused.erred) watch.report('file-not-found', place, { found: pattern, table })
    for (const file of found) files.set(file.path, file)
  }
  const sorted = [...files.values()].sort((a, b) => compareText(a.path, b.path))
  reportPacked(
    table,
    sorted.map(({ path }) => path),
    watch.report,
  )
  const read =
    table === 'balances' ? inOneForm(table, sorted, watch.report) : onlyCsv(table, sorted, watch.report)
  return { files: read, whole: !watch.erred, taken: [...files.keys()] }
}

/** The files of a table that is not read from Parquet. */
function onlyCsv(table: TableName, files: readonly InputFile[], report: Report): readonly InputFile[] {
  for (const file of files.filter(isParquet))
    report('parquet-table', { file: file.path }, { file: file.path, table })
  return files.filter((file) => !isParquet(file))
}

/** The files, unless some are Parquet and others are not. */
function inOneForm(table: TableName, files: readonly InputFile[], report: Report): readonly InputFile[] {
  const packed = files.find(isParquet)
  const other = files.find((file) => !isParquet(file))
  if (!packed || !other) return files
  report('table-two-forms', { file: packed.path }, { table, forms: `${other.path}, ${packed.path}` })
  return []
}

/** The files under a folder whose names match step by step; `*` and `?` stand for characters of one name. */
function matching(
  root: string,
  folder: string,
  [step = '', ...steps]: readonly string[],
  report: Report,
): readonly Entry[] {
  const form = formOf(step)
  return namesOf(root, folder).flatMap((name) => {
    if (!form.test(name)) return []
    const entry = follow(root, folder, name, report)
    if (!entry) return []
    if (steps.length === 0) return entry.kind === 'file' ? [entry] : []
    return entry.kind === 'folder' ? matching(root, entry.path, steps, report) : []
  })
}

function namesOf(root: string, folder: string): readonly string[] {
  try {
    return namesIn(`${root}/${folder}`)
  } catch {
    return []
  }
}

/** What a name must look like; hidden files are not meant by a `*` or `?` at the beginning. */
function formOf(step: string): RegExp {
  const escaped = step.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  const visible = /^[*?]/.test(step) ? '(?!\\.)' : ''
  return new RegExp(`^${visible}${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u')
}
