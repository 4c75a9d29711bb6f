import type { Report } from '../../core/findings/finding.ts'
import type {
  ActivityPlan,
  ActivitySums,
  BalancePlan,
  BalanceSums,
  Engine,
} from '../../core/tables/engine.ts'
import { checkExpected, totalsOf } from '../../core/tables/expected.ts'
import { type HeaderMap, matchHeader } from '../../core/tables/header.ts'
import { PLAIN_TABLE, type TableInput } from '../../core/tables/input-forms.ts'
import type { InputsFile } from '../../core/tables/inputs-file.ts'
import { readRows, type TextFile } from '../../core/tables/rows.ts'
import type { Shape } from '../../core/tables/shape.ts'
import { type RowsOf, SHAPES, type SmallTable, type TableName } from '../../core/tables/shapes.ts'
import type { Block } from '../csv/block.ts'
import { openCsv } from '../csv/read.ts'
import { isSmall, readSmall } from '../csv/small.ts'
import { ErrorWatch } from '../error-watch.ts'
import { reporting } from '../files/file-fault.ts'
import { bytesAgain, type Inspected } from '../files/inspect.ts'
import type { Progress } from '../files/progress.ts'
import { ActivityFold } from './activity-fold.ts'
import { BalanceFold } from './balance-fold.ts'
import { BoundedReport } from './bounded.ts'

/** The files of a table as they will be read. */
export interface ScannedTable {
  readonly files: readonly Inspected[]
  /** Whether none of the table's files was refused. */
  readonly whole: boolean
}

/** What the engine needs to read: tables, how the bank writes them, and who is told. */
interface Sources {
  readonly tables: ReadonlyMap<TableName, ScannedTable>
  readonly inputs: InputsFile
  readonly report: Report
  readonly progress: Progress
}

const NONE: ScannedTable = { files: [], whole: true }

const inputOf = ({ inputs }: Sources, table: TableName): TableInput => inputs.get(table) ?? PLAIN_TABLE

/** The engine for CSV: reads each large table once, strictly, summing as it reads. */
export class ScanEngine implements Engine {
  readonly tables: ReadonlySet<TableName>
  readonly #sources: Sources
  readonly #filled: ReadonlySet<TableName>
  /** Small tables of which something was refused. */
  readonly #faulty = new Set<SmallTable>()

  /** Opens the engine on tables that were looked at. */
  static async open(sources: Sources): Promise<ScanEngine> {
    const filled = new Set<TableName>()
    for (const [name, table] of sources.tables) {
      if (await mayHaveRows(table, inputOf(sources, name).delimiter)) filled.add(name)
    }
    return new ScanEngine(sources, filled)
  }

  private constructor(sources: Sources, filled: ReadonlySet<TableName>) {
    this.tables = new Set(sources.tables.keys())
    this.#sources = sources
    this.#filled = filled
  }

  filled(table: TableName): boolean {
    return this.#filled.has(table)
  }

  isWhole(table: SmallTable): boolean {
    return !this.#faulty.has(table)
  }

  async rows<T extends SmallTable>(table: T): Promise<RowsOf<T>> {
    const bounded = new BoundedReport(this.#sources.report)
    const watch = new ErrorWatch(bounded.report)
    const { files: inspected } = this.#table(table)
    const input = this.#input(table)
    const { delimiter } = input
    const files: TextFile[] = []
    for (const file of isSmall(inspected, watch.report) ? inspected : []) {
      const bytes = bytesAgain(file, this.#sources.progress)
      const text = await reporting(watch.report, () =>
        readSmall(file.path, { ...file, delimiter }, bytes, watch.report),
      )
      if (text) files.push(text)
    }
    const rows = readRows(SHAPES[table] as Shape, files, input, watch.report)
    const whole = !watch.erred && this.#table(table).whole
    if (whole) checkExpected(table, input, totalsOf(rows), watch.report)
    else this.#faulty.add(table)
    bounded.close()
    return rows as unknown as RowsOf<T>
  }

  async sumActivity(plan: ActivityPlan): Promise<ActivitySums> {
    const bounded = new BoundedReport(this.#sources.report)
    const watch = new ErrorWatch(bounded.report)
    const input = this.#input('activity')
    const fold = new ActivityFold(plan, watch.report, input)
    await this.#read('activity', fold, watch.report)
    const sums = fold.close()
    const whole = this.#table('activity').whole && !watch.erred
    if (whole) checkExpected('activity', input, fold.totals, watch.report)
    bounded.close()
    return sums
  }

  async sumBalances(plan: BalancePlan): Promise<BalanceSums> {
    const bounded = new BoundedReport(this.#sources.report)
    const watch = new ErrorWatch(bounded.report)
    const fold = new BalanceFold(plan, bounded.report)
    await this.#read('balances', fold, watch.report)
    const sums = fold.close(this.#table('balances').whole && !watch.erred)
    bounded.close()
    return sums
  }

  #table(table: TableName): ScannedTable {
    return this.#sources.tables.get(table) ?? NONE
  }

  #input(table: TableName): TableInput {
    return inputOf(this.#sources, table)
  }

  /** Has a fold take the rows of all files of a table; `report` is told what is no row of it. */
  async #read(table: 'balances' | 'activity', fold: Fold, report: Report): Promise<void> {
    const { aliases, delimiter } = this.#input(table)
    for (const file of this.#table(table).files) {
      await reporting(report, async () => {
        const bytes = bytesAgain(file, this.#sources.progress)
        const csv = await openCsv(file.path, { ...file, delimiter }, bytes, report)
        if (!csv) return
        const { header, blocks } = csv
        const map = matchHeader(SHAPES[table], header.cells, aliases, header.at, report)
        if (!map) return void (await blocks.return(undefined))
        const take = fold.begin(file.path, map)
        for await (const block of blocks) take(block)
      })
    }
  }
}

/** What sums a large table: for each file it takes the header and then block after block. */
interface Fold {
  begin(file: string, map: HeaderMap): (block: Block) => void
}

/** Whether a table has a row, or something in the place of one, which will be told when it is read. */
async function mayHaveRows({ files, whole }: ScannedTable, delimiter: string): Promise<boolean> {
  if (!whole) return true
  for (const file of files) if (await beginsWithRow(file, delimiter)) return true
  return false
}

async function beginsWithRow(file: Inspected, delimiter: string): Promise<boolean> {
  const watch = new ErrorWatch(() => {})
  const first = await reporting(watch.report, async () => {
    const csv = await openCsv(
      file.path,
      { ...file, delimiter },
      bytesAgain(file, () => {}),
      watch.report,
    )
    const block = await csv?.blocks.next()
    await csv?.blocks.return(undefined)
    return block
  })
  return watch.erred || first?.done === false
}
