import type {
  ActivityPlan,
  ActivitySums,
  BalancePlan,
  BalanceSums,
  Engine,
} from '../../core/tables/engine.ts'
import type { InputsFile } from '../../core/tables/inputs-file.ts'
import type { SmallTable, TableName } from '../../core/tables/shapes.ts'
import { keyOfActivity, keyOfBalances } from '../merged-cells.ts'
import type { ScannedTable } from '../scan/engine.ts'
import { readActivityCells } from './activity-cells.ts'
import { ownSums, readCells, sumRows } from './balance-cells.ts'
import { compareCells } from './compare.ts'
import { viewActivity, viewBalances } from './csv-rows.ts'
import { type Database, type Limits, withDatabase } from './database.ts'
import { loadPlan } from './plan-tables.ts'

/** The CSV tables that another engine reads, as DuckDB reads them again. */
export interface CsvSources {
  readonly tables: ReadonlyMap<TableName, ScannedTable>
  readonly inputs: InputsFile
  readonly limits: Limits
  /** Whether some row or file was refused: the run ends anyway, and there is nothing to compare with. */
  readonly erred: () => boolean
}

/**
 * Has one engine read and check everything, and DuckDB sum the same large tables anew: two programs that share nothing but
 * the rules must come to the same sums. A difference is a defect of the tool.
 */
export class SecondOpinion implements Engine {
  readonly tables: ReadonlySet<TableName>
  readonly #first: Engine
  readonly #sources: CsvSources

  constructor(first: Engine, sources: CsvSources) {
    this.#first = first
    this.#sources = sources
    this.tables = first.tables
  }

  filled = (table: TableName): boolean => this.#first.filled(table)
  isWhole = (table: SmallTable): boolean => this.#first.isWhole(table)
  rows: Engine['rows'] = (table) => this.#first.rows(table)

  async sumBalances(plan: BalancePlan): Promise<BalanceSums> {
    const sums = await this.#first.sumBalances(plan)
    if (this.#sources.erred() || sums.rows === 0) return sums
    const cells = await this.#again(async (database) => {
      await loadPlan(database, plan)
      await sumRows(database, await viewBalances(database, this.#sources, plan), plan)
      await ownSums(database, plan)
      return readCells(database, plan)
    })
    compareCells('balances', sums.cells, cells, keyOfBalances)
    return { ...sums, cells }
  }

  async sumActivity(plan: ActivityPlan): Promise<ActivitySums> {
    const sums = await this.#first.sumActivity(plan)
    if (this.#sources.erred() || sums.rows === 0) return sums
    const cells = await this.#again(async (database) => {
      await viewActivity(database, this.#sources)
      return readActivityCells(database, plan)
    })
    compareCells('activity', sums.cells, cells, keyOfActivity)
    return { ...sums, cells }
  }

  #again<T>(job: (database: Database) => Promise<T>): Promise<T> {
    return withDatabase(this.#sources.limits, job)
  }
}
