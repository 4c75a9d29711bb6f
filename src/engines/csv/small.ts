import type { Report } from '../../core/findings/finding.ts'
import type { TextFile, TextRecord } from '../../core/tables/rows.ts'
import type { Encoding } from '../files/encoding.ts'
import { fileFault } from '../files/file-fault.ts'
import type { Block } from './block.ts'
import { MOST_SMALL_TABLE } from './limits.ts'
import { openCsv } from './read.ts'

/** Reads one file of a table whose rows are all kept in memory; undefined where it has no header. */
export async function readTextFile(
  path: string,
  encoding: Encoding,
  bytes: AsyncIterable<Buffer>,
  report: Report,
): Promise<TextFile | undefined> {
  const file = await openCsv(path, encoding, atMost(MOST_SMALL_TABLE, path, bytes), report)
  if (!file) return undefined
  const blocks: Block[] = []
  for await (const block of file.blocks) blocks.push(block)
  return { header: file.header, records: recordsOf(blocks) }
}

function* recordsOf(blocks: readonly Block[]): Generator<TextRecord> {
  for (const block of blocks) {
    for (const index of block.records.keys()) yield block.record(index)
  }
}

async function* atMost(most: number, file: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0
  for await (const piece of bytes) {
    size += piece.length
    if (size > most) throw fileFault('table-too-large', file, { file, most: most / 1024 / 1024 })
    yield piece
  }
}
