import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { hashFile } from './hash.ts'

/** Hashes by real path; without the files that could not be read. */
export type Hashes = ReadonlyMap<string, string>

const THREAD = new URL('./hash-thread.js', import.meta.url)

/**
 * Hashes files on a thread of its own, beside everything else; here where it is run from source, where no thread's program
 * is built.
 */
export function hashBeside(reals: readonly string[]): Promise<Hashes> {
  if (reals.length === 0 || !existsSync(THREAD)) return Promise.resolve(hashAll(reals))
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, { workerData: reals })
    thread.once('message', resolve).once('error', reject)
  })
}

/** Hashes files one after the other. */
export function hashAll(reals: readonly string[]): Hashes {
  const hashes = new Map<string, string>()
  for (const real of reals) {
    try {
      hashes.set(real, hashFile(real))
    } catch {
      // What is wrong with a file is told where its rows are read.
    }
  }
  return hashes
}
