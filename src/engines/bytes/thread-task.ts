import { hashFile } from '../files/hash.ts'
import { type Listener, type PartRead, type PartTask, readPart } from './part.ts'
import { UnexpectedBytes } from './record-buffer.ts'

/** Something that can be done on a thread of its own. Plain data. */
export type Task = { readonly hash: string } | PartTask

/** What comes of it: a hash, what the part came to, or that its bytes are not what they seemed. */
export type TaskDone =
  | { readonly sha256: string }
  | { readonly part: PartRead }
  | { readonly unexpected: string }
  | { readonly unreadable: string }

/** Does a task on this thread. */
export async function doTask(task: Task, listener: Listener): Promise<TaskDone> {
  if ('hash' in task) return hashed(task.hash)
  try {
    return { part: await readPart(task, listener) }
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
