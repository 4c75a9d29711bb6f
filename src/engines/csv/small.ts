import type { Report } from '../../core/findings/finding.ts'
import type { TextFile, TextRecord } from '../../core/tables/rows.ts'
import type { Block } from './block.ts'
import type { CsvForm } from './bytes.ts'
import { MOST_SMALL_TABLE } from './limits.ts'
import { openCsv } from './read.ts'

/** Whether a table whose rows are all kept in memory has a size that such tables have; told at the file that goes beyond. */
export function isSmall(
  files: readonly { readonly path: string; readonly size: number }[],
  report: Report,
): boolean {
  let total = 0
  for (const { path: file, size } of files) {
    total += size
    if (total <= MOST_SMALL_TABLE) continue
    report('table-too-large', { file }, { file, most: MOST_SMALL_TABLE / 1024 / 1024 })
    return false
  }
  return true
}

/** Reads a file whose rows are all kept in memory; undefined where it has no header. */
export async function readSmall(
  path: string,
  form: CsvForm,
  bytes: AsyncIterable<Buffer>,
  report: Report,
): Promise<TextFile | undefined> {
  const file = await openCsv(path, form, bytes, report)
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
