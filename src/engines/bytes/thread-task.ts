import type { BalancePlan } from '../../core/tables/engine.ts'
import { hashFile } from '../files/hash.ts'
import type { Snapshots } from './balance-books.ts'
import { type PartRead, readPart } from './part.ts'
import type { Range } from './range.ts'
import { UnexpectedBytes } from './record-buffer.ts'

/** Something that can be done on a thread of its own. Plain data. */
export type Task =
  | { readonly hash: string }
  | { readonly ranges: readonly Range[]; readonly plan: BalancePlan; readonly snapshots: Snapshots }

/** What comes of it: a hash, what the part came to, or that its bytes are not what they seemed. */
export type TaskDone =
  | { readonly sha256: string }
  | { readonly part: PartRead }
  | { readonly unexpected: string }
  | { readonly unreadable: string }

/** Does a task on this thread; `progress` is told of bytes read. */
export async function doTask(task: Task, progress: (bytes: number) => void): Promise<TaskDone> {
  if ('hash' in task) return hashed(task.hash)
  try {
    return { part: await readPart(task.ranges, task.plan, task.snapshots, progress) }
  } catch (error) {
    if (error instanceof UnexpectedBytes) return { unexpected: error.file }
    throw error
  }
}

function hashed(real: string): TaskDone {
  try {
    return { sha256: hashFile(real) }
  } catch {
    return { unreadable: real }
  }
}
