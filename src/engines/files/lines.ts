import { countLines, LF } from '../csv/bytes.ts'
import { MOST_RECORD } from '../csv/limits.ts'
import { fileFault } from './file-fault.ts'

/** Some whole lines of a file, with the number of the first of them. */
interface Lines {
  readonly lines: Buffer
  readonly number: number
}

/**
 * Cuts bytes at line ends, so that no character lies across a cut. That holds for both encodings: the byte of a line
 * end is never a part of another character.
 */
export async function* linesOf(file: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<Lines> {
  let rest: Buffer = Buffer.alloc(0)
  let number = 1
  for await (const chunk of bytes) {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const end = all.lastIndexOf(LF) + 1
    if (end > 0) yield { lines: all.subarray(0, end), number }
    number += countLines(all.subarray(0, end))
    rest = all.subarray(end)
    if (rest.length > MOST_RECORD) throw fileFault('row-too-long', file, { most: MOST_RECORD / 1024 }, number)
  }
  if (rest.length > 0) yield { lines: rest, number }
}
