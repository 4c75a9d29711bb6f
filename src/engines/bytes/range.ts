import type { BalanceBooks } from './balance-books.ts'
import { BalanceScan } from './balance-scan.ts'
import type { Stretch } from './byte-source.ts'
import type { Collected } from './range-findings.ts'
import { type RangeRead, readRecords, type Scan } from './read-records.ts'
import { type FileReading, RowReader } from './row-reader.ts'

/** A stretch of a file of `balances`. Plain data. */
export interface Range extends FileReading, Stretch {}

/** Takes the rows of a range into the books; `progress` is told of the bytes read. */
export function readRange(
  range: Range,
  books: BalanceBooks,
  found: Collected,
  progress: (bytes: number) => void,
): Promise<RangeRead> {
  books.beginFile(found)
  const reader = new RowReader(range, books, found.report)
  const rows = new BalanceScan(books, reader)
  const scan: Scan = (bytes, from, end, valid) => rows.take(bytes, from, end, valid)
  return readRecords(range, reader.records, reader, progress, scan, books.text)
}
