import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type InputFile, reasonOf } from './entries.ts'
import { FileFault, fileFault } from './file-fault.ts'

/** Bytes read at a time: large enough to be quick, small enough that what is made of them stays in near memory. */
const CHUNK = 256 * 1024

/** Exports pack to a tenth or a fiftieth of their size; the format allows a thousandth. */
const MOST_RATIO = 300
/** Below this many unpacked bytes the ratio says nothing and does no harm. */
const HARMLESS = 64 * 1024 * 1024

/** The bytes of a file of the input folder, unpacked where it is packed; `onRaw` sees them as they lie. */
export async function* bytesOf(
  file: InputFile,
  onRaw: (bytes: Buffer) => void = () => {},
): AsyncGenerator<Buffer> {
  const raw = rawBytesOf(file, onRaw)
  try {
    yield* file.path.endsWith('.gz') ? unpacked(file, raw) : raw
  } catch (error) {
    throw faultOf(file, error) ?? error
  }
}

async function* rawBytesOf(file: InputFile, onRaw: (bytes: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const bytes of createReadStream(file.real, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    onRaw(bytes)
    yield bytes
  }
}

async function* unpacked(file: InputFile, raw: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK })
  // Errors of both ends arrive at the loop below.
  pipeline(raw, gunzip, () => {})
  let size = 0
  for await (const bytes of gunzip as AsyncIterable<Buffer>) {
    size += bytes.length
    if (size > HARMLESS && size > gunzip.bytesWritten * MOST_RATIO) {
      throw fileFault('gzip-bomb', file.path, { file: file.path, ratio: MOST_RATIO })
    }
    yield bytes
  }
}

function faultOf({ path: file }: InputFile, error: unknown): FileFault | undefined {
  if (error instanceof FileFault) return error
  const reason = reasonOf(error)
  if (reason === 'Z_BUF_ERROR') return fileFault('gzip-cut', file, { file })
  if (reason.startsWith('Z_'))
    return fileFault('gzip-damaged', file, { file, reason: (error as Error).message })
  return error instanceof Error && 'syscall' in error
    ? fileFault('file-unreadable', file, { file, reason })
    : undefined
}
