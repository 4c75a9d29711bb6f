import type { Report } from '../../core/findings/finding.ts'
import type { TextRecord } from '../../core/tables/rows.ts'
import type { Block } from './block.ts'
import type { CsvForm } from './bytes.ts'
import { CsvReader } from './reader.ts'

/** A CSV file that has a header: its records follow in blocks, read as they are asked for. */
export interface CsvFile {
  readonly header: TextRecord
  readonly blocks: AsyncGenerator<Block>
}

const FIRST_PIECE = 4096

/** Opens a CSV file, given as bytes in pieces of any size; undefined where it has no header that can be read. */
export async function openCsv(
  path: string,
  form: CsvForm,
  bytes: AsyncIterable<Buffer>,
  report: Report,
): Promise<CsvFile | undefined> {
  const blocks = blocksOf(path, form, bytes, report)
  const header = await blocks.next()
  return header.done ? undefined : { header: header.value.record(0), blocks }
}

async function* blocksOf(
  path: string,
  form: CsvForm,
  bytes: AsyncIterable<Buffer>,
  report: Report,
): AsyncGenerator<Block> {
  const reader = new CsvReader(path, form, report)
  // The header and the first rows come quickly, for those who ask for no more.
  let size = FIRST_PIECE
  for await (const piece of bytes) {
    for (let rest = piece; rest.length > 0; size = rest.length) {
      yield* reader.read(rest.subarray(0, size), false)
      if (reader.stopped) return
      rest = rest.subarray(size)
    }
    size = Number.POSITIVE_INFINITY
  }
  yield* reader.read(Buffer.alloc(0), true)
}
