import type { Report } from '../../core/findings/finding.ts'
import type { TextFile, TextRecord } from '../../core/tables/rows.ts'
import type { Encoding } from '../files/encoding.ts'
import { fileFault } from '../files/file-fault.ts'
import type { Block } from './block.ts'
import { MOST_SMALL_TABLE } from './limits.ts'
import { openCsv } from './read.ts'

/** Reads the files of one table whose rows are all kept in memory, up to a size that none of them ever has. */
export class SmallTableReader {
  readonly #report: Report
  #size = 0

  constructor(report: Report) {
    this.#report = report
  }

  /** Reads the next file; undefined where it has no header. */
  async read(path: string, encoding: Encoding, bytes: AsyncIterable<Buffer>): Promise<TextFile | undefined> {
    const file = await openCsv(path, encoding, this.#counted(path, bytes), this.#report)
    if (!file) return undefined
    const blocks: Block[] = []
    for await (const block of file.blocks) blocks.push(block)
    return { header: file.header, records: recordsOf(blocks) }
  }

  async *#counted(file: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of bytes) {
      this.#size += piece.length
      if (this.#size > MOST_SMALL_TABLE) {
        throw fileFault('table-too-large', file, { file, most: MOST_SMALL_TABLE / 1024 / 1024 })
      }
      yield piece
    }
  }
}

function* recordsOf(blocks: readonly Block[]): Generator<TextRecord> {
  for (const block of blocks) {
    for (const index of block.records.keys()) yield block.record(index)
  }
}
