import { parentPort } from 'node:worker_threads'
import { buffersOfSeed } from './balance-books.ts'
import { doTask, type Task, type TaskDone } from './thread-task.ts'
import type { ThreadSays } from './threads.ts'

/** The program of a thread: does the tasks it is sent, one after the other. */
const say = (says: ThreadSays, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(says, transfer)

parentPort?.on('message', async (task: Task) => {
  try {
    const done = await doTask(task, {
      read: (bytes) => say({ read: bytes }),
      learnt: (seed) => say({ learnt: seed }, buffersOfSeed(seed)),
    })
    say({ done }, buffersOf(done))
  } catch (error) {
    say({ defect: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})

/** What is handed over without a copy. */
function buffersOf(done: TaskDone): ArrayBuffer[] {
  if (!('part' in done)) return []
  const { arena, facts, index, months } = done.part.accounts
  return [arena, facts, index, ...months.values()].map(({ buffer }) => buffer)
}
