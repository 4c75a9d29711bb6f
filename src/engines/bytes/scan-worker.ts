import { parentPort, workerData } from 'node:worker_threads'
import { readPart } from './part.ts'
import { UnexpectedBytes } from './record-buffer.ts'
import type { WorkerSays, WorkerTask } from './run-parts.ts'

/** The thread that reads one part of `balances`. */
const { ranges, plan }: WorkerTask = workerData
const say = (says: WorkerSays, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(says, transfer)

try {
  const part = await readPart(ranges, plan, (bytes) => say({ read: bytes }))
  const { arena, slots, currency, latestDay, latestLine, latestFile, months } = part.accounts
  const arrays = [arena, slots, currency, latestDay, latestLine, latestFile, ...months.values()]
  say(
    { part },
    arrays.map(({ buffer }) => buffer),
  )
} catch (error) {
  if (error instanceof UnexpectedBytes) say({ unexpected: error.file })
  else say({ defect: error instanceof Error ? (error.stack ?? error.message) : String(error) })
}
