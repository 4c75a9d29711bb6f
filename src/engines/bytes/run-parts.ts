import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { BalancePlan } from '../../core/tables/engine.ts'
import { type PartRead, readPart } from './part.ts'
import type { Range } from './range.ts'
import { UnexpectedBytes } from './record-buffer.ts'

/** What a thread that reads a part is given. */
export interface WorkerTask {
  readonly ranges: readonly Range[]
  readonly plan: BalancePlan
}

/** What it says: bytes read since it last said so, or what the part came to. */
export type WorkerSays =
  | { readonly read: number }
  | { readonly part: PartRead }
  | { readonly unexpected: string }
  | { readonly defect: string }

const WORKER = new URL('./scan-worker.js', import.meta.url)

/** Reads parts at the same time, each on a thread of its own; run from source, where no worker is built, one after the other. */
export function readOnThreads(
  parts: readonly (readonly Range[])[],
  plan: BalancePlan,
  progress: (bytes: number) => void,
): Promise<readonly PartRead[]> {
  if (!existsSync(WORKER)) return readHere(parts, plan, progress)
  const workers = parts.map(
    (ranges) => new Worker(WORKER, { workerData: { ranges, plan } satisfies WorkerTask }),
  )
  const reads = workers.map((worker) => partFrom(worker, progress))
  return Promise.all(reads).finally(() => Promise.all(workers.map((worker) => worker.terminate())))
}

/** Reads parts on this thread, one after the other. */
export async function readHere(
  parts: readonly (readonly Range[])[],
  plan: BalancePlan,
  progress: (bytes: number) => void,
): Promise<readonly PartRead[]> {
  const read: PartRead[] = []
  for (const ranges of parts) read.push(await readPart(ranges, plan, progress))
  return read
}

function partFrom(worker: Worker, progress: (bytes: number) => void): Promise<PartRead> {
  return new Promise((resolve, reject) => {
    worker.on('message', (says: WorkerSays) => {
      if ('read' in says) progress(says.read)
      else if ('part' in says) resolve(says.part)
      else if ('unexpected' in says) reject(new UnexpectedBytes(says.unexpected))
      else reject(new Error(says.defect))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('a reading thread ended before it was done')))
  })
}
