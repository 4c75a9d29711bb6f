import { CsvError, parse } from 'csv-parse/sync'
import { decode, type Encoding } from '../files/encoding.ts'

const OPTIONS = { relax_column_count: true, record_delimiter: ['\r\n', '\n'] }

/** The records of some whole lines as cells; undefined where they are no CSV. */
export function tokenize(bytes: Buffer, encoding: Encoding): readonly (readonly string[])[] | undefined {
  try {
    return parse(encoding === 'utf-8' ? bytes : decode(bytes, encoding), OPTIONS)
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}
