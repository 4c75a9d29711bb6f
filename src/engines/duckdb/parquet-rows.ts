import type { RowColumns } from './balance-cells.ts'
import type { Database } from './database.ts'
import { type ParquetFile, textOf } from './parquet-file.ts'
import { literal, name } from './sql.ts'

/** Decimals and integers of these types fit DECIMAL(18, 2) whatever they hold. */
const NARROW = /^(DECIMAL\((1[0-8]|[1-9]),[012]\)|U?(TINY|SMALL)INT|U?INTEGER)$/
/** Numbers written as text that fit it. */
const PLAIN = '-?[0-9]{1,15}([.][0-9]{1,2})?'

/**
 * Makes the view `rows` of all rows of the files, with the place of each; an empty currency is the scheme's own, as is the one
 * given.
 */
export async function viewRows(
  { run }: Database,
  files: readonly ParquetFile[],
  currency: string,
): Promise<RowColumns> {
  const doubtful = files.some((file) => !isTyped(file))
  const selects = files.map((file, index) => selectOf(file, index, currency, doubtful))
  await run(`create or replace temp view rows as ${selects.join(' union all ')}`)
  return { wide: false, doubtful, counted: false, filled: filledIn(files) }
}

/** The optional columns that some file has. */
const filledIn = (files: readonly ParquetFile[]): ReadonlySet<string> =>
  new Set(files.flatMap(({ columns }) => [...columns.keys()].map((column) => column.replace(/_id$/, ''))))

const typeOf = (file: ParquetFile, column: string): string => file.columns.get(column)?.type ?? ''

/** Whether the types of a file alone say that its days and amounts are sound where they are filled in. */
const isTyped = (file: ParquetFile): boolean =>
  typeOf(file, 'date') === 'DATE' && fitsNarrow(typeOf(file, 'balance'))

function fitsNarrow(type: string): boolean {
  const decimal = /^DECIMAL\((\d+),(\d)\)$/.exec(type)
  return decimal ? Number(decimal[1]) - Number(decimal[2]) <= 16 && NARROW.test(type) : NARROW.test(type)
}

function selectOf(file: ParquetFile, index: number, currency: string, doubtful: boolean): string {
  const plain = (column: string) => {
    const found = file.columns.get(column)
    if (!found) return "''"
    return found.type === 'VARCHAR' ? name(found.name) : `${name(found.name)}::varchar`
  }
  const own = `coalesce(${plain('currency')}, '') in ('', ${literal(currency)})`
  const columns = [
    `${dayOf(file)} as date`,
    ...['account_id', 'client_id', 'manager_id'].map((id) => `${plain(id)} as ${id.slice(0, -3)}`),
    ...['product', 'branch'].map((id) => `${plain(id)} as ${id}`),
    file.columns.has('currency')
      ? `case when ${own} then '' else ${plain('currency')} end as currency`
      : `'' as currency`,
    `${amountOf(file)} as amount`,
    `${index} as file`,
    'file_row_number + 1 as line',
    ...(doubtful ? [`${doubtOf(file)} as bad`] : []),
  ]
  return `(select ${columns.join(', ')} from read_parquet(${literal(file.real)}, file_row_number = true))`
}

const dayOf = (file: ParquetFile): string =>
  typeOf(file, 'date') === 'DATE'
    ? name(file.columns.get('date')?.name ?? '')
    : `try_cast(${textOf(file, 'date')} as date)`

const amountOf = (file: ParquetFile): string =>
  fitsNarrow(typeOf(file, 'balance'))
    ? `cast(${name(file.columns.get('balance')?.name ?? '')} as decimal(18, 2))`
    : `try_cast(${textOf(file, 'balance')} as decimal(18, 2))`

/** Whether a row's day or amount is not plainly good. */
function doubtOf(file: ParquetFile): string {
  const day = textOf(file, 'date')
  const isDay = `length(${day}) = 10 and coalesce(try_cast(${day} as date)::varchar = ${day}, false)`
  return `not (${isDay} and regexp_full_match(${textOf(file, 'balance')}, '${PLAIN}'))`
}
