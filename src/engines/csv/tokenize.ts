import { CsvError, parse } from 'csv-parse/sync'
import { decode } from '../files/encoding.ts'
import type { CsvForm } from './bytes.ts'

const QUOTED = { relax_column_count: true, record_delimiter: ['\r\n', '\n'] }
/** Text that holds no quote reads faster when none is looked for. */
const PLAIN = { ...QUOTED, quote: null, escape: null }

/** The records of some whole lines as cells, `quoted` if there are quotes; undefined where they are no CSV. */
export function tokenize(
  bytes: Buffer,
  { encoding, delimiter = ',' }: CsvForm,
  quoted: boolean,
): readonly (readonly string[])[] | undefined {
  try {
    return parse(encoding === 'utf-8' ? bytes : decode(bytes, encoding), {
      ...(quoted ? QUOTED : PLAIN),
      delimiter,
    })
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}
