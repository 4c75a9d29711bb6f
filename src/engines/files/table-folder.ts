import type { Report } from '../../core/findings/finding.ts'
import type { Phrase } from '../../core/findings/sentence.ts'
import { type Entry, follow, type InputFile, namesIn, reasonOf } from './entries.ts'
import { isCsvName, isParquetName, splitName } from './names.ts'

/** The files of a table, in the order in which they are read. */
export interface TableFiles {
  readonly files: readonly InputFile[]
  /** Whether none of them was refused (the findings say why). */
  readonly whole: boolean
}

/** The files of a table that lies in the input folder as a folder, in the order in which they are read. */
export function filesInFolder(root: string, folder: Entry, report: Report): readonly InputFile[] {
  const names = namesOf(folder, report)
  if (!names) return []
  const files: InputFile[] = []
  const isRead = (name: string) => isCsvName(name) || (folder.name === 'balances' && isParquetName(name))
  const read = names.filter(isRead)
  if (read.some(isCsvName) && read.some(isParquetName)) {
    const forms = [read.find(isCsvName), read.find(isParquetName)].map((name) => `${folder.path}/${name}`)
    report('table-two-forms', { file: folder.path }, { table: folder.name, forms: forms.join(', ') })
    return []
  }
  for (const name of names) {
    if (!isRead(name)) reportUnread(folder, name, report)
    else {
      const entry = follow(root, folder.path, name, report)
      if (entry?.kind === 'file') files.push(entry)
      else if (entry) report('file-irregular', { file: entry.path }, { file: entry.path })
    }
  }
  if (read.length === 0)
    report('folder-empty', { file: folder.path }, { table: folder.name, endings: endingsOf(folder.name) })
  const paths = read.filter(isCsvName).map((name) => `${folder.path}/${name}`)
  reportPacked(folder.name, paths, report)
  return files
}

/** How the files of a table may end. */
const endingsOf = (table: string): Phrase =>
  table === 'balances'
    ? { en: '.csv, .csv.gz or .parquet', zh: ' .csv、.csv.gz 或 .parquet ' }
    : { en: '.csv or .csv.gz', zh: ' .csv 或 .csv.gz ' }

function namesOf({ real, path }: Entry, report: Report): readonly string[] | undefined {
  try {
    return namesIn(real)
  } catch (error) {
    report('file-unreadable', { file: path }, { file: path, reason: reasonOf(error) })
    return undefined
  }
}

function reportUnread({ path, name: table }: Entry, name: string, report: Report): void {
  const file = `${path}/${name}`
  const looksLikeTable = splitName(name) !== undefined
  if (name.startsWith('.') && !looksLikeTable) return
  report('file-unread', { file }, { file, table, endings: endingsOf(table) })
}

/** Reports files that are there packed too: `a.csv` beside `a.csv.gz` would count the same rows twice. */
export function reportPacked(table: string, paths: readonly string[], report: Report): void {
  for (const path of paths) {
    const packed = `${path}.gz`
    if (paths.includes(packed))
      report('table-two-forms', { file: path }, { table, forms: `${path}, ${packed}` })
  }
}
