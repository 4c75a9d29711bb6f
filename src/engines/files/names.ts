import { SHAPES, type TableName } from '../../core/tables/shapes.ts'

const TABLE_FILE = /^(.*)\.(csv\.gz|csv|parquet)$/i

/** A file's name taken apart: what stands before the ending of a table's file, and that ending as written. */
export function splitName(name: string): { readonly stem: string; readonly ending: string } | undefined {
  const match = TABLE_FILE.exec(name)
  return match ? { stem: match[1] ?? '', ending: match[2] ?? '' } : undefined
}

/** Whether a file is one that is read as CSV: not hidden, with one of the two endings in small letters. */
export function isCsvName(name: string): boolean {
  const ending = splitName(name)?.ending
  return !name.startsWith('.') && (ending === 'csv' || ending === 'csv.gz')
}

/** Whether a file is one that is read as Parquet: not hidden, with the ending in small letters. */
export const isParquetName = (name: string): boolean =>
  !name.startsWith('.') && splitName(name)?.ending === 'parquet'

/** Whether a file is read as Parquet, by the name it has or was given. */
export const isParquet = ({ path }: { readonly path: string }): boolean => path.endsWith('.parquet')

/** The table that a name in the input folder stands for: `x.csv`, `x.csv.gz`, the folder `x`, `balances.parquet`. */
export function tableNamed(name: string): TableName | undefined {
  if (name === 'balances.parquet') return 'balances'
  const table = isCsvName(name) ? splitName(name)?.stem : name
  return table !== undefined && Object.hasOwn(SHAPES, table) ? (table as TableName) : undefined
}
