import type { Report } from '../../core/findings/finding.ts'
import type { ActivityPlan, BalancePlan, BalanceSums, Engine } from '../../core/tables/engine.ts'
import type { TableInput } from '../../core/tables/input-forms.ts'
import type { SmallTable, TableName } from '../../core/tables/shapes.ts'
import type { InputFile } from '../files/entries.ts'
import { cleanSums } from './clean-sums.ts'
import { type Database, type Limits, withDatabase } from './database.ts'
import { isShortOfMemory, ofParquet } from './errors.ts'
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

/** An engine for folders whose `balances` are Parquet: DuckDB sums them, another engine reads all other tables. */
export class ParquetEngine implements Engine {
  readonly tables: ReadonlySet<TableName>
  readonly #others: Engine
  readonly #sources: ParquetSources
  readonly #filled: boolean

  static async open(others: Engine, sources: ParquetSources): Promise<ParquetEngine> {
    return new ParquetEngine(others, sources, await mayHaveRows(sources))
  }

  private constructor(others: Engine, sources: ParquetSources, filled: boolean) {
    this.#others = others
    this.#sources = sources
    this.#filled = filled
    this.tables = new Set([...others.tables, 'balances'])
  }

  filled = (table: TableName): boolean => (table === 'balances' ? this.#filled : this.#others.filled(table))
  isWhole = (table: SmallTable): boolean => this.#others.isWhole(table)
  rows: Engine['rows'] = (table) => this.#others.rows(table)
  sumActivity = (plan: ActivityPlan) => this.#others.sumActivity(plan)

  async sumBalances(plan: BalancePlan): Promise<BalanceSums> {
    const { limits, report } = this.#sources
    try {
      return await sumFiles(this.#sources, plan, limits)
    } catch (error) {
      if (!isShortOfMemory(error)) throw error
      report('memory-short', { file: 'balances' }, { memory: limits.memory })
      return NOTHING
    }
  }
}

/** The sums of a table that could not be read. */
const NOTHING: BalanceSums = {
  rows: 0,
  cells: [],
  openEnds: () => [],
  hasAccount: () => true,
  managerOf: () => undefined,
  daysTold: new Set(),
  whole: false,
}

const sumFiles = (sources: ParquetSources, plan: BalancePlan, limits: Limits): Promise<BalanceSums> =>
  withDatabase(limits, async (database) => {
    const { input, report } = sources
    const files: ParquetFile[] = []
    for (const file of sources.files) {
      const described = await describeFile(database, file, input.aliases, report)
      if (described) files.push(described)
    }
    const whole = sources.whole && files.length === sources.files.length
    if (files.length === 0) return NOTHING
    const file = files.length === 1 ? (files[0]?.path ?? '') : 'balances'
    const clean =
      whole && isPlain(input)
        ? await ofParquet(file, report, async () => ({ sums: await cleanSums(database, files, plan) }))
        : { sums: undefined }
    if (!clean || !(await sources.checked())) return NOTHING
    return (
      clean.sums ??
      (await ofParquet(file, report, () => sumsThroughCsv(database, files, whole, plan, sources))) ??
      NOTHING
    )
  })

/** Whether the table is written as the contract writes it, so that whole columns can be summed as they are. */
const isPlain = ({ forms, snapshots, expect }: TableInput): boolean =>
  forms.size === 0 && snapshots === 'daily' && expect.length === 0

/** Whether some file has a row, or something in the place of one, which will be told when it is read. */
async function mayHaveRows({ files, whole, limits }: ParquetSources): Promise<boolean> {
  if (!whole) return true
  const count = (database: Database, { real }: InputFile) =>
    database.one(`select count(*) > 0 as any from read_parquet(${literal(real)})`)
  return withDatabase(limits, async (database) => {
    for (const file of files) {
      const filled = await ofParquet(
        file.path,
        () => {},
        () => count(database, file),
      )
      if (!filled || filled.any === true) return true
    }
    return false
  })
}
