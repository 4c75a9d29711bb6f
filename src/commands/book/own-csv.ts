import { parse } from 'csv-parse/sync'
import { undefuse } from '../../core/formats/csv.ts'

/** The records of a CSV file that the program has written, without its header, as the texts were before they were defused. */
export function readRecords(bytes: Uint8Array): readonly (readonly string[])[] {
  const text = new TextDecoder().decode(bytes)
  // Where no cell is quoted, commas and line ends are nothing else.
  const records: string[][] = text.includes('"')
    ? parse(text, { from: 2, relax_column_count: true })
    : text
        .slice(text.indexOf('\n') + 1)
        .split('\n')
        .flatMap((line) => (line === '' ? [] : [line.split(',')]))
  if (!text.includes("'")) return records
  return records.map((record) => record.map(undefuse))
}
