import { createHash } from 'node:crypto'
import type { Report } from '../../core/findings/finding.ts'
import { bytesOf } from './bytes.ts'
import { type Encoding, EncodingTest, withoutBom } from './encoding.ts'
import type { InputFile } from './entries.ts'
import { fileFault, reporting } from './file-fault.ts'
import { linesOf } from './lines.ts'

/** What is known of a file before its rows are read. */
export interface Inspected extends InputFile {
  /** Of the bytes as they lie, packed or not. */
  readonly sha256: string
  readonly encoding: Encoding
}

/**
 * Looks at every byte of a file once, before any row is read: it is hashed, its encoding is found, and it is refused
 * when it is empty, in no encoding that we read, cut off, or not text.
 */
export const inspect = (
  file: InputFile,
  report: Report,
  progress: (bytes: number) => void,
): Promise<Inspected | undefined> =>
  reporting(report, async () => {
    const hash = createHash('sha256')
    const raw = bytesOf(file, (bytes) => {
      hash.update(bytes)
      progress(bytes.length)
    })
    const encoding = await encodingOf(file, raw)
    return { ...file, sha256: hash.digest('hex'), encoding }
  })

async function encodingOf({ path: file }: InputFile, bytes: AsyncIterable<Buffer>): Promise<Encoding> {
  const test = new EncodingTest()
  let empty = true
  let nul: number | undefined
  for await (const { lines, number } of linesOf(file, bytes)) {
    test.see(lines, number)
    nul ??= lines.includes(0) ? number + lineOfNul(lines) : undefined
    empty &&= isBlank(number === 1 ? withoutBom(lines) : lines)
  }
  if (empty) throw fileFault('file-empty', file, { file })
  if (!test.encoding) {
    const [utf8, gb18030] = [test.faultIn('utf-8'), test.faultIn('gb18030')]
    throw fileFault('file-undecodable', file, { file, utf8, gb18030 }, Math.max(utf8, gb18030))
  }
  if (nul !== undefined) throw fileFault('file-nul', file, { file }, nul)
  return test.encoding
}

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0x0a || byte === 0x0d)

/** How many lines end before the first NUL byte. */
const lineOfNul = (bytes: Buffer): number =>
  bytes.subarray(0, bytes.indexOf(0)).reduce((lines, byte) => lines + (byte === 0x0a ? 1 : 0), 0)
