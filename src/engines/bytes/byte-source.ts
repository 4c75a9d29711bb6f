import { closeSync, openSync, readSync } from 'node:fs'
import { bytesOf } from '../files/bytes.ts'
import { type InputFile, reasonOf } from '../files/entries.ts'
import { fileFault } from '../files/file-fault.ts'

/** Puts the next bytes of a file into a buffer and gives how many there were; 0 where none follow. */
export type ByteSource = (into: Buffer) => number | Promise<number>

/** Opens a stretch of a file: the bytes as they lie, or unpacked. `close` is called when no more are wanted. */
export function openBytes(
  file: InputFile,
  from: number,
  to: number | undefined,
): { readonly read: ByteSource; readonly close: () => void } {
  return file.path.endsWith('.gz') ? unpackedBytes(file) : plainBytes(file, from, to)
}

function plainBytes({ path, real }: InputFile, from: number, to = Number.POSITIVE_INFINITY) {
  const unreadable = (error: unknown) =>
    fileFault('file-unreadable', path, { file: path, reason: reasonOf(error) })
  const attempt = (action: () => number): number => {
    try {
      return action()
    } catch (error) {
      throw unreadable(error)
    }
  }
  const descriptor = attempt(() => openSync(real, 'r'))
  let at = from
  const read: ByteSource = (into) => {
    const count = attempt(() => readSync(descriptor, into, 0, Math.min(into.length, to - at), at))
    at += count
    return count
  }
  return { read, close: () => closeSync(descriptor) }
}

function unpackedBytes(file: InputFile) {
  const pieces = bytesOf(file)
  let rest: Buffer = Buffer.alloc(0)
  const read: ByteSource = async (into) => {
    while (rest.length === 0) {
      const next = await pieces.next()
      if (next.done) return 0
      rest = next.value
    }
    const count = rest.copy(into)
    rest = rest.subarray(count)
    return count
  }
  return { read, close: () => void pieces.return(undefined) }
}
