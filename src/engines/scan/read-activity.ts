import type { Report } from '../../core/findings/finding.ts'
import type { ActivityPlan, ActivitySums } from '../../core/tables/engine.ts'
import type { ReadTotals } from '../../core/tables/expected.ts'
import type { TableInput } from '../../core/tables/input-forms.ts'
import { activity } from '../../core/tables/shapes.ts'
import { exact, ZERO } from '../../core/values/exact.ts'
import { readableFile } from '../bytes/headers.ts'
import { percentOf } from '../bytes/percent.ts'
import type { Range } from '../bytes/range.ts'
import { MergedRanges } from '../bytes/range-findings.ts'
import { type ReadableFile, splitFiles, wholeFiles } from '../bytes/split.ts'
import type { Threads } from '../bytes/threads.ts'
import { MOST_ON_ONE_THREAD } from '../csv/limits.ts'
import { reporting } from '../files/file-fault.ts'
import { checkUnchanged, type Glanced } from '../files/inspect.ts'
import type { Progress } from '../files/progress.ts'
import { cellsOf } from './activity-cells.ts'
import type { ActivityRead } from './activity-part.ts'
import type { BoundedReport } from './bounded.ts'
import { share } from './seen-rows.ts'

/** How `activity` is to be read, and who is told. */
interface ActivityReading {
  readonly files: readonly Glanced[]
  readonly input: TableInput
  readonly workers: number
  readonly threads: Threads
  readonly progress: Progress
}

/** The sums of the table, and what it holds as its files have it. */
interface ActivityTold {
  readonly sums: ActivitySums
  readonly totals: ReadTotals
}

/**
 * Reads `activity`, a large one in parts at the same time, hoping that no quoted cell spans a cut and that no two parts have
 * a ref or a whole row in common. Where that does not hold, it is read again in one part, so that the result does not
 * depend on the parts.
 */
export async function readActivity(
  { files, input, workers, threads, progress }: ActivityReading,
  plan: ActivityPlan,
  bounded: BoundedReport,
  report: Report,
): Promise<ActivityTold> {
  const readable: ReadableFile[] = []
  for (const file of files) {
    const found = await reporting(report, () => readableFile(file, activity, input, report))
    if (found) readable.push(found)
  }
  const size = readable.reduce((sum, file) => sum + file.size, 0)
  const isLarge = size > MOST_ON_ONE_THREAD
  const read = (parts: readonly (readonly Range[])[]) => {
    const told = percentOf('activity', size, progress)
    const tasks = parts.map((ranges) => ({
      ...{ table: 'activity' as const, ranges, plan, input, isOneOfMany: parts.length > 1 },
    }))
    return Promise.all(tasks.map((task) => threads.run(task, { read: told, learnt: () => {} })))
  }
  let parts = isLarge && workers > 1 ? splitFiles(readable, workers) : [wholeFiles(readable)]
  let done = await read(parts)
  if (!fitTogether(parts, done)) {
    parts = [wholeFiles(readable)]
    done = await read(parts)
  }
  const ranges = new MergedRanges()
  for (const [index, { ranges: found }] of done.entries()) ranges.add(parts[index] ?? [], found)
  ranges.tell(bounded, report)
  ranges.ids.close(input.endingInZeros, report)
  for (const file of files) await reporting(report, async () => checkUnchanged(file))
  const rows = done.flatMap((part) => part.ranges).reduce((sum, { records }) => sum + records, 0)
  return { sums: { rows, cells: cellsOf(done, plan.names) }, totals: totalsOf(rows, done) }
}

/** Whether each part but the last of its file ended with a record, and no two have a row in common. */
function fitTogether(parts: readonly (readonly Range[])[], done: readonly ActivityRead[]): boolean {
  const whole = done.every(({ ranges }, part) =>
    ranges.every(({ endsWhole }, index) => endsWhole || parts[part]?.[index]?.to === undefined),
  )
  const apart = done.every((one, index) =>
    done.slice(index + 1).every((other) => !share(one.refs, other.refs) && !share(one.rows, other.rows)),
  )
  return whole && apart
}

/** What was read, to be held against what the source of the table states. */
function totalsOf(rows: number, done: readonly ActivityRead[]): ReadTotals {
  const sumOf = (column: 'quantity' | 'amount') => done.reduce((sum, part) => sum + part[column], 0n)
  return {
    rows,
    sum: (column) => {
      if (column === 'quantity') return exact(sumOf(column), 10_000n)
      return column === 'amount' ? exact(sumOf(column), 100n) : ZERO
    },
  }
}
