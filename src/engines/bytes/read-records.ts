import { MOST_RECORD } from '../csv/limits.ts'
import type { Encoding } from '../files/encoding.ts'
import { openBytes, type Stretch } from './byte-source.ts'
import { RecordBuffer, UnexpectedBytes } from './record-buffer.ts'
import type { RecordReader, RecordTaker } from './record-reader.ts'

/** A stretch of a file's bytes that begins and, it is hoped, ends with a record. */
interface RecordStretch extends Stretch {
  readonly file: string
  readonly encoding: Encoding
  /** Whether all bytes of the file were looked at before. */
  readonly inspected: boolean
}

/** What a stretch came to: records of the header's width, line ends, and whether it ended with a record. */
export interface RangeRead {
  readonly records: number
  readonly lines: number
  readonly endsWhole: boolean
}

/** Takes records from an offset on, up to `end`, where the last whole line ends; gives where it has come to. */
export type Scan = (bytes: Buffer, from: number, end: number, valid: number) => number

/**
 * Has the records of a stretch taken, in pieces that memory holds; `progress` is told of the bytes read. `scan` may take
 * some records in a quicker way. `room`: where the bytes are while records are taken, enough for any record.
 */
export async function readRecords(
  stretch: RecordStretch,
  reader: RecordReader,
  taker: RecordTaker,
  progress: (bytes: number) => void,
  scan: Scan = (bytes, from, end, valid) => reader.readAll(bytes, from, end, valid, taker),
  room: Buffer = Buffer.alloc(MOST_RECORD),
): Promise<RangeRead> {
  const { from, to, file, encoding, inspected } = stretch
  const buffer = new RecordBuffer(file, encoding, room)
  const source = openBytes(stretch)
  try {
    for (let [more, first] = [true, from === 0]; more && !reader.stopped; first = false) {
      const before = buffer.valid
      more = await buffer.fill(source.read)
      progress(buffer.valid - before)
      takeRecords(buffer, reader, taker, scan, first, !more && to === undefined)
      // A closer look at the file tells whether it is a record or a mere line that is too long.
      if (buffer.isFull && !inspected) throw new UnexpectedBytes(file)
      if (buffer.isFull) reader.refuseLong(buffer.bytes, buffer.valid)
    }
  } finally {
    source.close()
  }
  const { records, line, stopped } = reader
  return { records, lines: line - 1, endsWhole: !stopped && buffer.valid === 0 }
}

/** Takes the whole records off a buffer; with `isEnd` all that is left. */
function takeRecords(
  buffer: RecordBuffer,
  reader: RecordReader,
  taker: RecordTaker,
  scan: Scan,
  hasHeader: boolean,
  isEnd: boolean,
): void {
  const { bytes, end, valid } = buffer
  const start = hasHeader ? reader.skipHeader(bytes, valid, isEnd) : 0
  if (hasHeader && start === 0) return
  const at = scan(bytes, start, end, valid)
  if (isEnd) reader.readEnd(bytes, at, valid, taker)
  buffer.drop(isEnd ? valid : at)
}
