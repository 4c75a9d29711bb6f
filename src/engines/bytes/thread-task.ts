import { type Listener, type PartRead, type PartTask, readPart } from './part.ts'
import { UnexpectedBytes } from './record-buffer.ts'

/** What comes of reading a part: what it came to, or that the bytes of a file are not what they seemed. */
export type PartDone = { readonly part: PartRead } | { readonly unexpected: string }

/** Reads a part on this thread. */
export async function doTask(task: PartTask, listener: Listener): Promise<PartDone> {
  try {
    return { part: await readPart(task, listener) }
  } catch (error) {
    if (error instanceof UnexpectedBytes) return { unexpected: error.file }
    throw error
  }
}
