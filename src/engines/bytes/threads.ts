import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Seed } from './balance-books.ts'
import type { Listener } from './part.ts'
import { type DoneOf, doTask, type Task } from './thread-task.ts'

/** What a thread says of its task. */
export type ThreadSays =
  | { readonly read: number }
  | { readonly learnt: Seed }
  | { readonly done: DoneOf<Task> }
  | { readonly defect: string }

const THREAD = new URL('./scan-thread.js', import.meta.url)

/** Enough for what a task leaves behind in a moment; more would only stay in use. */
const LIMITS = { maxYoungGenerationSizeMb: 8 }

/**
 * Threads that do tasks beside this one. They start early, so that they are ready by the time there is something to do.
 * Where there are none, or run from source, where no thread's program is built, tasks are done here.
 */
export class Threads {
  readonly #idle: Worker[]

  constructor(count: number) {
    const isBuilt = count > 0 && existsSync(THREAD)
    this.#idle = isBuilt ? Array.from({ length: count }, startThread) : []
  }

  /** Does a task. */
  async run<T extends Task>(task: T, listener: Listener): Promise<DoneOf<T>> {
    const thread = this.#idle.pop()
    if (!thread) return doTask(task, listener)
    try {
      return (await taskOn(thread, task, listener)) as DoneOf<T>
    } finally {
      this.#idle.push(thread)
    }
  }

  /** Ends all threads that have nothing to do. */
  async close(): Promise<void> {
    await Promise.all(this.#idle.map((thread) => thread.terminate()))
    this.#idle.length = 0
  }
}

function startThread(): Worker {
  const thread = new Worker(THREAD, { resourceLimits: LIMITS })
  thread.unref()
  return thread
}

function taskOn(thread: Worker, task: Task, listener: Listener): Promise<DoneOf<Task>> {
  return new Promise((resolve, reject) => {
    const onMessage = (says: ThreadSays) => {
      if ('read' in says) return listener.read(says.read)
      if ('learnt' in says) return listener.learnt(says.learnt)
      end()
      if ('done' in says) resolve(says.done)
      else reject(new Error(says.defect))
    }
    const end = () => {
      thread.unref()
      thread.off('message', onMessage).off('error', reject).off('exit', onExit)
    }
    const onExit = () => reject(new Error('a thread ended before its task was done'))
    thread.ref()
    thread.on('message', onMessage).on('error', reject).on('exit', onExit)
    thread.postMessage(task)
  })
}
