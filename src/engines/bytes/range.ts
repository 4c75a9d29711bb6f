import type { Report } from '../../core/findings/finding.ts'
import type { BalanceBooks } from './balance-books.ts'
import { scanRows } from './balance-scan.ts'
import { openBytes, type Stretch } from './byte-source.ts'
import { RecordBuffer, UnexpectedBytes } from './record-buffer.ts'
import { type FileReading, RowReader } from './row-reader.ts'

/** A stretch of a file's bytes that begins and, it is hoped, ends with a record. Plain data. */
export interface Range extends FileReading, Stretch {}

/** What a range came to besides its rows: the line ends in it, and whether it ended with a record. */
export interface RangeRead {
  readonly lines: number
  readonly endsWhole: boolean
}

/** Takes the rows of a range into the books; `progress` is told of the bytes read. */
export async function readRange(
  range: Range,
  books: BalanceBooks,
  report: Report,
  progress: (bytes: number) => void,
): Promise<RangeRead> {
  const { from, to } = range
  books.beginFile()
  const reader = new RowReader(range, books, report)
  const buffer = new RecordBuffer(range.file, range.encoding)
  reader.view = new DataView(buffer.bytes.buffer, buffer.bytes.byteOffset, buffer.bytes.length)
  const source = openBytes(range)
  try {
    for (let [more, first] = [true, from === 0]; more && !reader.stopped; first = false) {
      const before = buffer.valid
      more = await buffer.fill(source.read)
      progress(buffer.valid - before)
      takeRecords(buffer, reader, books, first, !more && to === undefined)
      // A closer look at the file tells whether it is a record or a mere line that is too long.
      if (buffer.isFull && !range.inspected) throw new UnexpectedBytes(range.file)
      if (buffer.isFull) reader.refuseLong(buffer.bytes, buffer.valid)
    }
  } finally {
    source.close()
  }
  return { lines: reader.line - 1, endsWhole: !reader.stopped && buffer.valid === 0 }
}

/** Takes the whole records off a buffer; with `isEnd` all that is left. */
function takeRecords(
  buffer: RecordBuffer,
  reader: RowReader,
  books: BalanceBooks,
  hasHeader: boolean,
  isEnd: boolean,
): void {
  const { bytes, end, valid } = buffer
  const start = hasHeader ? reader.skipHeader(bytes, valid, isEnd) : 0
  if (hasHeader && start === 0) return
  const at = scanRows(bytes, start, end, valid, books, reader)
  if (isEnd) reader.readEnd(bytes, at, valid)
  buffer.drop(isEnd ? valid : at)
}
