import { later } from '../../core/values/later.ts'
import { type RowColumns, sumRows } from './balance-cells.ts'
import { soundDays } from './clean.ts'
import { type Database, textIn } from './database.ts'
import type { ParquetFile } from './parquet-file.ts'
import { viewRows } from './parquet-rows.ts'
import { type Bits, type Days, spanRows } from './spans.ts'

/** What can be made of Parquet files before owners and rates are known: the tables `spans` and perhaps `sums`. */
export interface FirstSums {
  readonly columns: RowColumns
  readonly bits: Bits
  /** The currency that all rows name alike; undefined where they differ, and the tables tell each one's. */
  readonly currency: string | undefined
}

interface BegunSums {
  /** Ends when the first long query runs, or when there is none. */
  readonly underWay: Promise<unknown>
  /** Undefined where some row has no day. */
  readonly sums: Promise<FirstSums | undefined>
}

/** Begins to make them. Where assignments say who owns what, `sums` waits for them. */
export function beginSums(database: Database, files: readonly ParquetFile[], assigned: boolean): BegunSums {
  const known = lookAt(database, files)
  const sums = known.then((found) => found && makeSums(database, found, assigned))
  return { underWay: Promise.allSettled([known]), sums: later(sums) }
}

interface Known {
  readonly columns: RowColumns
  readonly days: Days
  readonly currency: string | undefined
}

async function lookAt(database: Database, files: readonly ParquetFile[]): Promise<Known | undefined> {
  const columns = await viewRows(database, files, '')
  const days = await soundDays(database)
  if (!days) return undefined
  const currency = columns.filled.has('currency') ? await soleCurrency(database) : ''
  // Most tables have one currency only, and grouping by a column that says nothing takes time.
  return { columns: currency === undefined ? columns : without(columns, 'currency'), days, currency }
}

/** The longest query first: no other has to wait for its turn while the other tables are read. */
async function makeSums(
  database: Database,
  { columns, days, currency }: Known,
  assigned: boolean,
): Promise<FirstSums> {
  const bits = await spanRows(database, columns, days)
  if (!assigned) await sumRows(database, columns, undefined)
  return { columns, bits, currency }
}

async function soleCurrency({ one }: Database): Promise<string | undefined> {
  const answer = await one('select min(currency) as least, max(currency) as most from rows')
  return answer.least === answer.most ? textIn(answer, 'least') : undefined
}

const without = (columns: RowColumns, column: string): RowColumns => ({
  ...columns,
  filled: new Set([...columns.filled].filter((each) => each !== column)),
})
