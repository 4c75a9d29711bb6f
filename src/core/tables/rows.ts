import type { Place, Report } from '../findings/finding.ts'
import { CellFault, reportCell } from './cells.ts'
import { type HeaderMap, matchHeader } from './header.ts'
import type { Columns, Row, Shape } from './shape.ts'

/** One file of a table as text: its header and records, each able to say where its cells stand. */
export interface TextFile {
  readonly header: TextRecord
  /** Records with as many cells as the header; others are refused before. */
  readonly records: Iterable<TextRecord>
}

export interface TextRecord {
  readonly cells: readonly string[]
  /** The place of the record, or of one of its cells (counted from 0). */
  readonly at: (index?: number) => Place
}

/** Reads the rows of a small table from its files, reporting every faulty cell and every key met twice. */
export function readRows<C extends Columns>(
  shape: Shape<C>,
  files: readonly TextFile[],
  aliases: ReadonlyMap<string, string>,
  report: Report,
): readonly Row<C>[] {
  const rows: Row<C>[] = []
  const keys = new Map<string, Row<C>>()
  for (const { header, records } of files) {
    const map = matchHeader(shape, header.cells, aliases, header.at, report)
    if (!map) continue
    for (const record of records) {
      const row = readRow(shape, map, record, report)
      if (row && isFirst(row, keyText(shape, map, record), keys, shape, report)) rows.push(row)
    }
  }
  return rows
}

/** Reads the cells of one record by the table's columns; undefined where one is faulty, every faulty one reported. */
export function readRow<C extends Columns>(
  shape: Shape<C>,
  map: HeaderMap,
  record: TextRecord,
  report: Report,
): Row<C> | undefined {
  const cells: [string, unknown][] = []
  let sound = true
  for (const [name, { kind, required, absent }] of Object.entries(shape.columns)) {
    const index = map.get(name)
    const found = index === undefined ? '' : (record.cells[index] ?? '')
    const value = found === '' ? absent : kind.read(found)
    const fault = found === '' && required ? new CellFault('cell-empty', { wanted: kind.wanted }) : value
    if (fault instanceof CellFault) {
      sound = false
      reportCell(fault, name, found, record.at(index), report)
    } else cells.push([name, value])
  }
  if (!sound) return undefined
  return { cells: Object.fromEntries(cells) as Row<C>['cells'], at: (column) => placeIn(record, map, column) }
}

/** The place of a record's cell in a column, or of the record where no column is named. */
export function placeIn(record: TextRecord, map: HeaderMap, column?: string): Place {
  if (column === undefined) return record.at()
  const index = map.get(column)
  if (index === undefined) return { ...record.at(), field: column }
  return { ...record.at(index), field: column, value: record.cells[index] ?? '' }
}

const keyText = (shape: Shape, map: HeaderMap, { cells }: TextRecord): string =>
  JSON.stringify(shape.key.map((column) => cells[map.get(column) ?? -1] ?? ''))

function isFirst<C extends Columns>(
  row: Row<C>,
  key: string,
  keys: Map<string, Row<C>>,
  shape: Shape<C>,
  report: Report,
): boolean {
  const first = keys.get(key)
  if (!first) {
    keys.set(key, row)
    return true
  }
  const { file, line } = first.at()
  report('key-twice', row.at(), {
    table: shape.name,
    key: shape.key.join(', '),
    first: `${file}:${line ?? ''}`,
  })
  return false
}
