import type { Report } from '../../core/findings/finding.ts'
import { type HeaderMap, matchHeader } from '../../core/tables/header.ts'
import { balances } from '../../core/tables/shapes.ts'
import type { InputFile } from '../files/entries.ts'
import { type Database, textIn } from './database.ts'
import { ofParquet } from './errors.ts'
import { literal, name } from './sql.ts'

/** A Parquet file whose columns are known: each column of `balances` by the name and type it has in the file. */
export interface ParquetFile extends InputFile {
  readonly columns: ReadonlyMap<string, ParquetColumn>
}

export interface ParquetColumn {
  readonly name: string
  readonly type: string
}

/** Looks at the columns of a file; undefined, with findings, where they are not those of `balances`. */
export async function describeFile(
  database: Database,
  file: InputFile,
  aliases: ReadonlyMap<string, string>,
  report: Report,
): Promise<ParquetFile | undefined> {
  const sql = `describe from read_parquet(${literal(file.real)})`
  const answers = await ofParquet(file.path, report, () => database.rows(sql))
  const found = answers?.map((answer) => ({
    name: textIn(answer, 'column_name'),
    type: textIn(answer, 'column_type'),
  }))
  if (!found) return undefined
  const header = found.map((column) => column.name)
  const map = matchHeader(balances, header, aliases, () => ({ file: file.path }), report)
  const columns = map && columnsOf(map, found)
  return columns && hasReadableTypes(columns, file.path, report) ? { ...file, columns } : undefined
}

function columnsOf(map: HeaderMap, found: readonly ParquetColumn[]): ReadonlyMap<string, ParquetColumn> {
  const columns = new Map<string, ParquetColumn>()
  for (const [column, index] of map) {
    const at = found[index]
    if (at) columns.set(column, at)
  }
  return columns
}

const TEXT = /^(VARCHAR|ENUM\(.*\))$/
const DATES = /^(DATE|TIMESTAMP(_S|_MS|_NS)?)$/
const NUMBERS = /^(DECIMAL\(\d+,\d+\)|U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER)$/

const WANTED = {
  date: { en: 'DATE or text', zh: 'DATE 或文本' },
  balance: { en: 'DECIMAL, an integer or text', zh: 'DECIMAL、整数或文本' },
  id: { en: 'text', zh: '文本' },
}

/** Whether every column has a type that holds its values exactly; a balance kept as DOUBLE does not. */
function hasReadableTypes(
  columns: ReadonlyMap<string, ParquetColumn>,
  file: string,
  report: Report,
): boolean {
  let sound = true
  for (const [column, { type }] of columns) {
    const other = column === 'date' ? DATES : column === 'balance' ? NUMBERS : undefined
    if (TEXT.test(type) || other?.test(type)) continue
    sound = false
    const wanted = WANTED[column === 'date' || column === 'balance' ? column : 'id']
    report('column-type', { file, field: column }, { column, type, wanted })
  }
  return sound
}

/** A column's cells as the texts that a CSV export of the same table would hold; an absent cell is empty. */
export function textOf(file: ParquetFile, column: string): string {
  const found = file.columns.get(column)
  if (!found) return "''"
  const text = `coalesce(${name(found.name)}::varchar, '')`
  if (found.type.startsWith('DECIMAL')) return withoutZeros(text)
  return found.type.startsWith('TIMESTAMP') ? `regexp_replace(${text}, ' 00:00:00$', '')` : text
}

/** A decimal without the zeros at its end beyond the fen: they are its type's, not its own. */
const withoutZeros = (text: string): string => `regexp_replace(${text}, '(\\.\\d\\d\\d*?)0*$', '\\1')`
