import { parse } from 'csv-parse/sync'

/** A CSV text as records of cells, the header first. */
export const parseCsv = (text: string): string[][] => parse(text)

/** Records as CSV text, every cell quoted. */
export const printCsv = (records: readonly (readonly string[])[]): string =>
  records.map((record) => `${record.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('')

/** The records without the columns named. */
export function withoutColumns(text: string, ...names: string[]): string[][] {
  const [header = [], ...rows] = parseCsv(text)
  const kept = header.map((name, index) => ({ name, index })).filter(({ name }) => !names.includes(name))
  return [header, ...rows].map((record) => kept.map(({ index }) => record[index] ?? ''))
}
