import type { Report } from '../../core/findings/finding.ts'
import type { ActivityPlan, BalancePlan, BalanceSums, Engine } from '../../core/tables/engine.ts'
import { checkExpected, type ReadTotals } from '../../core/tables/expected.ts'
import type { TableInput } from '../../core/tables/input-forms.ts'
import type { SmallTable, TableName } from '../../core/tables/shapes.ts'
import { exact } from '../../core/values/exact.ts'
import type { InputFile } from '../files/entries.ts'
import { NO_SUMS } from '../no-balances.ts'
import { cleanSums } from './clean-sums.ts'
import { type Database, type Limits, type OpenDatabase, openDatabase } from './database.ts'
import { isShortOfMemory, ofParquet } from './errors.ts'
import { beginSums, type FirstSums } from './first-sums.ts'
import { describeFile, type ParquetFile } from './parquet-file.ts'
import { literal } from './sql.ts'
import { sumsThroughCsv } from './through-csv.ts'

/** The Parquet files of `balances`, and what else it takes to read them. */
export interface ParquetSources {
  readonly files: readonly InputFile[]
  /** Whether none of the table's files was refused. */
  readonly whole: boolean
  /** How the bank writes the table. */
  readonly input: TableInput
  readonly report: Report
  readonly limits: Limits
  /** Ends when the files are known to be those that were looked at. */
  readonly checked: () => Promise<boolean>
}

/** The files as far as they were read before anyone asked for sums. */
interface Begun {
  readonly database: OpenDatabase
  readonly files: readonly ParquetFile[]
  /** Whether some file has a row, or something in the place of one, which will be told when it is read. */
  readonly filled: boolean
  /** What is made while the other tables are read; undefined where the rows must be looked at one by one. */
  readonly first: Promise<FirstSums | undefined> | undefined
}

/** An engine for folders whose `balances` are Parquet: DuckDB sums them, another engine reads all other tables. */
export class ParquetEngine implements Engine {
  readonly tables: ReadonlySet<TableName>
  readonly #others: Engine
  readonly #sources: ParquetSources
  /** Undefined where the memory was not enough to begin. */
  readonly #begun: Begun | undefined

  static async open(others: Engine, sources: ParquetSources): Promise<ParquetEngine> {
    const assigned = others.tables.has('assignments')
    return new ParquetEngine(others, sources, await inMemory(sources, () => begin(sources, assigned)))
  }

  private constructor(others: Engine, sources: ParquetSources, begun: Begun | undefined) {
    this.#others = others
    this.#sources = sources
    this.#begun = begun
    this.tables = new Set([...others.tables, 'balances'])
  }

  filled = (table: TableName): boolean =>
    table === 'balances' ? (this.#begun?.filled ?? true) : this.#others.filled(table)
  isWhole = (table: SmallTable): boolean => this.#others.isWhole(table)
  rows: Engine['rows'] = (table) => this.#others.rows(table)
  sumActivity = (plan: ActivityPlan) => this.#others.sumActivity(plan)

  /** Sums the files; to be asked once. */
  async sumBalances(plan: BalancePlan): Promise<BalanceSums> {
    const begun = this.#begun
    if (!begun) return NO_SUMS
    try {
      const sums = await inMemory(this.#sources, () => sumFiles(this.#sources, begun, plan))
      return sums ?? NO_SUMS
    } finally {
      begun.database.close()
    }
  }
}

/** Does something with DuckDB; undefined, with a finding, where the memory is not enough. */
async function inMemory<T>(
  { limits, report }: ParquetSources,
  job: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await job()
  } catch (error) {
    if (!isShortOfMemory(error)) throw error
    report('memory-short', { file: 'balances' }, { memory: limits.memory })
    return undefined
  }
}

/** Looks at the columns of all files and begins to sum them. */
async function begin(sources: ParquetSources, assigned: boolean): Promise<Begun> {
  const { input, report, limits } = sources
  const database = await openDatabase(limits)
  try {
    const files: ParquetFile[] = []
    for (const file of sources.files) {
      const described = await describeFile(database, file, input.aliases, report)
      if (described) files.push(described)
    }
    const whole = isWhole(sources, files)
    const filled = !whole || (await haveRows(database, files))
    const begins = whole && isPlain(input) && filled
    const begun = begins ? beginSums(database, files, assigned) : undefined
    await begun?.underWay
    return { database, files, filled, first: begun?.sums }
  } catch (error) {
    database.close()
    throw error
  }
}

const isWhole = (sources: ParquetSources, files: readonly ParquetFile[]): boolean =>
  sources.whole && files.length === sources.files.length

async function sumFiles(
  sources: ParquetSources,
  { database, files, first }: Begun,
  plan: BalancePlan,
): Promise<BalanceSums> {
  const { input, report } = sources
  const whole = isWhole(sources, files)
  if (files.length === 0) return NO_SUMS
  const file = files.length === 1 ? (files[0]?.path ?? '') : 'balances'
  const clean =
    whole && isPlain(input)
      ? await ofParquet(file, report, async () => ({
          sums: await cleanSums(database, files, await first, plan, input),
        }))
      : { sums: undefined }
  if (!clean || !(await sources.checked())) return NO_SUMS
  if (clean.sums) {
    checkExpected('balances', input, totalsOf(clean.sums), report)
    return clean.sums
  }
  const sums = await ofParquet(file, report, () => sumsThroughCsv(database, files, whole, plan, sources))
  return sums ?? NO_SUMS
}

const totalsOf = ({ rows, cells }: BalanceSums): ReadTotals => ({
  rows,
  sum: () =>
    exact(
      cells.reduce((sum, { amount }) => sum + amount, 0n),
      100n,
    ),
})

/** Whether the table is written as the contract writes it, so that whole columns can be summed as they are. */
const isPlain = ({ forms, snapshots }: TableInput): boolean => forms.size === 0 && snapshots === 'daily'

/** Whether some file has a row: what the files say of themselves. */
async function haveRows({ one }: Database, files: readonly ParquetFile[]): Promise<boolean> {
  const paths = files.map(({ real }) => literal(real)).join(', ')
  const { any } = await one(`select sum(num_rows) > 0 as any from parquet_file_metadata([${paths}])`)
  return any === true
}
