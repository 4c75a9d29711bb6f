import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

const PIECE = 1024 * 1024

/** The SHA-256 of a file's bytes as they lie; throws what the system says where it cannot be read. */
function hashFile(real: string): string {
  const hash = createHash('sha256')
  const bytes = Buffer.allocUnsafeSlow(PIECE)
  const descriptor = openSync(real, 'r')
  try {
    for (let count = 1; count > 0; ) {
      count = readSync(descriptor, bytes)
      hash.update(bytes.subarray(0, count))
    }
  } finally {
    closeSync(descriptor)
  }
  return hash.digest('hex')
}

/** Hashes by real path; without the files that could not be read. */
export type Hashes = ReadonlyMap<string, string>

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
