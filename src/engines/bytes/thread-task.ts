import { type ActivityRead, type ActivityTask, readActivityPart } from '../scan/activity-part.ts'
import { type Listener, type PartRead, type PartTask, readPart } from './part.ts'
import { UnexpectedBytes } from './record-buffer.ts'

/** What a thread can do: read a part of one of the large tables. Plain data. */
export type Task = PartTask | ActivityTask

/** What reading a part of `balances` came to, or that the bytes of a file are not what they seemed. */
export type PartDone = { readonly part: PartRead } | { readonly unexpected: string }

/** What comes of a task. */
export type DoneOf<T extends Task> = T extends ActivityTask ? ActivityRead : PartDone

/** Does a task on this thread. */
export async function doTask<T extends Task>(task: T, listener: Listener): Promise<DoneOf<T>> {
  const done = task.table === 'activity' ? readActivityPart(task, listener.read) : readOrTell(task, listener)
  return (await done) as DoneOf<T>
}

async function readOrTell(task: PartTask, listener: Listener): Promise<PartDone> {
  try {
    return { part: await readPart(task, listener) }
  } catch (error) {
    if (error instanceof UnexpectedBytes) return { unexpected: error.file }
    throw error
  }
}
