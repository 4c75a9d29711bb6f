import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
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

const NOBODY: Listener = { read: () => {}, learnt: () => {} }

/**
 * Threads that do tasks beside this one. They start early, so that they are ready by the time there is something to do; a task
 * waits until one is free. Where there are none, or run from source, where no thread's program is built, tasks are done here.
 */
export class Threads {
  readonly #idle: Worker[]
  readonly #waiting: ((thread: Worker) => void)[] = []
  readonly #some: boolean

  /** Starts threads for so many tasks at a time, but no more than there are processors: they would only take turns. */
  constructor(count: number) {
    const most = Math.max(availableParallelism(), 2)
    const isBuilt = count > 0 && existsSync(THREAD)
    this.#idle = isBuilt ? Array.from({ length: Math.min(count, most) }, startThread) : []
    this.#some = isBuilt
  }

  /** Does a task. */
  async run<T extends Task>(task: T, listener: Listener = NOBODY): Promise<DoneOf<T>> {
    if (!this.#some) return doTask(task, listener)
    const thread = this.#idle.pop() ?? (await new Promise<Worker>((resolve) => this.#waiting.push(resolve)))
    try {
      return (await taskOn(thread, task, listener)) as DoneOf<T>
    } finally {
      const next = this.#waiting.shift()
      if (next) next(thread)
      else this.#idle.push(thread)
    }
  }

  /** Has all threads end that have nothing to do. */
  close(): void {
    for (const thread of this.#idle) void thread.terminate()
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
