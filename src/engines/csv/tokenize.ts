import { CsvError, parse } from 'csv-parse/sync'
import { decode, type Encoding } from '../files/encoding.ts'

const QUOTED = { relax_column_count: true, record_delimiter: ['\r\n', '\n'] }
/** Text that holds no quote reads faster when none is looked for. */
const PLAIN = { ...QUOTED, quote: null, escape: null }

/** The records of some whole lines as cells, `quoted` if there are quotes; undefined where they are no CSV. */
export function tokenize(
  bytes: Buffer,
  encoding: Encoding,
  quoted: boolean,
): readonly (readonly string[])[] | undefined {
  try {
    return parse(encoding === 'utf-8' ? bytes : decode(bytes, encoding), quoted ? QUOTED : PLAIN)
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}
