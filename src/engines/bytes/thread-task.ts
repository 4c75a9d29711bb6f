import { type Hashes, hashAll } from '../files/hash.ts'
import { type ActivityRead, type ActivityTask, readActivityPart } from '../scan/activity-part.ts'
import { type Listener, type PartRead, type PartTask, readPart } from './part.ts'
import { UnexpectedBytes } from './record-buffer.ts'

/** The files to be hashed, by their real paths. */
interface HashTask {
  readonly hash: readonly string[]
}

/** What a thread can do: read a part of one of the large tables, or hash files. Plain data. */
export type Task = PartTask | ActivityTask | HashTask

/** What reading a part of `balances` came to, or that the bytes of a file are not what they seemed. */
export type PartDone = { readonly part: PartRead } | { readonly unexpected: string }

/** What comes of a task. */
export type DoneOf<T extends Task> = T extends ActivityTask
  ? ActivityRead
  : T extends HashTask
    ? Hashes
    : PartDone

/** Does a task on this thread. */
export async function doTask<T extends Task>(task: T, listener: Listener): Promise<DoneOf<T>> {
  return (await doneOf(task, listener)) as DoneOf<T>
}

async function doneOf(task: Task, listener: Listener): Promise<DoneOf<Task>> {
  if ('hash' in task) return hashAll(task.hash)
  if (task.table === 'activity') return readActivityPart(task, listener.read)
  try {
    return { part: await readPart(task, listener) }
  } catch (error) {
    if (error instanceof UnexpectedBytes) return { unexpected: error.file }
    throw error
  }
}
