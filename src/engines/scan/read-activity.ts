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
  reading: ActivityReading,
  plan: ActivityPlan,
  bounded: BoundedReport,
  report: Report,
): Promise<ActivityTold> {
  const { files, input, workers } = reading
  const readable: ReadableFile[] = []
  for (const file of files) {
    const found = await reporting(report, () => readableFile(file, activity, input, report))
    if (found) readable.push(found)
  }
  const isLarge = sizeOf(readable) > MOST_ON_ONE_THREAD
  let parts: Parts = isLarge && workers > 1 ? splitFiles(readable, workers) : [wholeFiles(readable)]
  let done = await readParts(parts, sizeOf(readable), reading, plan)
  if (!fitTogether(parts, done)) {
    parts = [wholeFiles(readable)]
    done = await readParts(parts, sizeOf(readable), reading, plan)
  }
  const ranges = new MergedRanges()
  for (const [index, { ranges: found }] of done.entries()) ranges.add(parts[index] ?? [], found)
  ranges.tell(bounded, report)
  ranges.ids.close(input.endingInZeros, report)
  for (const file of files) await reporting(report, async () => checkUnchanged(file))
  const rows = done.flatMap((part) => part.ranges).reduce((sum, { records }) => sum + records, 0)
  return { sums: { rows, cells: cellsOf(done, plan.names) }, totals: totalsOf(rows, done) }
}

type Parts = readonly (readonly Range[])[]

const sizeOf = (files: readonly ReadableFile[]): number => files.reduce((sum, { size }) => sum + size, 0)

/** Reads the parts at the same time. */
function readParts(
  parts: Parts,
  size: number,
  { input, threads, progress }: ActivityReading,
  plan: ActivityPlan,
): Promise<readonly ActivityRead[]> {
  const listener = { read: percentOf('activity', size, progress), learnt: () => {} }
  const common = { table: 'activity' as const, plan, input, isOneOfMany: parts.length > 1 }
  return Promise.all(parts.map((ranges) => threads.run({ ...common, ranges }, listener)))
}

/** Whether each part but the last of its file ended with a record, and no two have a row in common. */
function fitTogether(parts: Parts, done: readonly ActivityRead[]): boolean {
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
