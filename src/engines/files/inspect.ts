import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import type { Report } from '../../core/findings/finding.ts'
import { CR, countLines, LF } from '../csv/bytes.ts'
import { bytesOf } from './bytes.ts'
import { type Encoding, EncodingTest, withoutBom } from './encoding.ts'
import type { InputFile } from './entries.ts'
import { fileFault, reporting } from './file-fault.ts'
import { linesOf } from './lines.ts'
import { type Progress, progressOf } from './progress.ts'

/** What is known of a file before its rows are read. */
export interface Glanced extends InputFile {
  readonly encoding: Encoding
  /** Its size and the time of its last change, by which a change under our hands is seen. */
  readonly stamp: string
  /** Of the bytes as they lie, packed or not; undefined where they are read only with the rows. */
  readonly sha256: string | undefined
  /** Its bytes, unpacked where all of them were looked at. */
  readonly size: number
}

/** What is known of a file all of whose bytes were looked at. */
export interface Inspected extends Glanced {
  readonly sha256: string
}

/**
 * Looks at every byte of a file once, before any row is read: it is hashed, its encoding is found, and it is refused
 * when it is empty, not in the encoding stated for it or in none that we read, cut off, or not text.
 */
export const inspect = (
  file: InputFile,
  report: Report,
  progress: Progress,
  stated?: Encoding,
): Promise<Inspected | undefined> =>
  reporting(report, async () => {
    const stamp = stampOf(file)
    const hash = createHash('sha256')
    const tell = progressOf(file, progress)
    const raw = bytesOf(file, (bytes) => {
      hash.update(bytes)
      tell(bytes.length)
    })
    const looked = await lookThrough(file, raw, stated)
    return { ...file, ...looked, sha256: hash.digest('hex'), stamp }
  })

/** A file's size and the time of its last change. */
export function stampOf({ path, real }: InputFile): string {
  const found = statSync(real, { throwIfNoEntry: false })
  if (!found) throw fileFault('file-unreadable', path, { file: path, reason: 'ENOENT' })
  return `${found.size} ${found.mtimeMs}`
}

async function lookThrough(
  { path: file }: InputFile,
  bytes: AsyncIterable<Buffer>,
  stated: Encoding | undefined,
): Promise<Pick<Inspected, 'encoding' | 'size'>> {
  const test = new EncodingTest()
  let empty = true
  let size = 0
  let nul: number | undefined
  for await (const { lines, number } of linesOf(file, bytes)) {
    test.see(lines, number)
    size += lines.length
    nul ??= lines.includes(0) ? number + countLines(lines.subarray(0, lines.indexOf(0))) : undefined
    empty &&= isBlank(number === 1 ? withoutBom(lines) : lines)
  }
  if (empty) throw fileFault('file-empty', file, { file })
  const encoding = encodingOf(file, test, stated)
  if (nul !== undefined) throw fileFault('file-nul', file, { file }, nul)
  return { encoding, size }
}

/** The encoding of a file that was tested: the one stated, which it must have, else the one it is found to be in. */
function encodingOf(file: string, test: EncodingTest, stated: Encoding | undefined): Encoding {
  const line = stated && test.faultIn(stated)
  if (stated && line) throw fileFault('file-encoding', file, { file, encoding: stated, line }, line)
  const encoding = stated ?? test.encoding
  if (encoding) return encoding
  const [utf8, gb18030] = [test.faultIn('utf-8'), test.faultIn('gb18030')]
  throw fileFault('file-undecodable', file, { file, utf8, gb18030 }, Math.max(utf8, gb18030))
}

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte === LF || byte === CR)

/** A change of a file since it was looked at is a fault. */
export function checkUnchanged(file: Pick<Inspected, 'path' | 'real' | 'stamp'>): void {
  if (stampOf(file) !== file.stamp) throw fileFault('file-changed', file.path, { file: file.path })
}

/** The bytes of a file that was looked at, a second time. */
export async function* bytesAgain(file: Glanced, progress: Progress): AsyncGenerator<Buffer> {
  checkUnchanged(file)
  const tell = progressOf(file, progress)
  yield* bytesOf(file, (bytes) => tell(bytes.length))
  checkUnchanged(file)
}
