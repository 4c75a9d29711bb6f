import { availableParallelism } from 'node:os'
import type { Report } from '../../core/findings/finding.ts'
import type {
  ActivityPlan,
  ActivitySums,
  BalancePlan,
  BalanceSums,
  Engine,
} from '../../core/tables/engine.ts'
import { checkExpected, totalsOf } from '../../core/tables/expected.ts'
import { PLAIN_TABLE, type TableInput } from '../../core/tables/input-forms.ts'
import type { InputsFile } from '../../core/tables/inputs-file.ts'
import { readRows, type TextFile } from '../../core/tables/rows.ts'
import type { Shape } from '../../core/tables/shape.ts'
import { type RowsOf, SHAPES, type SmallTable, type TableName } from '../../core/tables/shapes.ts'
import { later } from '../../core/values/later.ts'
import { balanceSums } from '../bytes/balance-sums.ts'
import { type Headed, readHeader } from '../bytes/headers.ts'
import { readBalances } from '../bytes/read-balances.ts'
import { Threads } from '../bytes/threads.ts'
import { MOST_ON_ONE_THREAD } from '../csv/limits.ts'
import { openCsv } from '../csv/read.ts'
import { isSmall, readSmall } from '../csv/small.ts'
import { ErrorWatch } from '../error-watch.ts'
import { fileFault, reporting } from '../files/file-fault.ts'
import type { Hashes } from '../files/hash.ts'
import { bytesAgain, checkUnchanged, type Glanced } from '../files/inspect.ts'
import type { Progress } from '../files/progress.ts'
import { BoundedReport } from './bounded.ts'
import { readActivity } from './read-activity.ts'

/** The files of a table as they will be read. */
export interface ScannedTable {
  readonly files: readonly Glanced[]
  /** Whether none of the table's files was refused. */
  readonly whole: boolean
}

/** What the engine needs to read: tables, how the bank writes them, and who is told. */
interface Sources {
  readonly tables: ReadonlyMap<TableName, ScannedTable>
  readonly inputs: InputsFile
  /** On how many threads a large table is read. */
  readonly workers: number
  readonly report: Report
  readonly progress: Progress
}

/** A file that a run has read, by its path in the input folder, and the hash of its bytes as they lie. */
export interface ReadFile {
  readonly path: string
  readonly sha256: string
}

const NO_HASHES: Promise<Hashes> = Promise.resolve(new Map())
const NONE: ScannedTable = { files: [], whole: true }

const inputOf = ({ inputs }: Sources, table: TableName): TableInput => inputs.get(table) ?? PLAIN_TABLE

/** The engine for CSV: reads each large table once, strictly, summing as it reads. */
export class ScanEngine implements Engine {
  readonly tables: ReadonlySet<TableName>
  readonly #sources: Sources
  readonly #filled: ReadonlySet<TableName>
  /** The files of `balances` with their headers, so that their rows can be read at once. */
  readonly #headed: readonly Headed[]
  readonly #threads: Threads
  #hashing: Promise<Hashes> | undefined
  /** Small tables of which something was refused. */
  readonly #faulty = new Set<SmallTable>()

  /** Opens the engine on tables that were looked at. */
  static async open(sources: Sources): Promise<ScanEngine> {
    const filled = new Set<TableName>()
    for (const [name, table] of sources.tables) {
      if (await mayHaveRows(table, inputOf(sources, name).delimiter)) filled.add(name)
    }
    const { files } = sources.tables.get('balances') ?? NONE
    const headed: Headed[] = []
    for (const file of files)
      headed.push(await readHeader(file, inputOf(sources, 'balances'), sources.progress))
    return new ScanEngine(sources, filled, headed)
  }

  private constructor(sources: Sources, filled: ReadonlySet<TableName>, headed: readonly Headed[]) {
    this.tables = new Set(sources.tables.keys())
    this.#sources = sources
    this.#filled = filled
    this.#headed = headed
    // One more for the hash.
    const isLarge = (['balances', 'activity'] as const).some((table) => isOnThreads(this.#table(table).files))
    this.#threads = new Threads(isLarge ? sources.workers + 1 : 0)
    if (availableParallelism() > sources.workers + 1) this.#hash()
  }

  /**
   * The files of all tables with the hashes of their bytes, once they were read; a finding tells of one that has changed since
   * it was looked at, so that the hash may be of other bytes than the rows.
   */
  async files(): Promise<readonly ReadFile[]> {
    const { tables, report } = this.#sources
    const hashes = await this.#hash()
    this.#threads.close()
    for (const file of this.#glanced) await reporting(report, async () => checkHashed(file, hashes))
    const all = [...tables.values()].flatMap(({ files }) => files)
    return all.map(({ path, real, sha256 }) => ({ path, sha256: sha256 ?? hashes.get(real) ?? '' }))
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
    const { workers, progress } = this.#sources
    const { files, whole: allFiles } = this.#table('activity')
    const reading = { files, input, workers, threads: this.#threads, progress }
    const { sums, totals } = await readActivity(reading, plan, bounded, watch.report)
    const whole = allFiles && !watch.erred
    if (whole) checkExpected('activity', input, totals, watch.report)
    bounded.close()
    return sums
  }

  async sumBalances(plan: BalancePlan): Promise<BalanceSums> {
    const { report, workers, progress } = this.#sources
    const table = this.#table('balances')
    const threads = this.#threads
    const input = this.#input('balances')
    const reading = { files: this.#headed, input, workers, threads, report, progress }
    const reads = readBalances(reading, plan)
    this.#hash()
    const { merged, whole } = await reads
    threads.close()
    return balanceSums(merged, plan, input, table.whole && whole, report)
  }

  /**
   * Hashes the files that were only glanced at. That is begun at once where there is a processor for it beside those of this
   * thread and the ones that read; else with the rows, while this thread waits.
   */
  #hash(): Promise<Hashes> {
    const hash = this.#glanced.map(({ real }) => real)
    this.#hashing ??= hash.length > 0 ? later(this.#threads.run({ hash })) : NO_HASHES
    return this.#hashing
  }

  /** The files of which not all bytes were looked at before their rows. */
  get #glanced(): readonly Glanced[] {
    return this.#table('balances').files.filter(({ sha256 }) => sha256 === undefined)
  }

  #table(table: TableName): ScannedTable {
    return this.#sources.tables.get(table) ?? NONE
  }

  #input(table: TableName): TableInput {
    return inputOf(this.#sources, table)
  }
}

const isOnThreads = (files: readonly Glanced[]): boolean =>
  files.reduce((sum, { size }) => sum + size, 0) > MOST_ON_ONE_THREAD

/** A file that could not be hashed, or has changed since, is a fault. */
function checkHashed(file: Glanced, hashes: Hashes): void {
  checkUnchanged(file)
  if (!hashes.has(file.real))
    throw fileFault('file-unreadable', file.path, { file: file.path, reason: 'EIO' })
}

/** Whether a table has a row, or something in the place of one, which will be told when it is read. */
async function mayHaveRows({ files, whole }: ScannedTable, delimiter: string): Promise<boolean> {
  if (!whole) return true
  for (const file of files) if (await beginsWithRow(file, delimiter)) return true
  return false
}

async function beginsWithRow(file: Glanced, delimiter: string): Promise<boolean> {
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
