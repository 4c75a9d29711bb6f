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
 * Threads that do tasks beside this one. The first starts at once, so that it is ready by the time there is something to do, each
 * other one when it is needed; a task waits until one is free. Where there are none, or run from source, where no thread's
 * program is built, tasks are done here.
 */
export class Threads {
  readonly #idle: Worker[]
  readonly #waiting: ((thread: Worker) => void)[] = []
  readonly #some: boolean
  /** So many more may be started. */
  #more: number

  /** Threads for so many tasks at a time, but no more than there are processors: they would only take turns. */
  constructor(count: number) {
    this.#some = count > 0 && existsSync(THREAD)
    this.#idle = this.#some ? [startThread()] : []
    this.#more = Math.min(count, Math.max(availableParallelism(), 2)) - this.#idle.length
  }

  /** Does a task. */
  async run<T extends Task>(task: T, listener: Listener = NOBODY): Promise<DoneOf<T>> {
    if (!this.#some) return doTask(task, listener)
    const thread = this.#idle.pop() ?? this.#another() ?? (await this.#free())
    try {
      return (await taskOn(thread, task, listener)) as DoneOf<T>
    } finally {
      const next = this.#waiting.shift()
      if (next) next(thread)
      else this.#idle.push(thread)
    }
  }

  #another(): Worker | undefined {
    if (this.#more === 0) return undefined
    this.#more -= 1
    return startThread()
  }

  /** The thread that is free next. */
  #free(): Promise<Worker> {
    return new Promise((resolve) => this.#waiting.push(resolve))
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
