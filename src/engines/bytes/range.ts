import type { Report } from '../../core/findings/finding.ts'
import type { BalanceBooks } from './balance-books.ts'
import { scanRows } from './balance-scan.ts'
import type { Stretch } from './byte-source.ts'
import { type RangeRead, readRecords } from './read-records.ts'
import { type FileReading, RowReader } from './row-reader.ts'

/** A stretch of a file of `balances`. Plain data. */
export interface Range extends FileReading, Stretch {}

/** Takes the rows of a range into the books; `progress` is told of the bytes read. */
export function readRange(
  range: Range,
  books: BalanceBooks,
  report: Report,
  progress: (bytes: number) => void,
): Promise<RangeRead> {
  books.beginFile()
  const reader = new RowReader(range, books, report)
  return readRecords(range, reader.records, reader, progress, (bytes, from, end, valid) => {
    if (reader.view.buffer !== bytes.buffer) {
      reader.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    }
    return scanRows(bytes, from, end, valid, books, reader)
  })
}
