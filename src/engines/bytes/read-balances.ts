import type { Report } from '../../core/findings/finding.ts'
import type { BalancePlan } from '../../core/tables/engine.ts'
import type { TableInput } from '../../core/tables/input-forms.ts'
import { ErrorWatch } from '../error-watch.ts'
import { reporting } from '../files/file-fault.ts'
import { checkUnchanged } from '../files/inspect.ts'
import { BoundedReport } from '../scan/bounded.ts'
import type { AccountData } from './account-table.ts'
import { type Seed, type Snapshots, seedAgain } from './balance-books.ts'
import { type Headed, readHeaderClosely } from './headers.ts'
import { MergedParts } from './merge.ts'
import type { PartRead } from './part.ts'
import { percentOf } from './percent.ts'
import type { Range } from './range.ts'
import { UnexpectedBytes } from './record-buffer.ts'
import { splitToLearn, wholeFiles } from './split.ts'
import type { PartDone } from './thread-task.ts'
import type { Threads } from './threads.ts'

/** How `balances` is to be read, and who is told. */
export interface BalanceReading {
  readonly files: readonly Headed[]
  /** How the bank writes the table. */
  readonly input: TableInput
  /** In how many parts the table is read at the same time. */
  readonly workers: number
  readonly threads: Threads
  readonly report: Report
  readonly progress: (text: string) => void
}

/** The table as read, and whether every file of it could be read and no row was refused for its cells. */
interface BalancesRead {
  readonly merged: MergedParts
  readonly whole: boolean
}

/**
 * Reads `balances` in parts at the same time, hoping that what a first look at the files tells holds: that they are in
 * the encoding they seem to be in, that no quoted cell spans a cut, that no account has rows of one day in two parts.
 * Where it does not hold, nothing is told yet, and the table is read again knowing better. So the result does not depend
 * on the parts.
 */
export async function readBalances(reading: BalanceReading, plan: BalancePlan): Promise<BalancesRead> {
  const bounded = new BoundedReport(reading.report)
  const watch = new ErrorWatch(bounded.report)
  let { files } = reading
  // An account's rows that tell changes belong together, so that such a table is not cut.
  let workers = reading.input.snapshots === 'daily' ? reading.workers : 1
  let snapshots: Snapshots = reading.input.snapshots
  for (;;) {
    const read = await attempt(files, workers, plan, snapshots, reading)
    if (read instanceof UnexpectedBytes) files = await lookedAgain(files, read.file, reading)
    else if (read === 'cut') workers = 1
    else if (!(read instanceof MergedParts)) snapshots = read
    else {
      for (const file of files) file.tell(watch.report)
      read.ranges.tell(bounded, watch.report)
      for (const { file } of files) await reporting(watch.report, async () => checkUnchanged(file))
      bounded.close()
      return { merged: read, whole: !watch.erred }
    }
  }
}

/** Reads all files in parts, or tells what must be known to do so: that it cannot be cut there, or the days of rows. */
async function attempt(
  headed: readonly Headed[],
  workers: number,
  plan: BalancePlan,
  snapshots: Snapshots,
  { threads, progress }: BalanceReading,
): Promise<MergedParts | UnexpectedBytes | AccountData | 'cut'> {
  const files = headed.flatMap(({ readable }) => readable ?? [])
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const parts = workers > 1 ? splitToLearn(files, workers) : [wholeFiles(files)]
  const done = await readAll(parts, plan, snapshots, threads, percentOf('balances', total, progress))
  const read: PartRead[] = []
  for (const each of done) {
    if ('unexpected' in each) return new UnexpectedBytes(each.unexpected)
    read.push(each.part)
  }
  const disordered = read.find(({ isDisordered }) => isDisordered)
  return disordered ? disordered.accounts : (merge(parts, read, plan) ?? 'cut')
}

/** Reads the parts at the same time, once the first has learnt what it can teach the others. */
async function readAll(
  parts: readonly (readonly Range[])[],
  plan: BalancePlan,
  snapshots: Snapshots,
  threads: Threads,
  read: (bytes: number) => void,
): Promise<readonly PartDone[]> {
  const [first = [], ...others] = parts
  const task = { table: 'balances' as const, plan, snapshots, seed: undefined, teaches: others.length > 0 }
  let teach: (seed: Seed | undefined) => void = () => {}
  const learnt = new Promise<Seed | undefined>((resolve) => {
    teach = resolve
  })
  const teacher = threads.run({ ...task, ranges: first }, { read, learnt: teach })
  // Whatever becomes of the first part, the others need not wait any longer.
  const ended = teacher.then(() => undefined)
  const seed = others.length > 0 ? await Promise.race([learnt, ended]) : undefined
  const pupils = others.map((ranges, index) => {
    // Each needs one of its own.
    const own = index < others.length - 1 ? seed && seedAgain(seed) : seed
    return threads.run({ ...task, ranges, seed: own, teaches: false }, { read, learnt: () => {} })
  })
  return Promise.all([teacher, ...pupils])
}

function merge(
  parts: readonly (readonly Range[])[],
  read: readonly PartRead[],
  plan: BalancePlan,
): MergedParts | undefined {
  const merged = new MergedParts(plan)
  for (const [index, ranges] of parts.entries()) {
    const part = read[index]
    const fits = part?.ranges.every(({ endsWhole }, at) => endsWhole || ranges[at]?.to === undefined)
    if (!part || !fits || !merged.absorb(ranges, part)) return undefined
  }
  return merged
}

/** Reads the header of the file that surprised again, now knowing all its bytes. */
async function lookedAgain(
  files: readonly Headed[],
  path: string,
  { input, progress }: BalanceReading,
): Promise<readonly Headed[]> {
  const again: Headed[] = []
  for (const headed of files) {
    const { file } = headed
    again.push(file.path === path ? await readHeaderClosely(file, input, progress) : headed)
  }
  return again
}
