import { parentPort } from 'node:worker_threads'
import { doTask, type Task } from './thread-task.ts'
import type { ThreadSays } from './threads.ts'

/** The program of a thread: does the tasks it is sent, one after the other. */
const say = (says: ThreadSays) => parentPort?.postMessage(says)

parentPort?.on('message', async (task: Task) => {
  try {
    const done = await doTask(task, {
      read: (bytes) => say({ read: bytes }),
      learnt: (seed) => say({ learnt: seed }),
    })
    say({ done })
  } catch (error) {
    say({ defect: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
