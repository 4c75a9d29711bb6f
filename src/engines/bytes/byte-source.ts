import { closeSync, openSync, readSync } from 'node:fs'
import { bytesOf } from '../files/bytes.ts'
import { type InputFile, reasonOf } from '../files/entries.ts'
import { fileFault } from '../files/file-fault.ts'

/** Puts the next bytes of a file into a buffer and gives how many there were; 0 where none follow. */
export type ByteSource = (into: Buffer) => number | Promise<number>

interface OpenBytes {
  readonly read: ByteSource
  /** Called when no more bytes are wanted. */
  readonly close: () => void
}

/** A stretch of a file that is read. */
export interface Stretch {
  readonly input: InputFile
  readonly from: number
  /** undefined: to the file's end. */
  readonly to: number | undefined
  /** The bytes of the whole file as they lie. */
  readonly size: number
  /** Whether GB18030 is to be read as UTF-8: where the delimiter may also be the second byte of a character. */
  readonly rewritten: boolean
}

/** Opens a stretch of a file: the bytes as they lie, or unpacked. */
export function openBytes({ input, from, to, rewritten }: Stretch): OpenBytes {
  const source = input.path.endsWith('.gz') ? unpackedBytes(input) : plainBytes(input, from, to)
  return rewritten ? inUtf8(source) : source
}

const PIECE = 64 * 1024

/** The bytes of sound GB18030 as UTF-8. */
function inUtf8({ read, close }: OpenBytes): OpenBytes {
  const decoder = new TextDecoder('gb18030', { ignoreBOM: true })
  const piece = Buffer.alloc(PIECE)
  return inPieces(async () => {
    const count = await read(piece)
    return count === 0 ? undefined : Buffer.from(decoder.decode(piece.subarray(0, count), { stream: true }))
  }, close)
}

function plainBytes({ path, real }: InputFile, from: number, to = Number.POSITIVE_INFINITY): OpenBytes {
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

function unpackedBytes(file: InputFile): OpenBytes {
  const pieces = bytesOf(file)
  return inPieces(
    async () => (await pieces.next()).value ?? undefined,
    () => void pieces.return(undefined),
  )
}

/** Bytes that come in pieces of their own size. */
function inPieces(next: () => Promise<Buffer | undefined>, close: () => void): OpenBytes {
  let rest: Buffer | undefined = Buffer.alloc(0)
  const read: ByteSource = async (into) => {
    while (rest?.length === 0) rest = await next()
    if (rest === undefined) return 0
    const count = rest.copy(into)
    rest = rest.subarray(count)
    return count
  }
  return { read, close }
}
