import type { Place, Report } from '../findings/finding.ts'
import { canonicalText, readCell } from './canonical.ts'
import { CellFault, reportCell } from './cell-fault.ts'
import { type HeaderMap, matchHeader } from './header.ts'
import { type ColumnForms, PLAIN, type TableInput } from './input-forms.ts'
import { LongIds } from './long-ids.ts'
import type { Columns, Row, Shape } from './shape.ts'
import { totalCell } from './total-row.ts'

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

/**
 * Reads the rows of a small table from its files, as the bank writes them, reporting every faulty cell, every key met
 * twice, and columns whose ids a spreadsheet has rounded.
 */
export function readRows<C extends Columns>(
  shape: Shape<C>,
  files: readonly TextFile[],
  input: TableInput,
  report: Report,
): readonly Row<C>[] {
  const rows: Row<C>[] = []
  const keys = new Map<string, Row<C>>()
  const ids = new LongIds()
  for (const { header, records } of files) {
    const map = matchHeader(shape, header.cells, input.aliases, header.at, report)
    if (!map) continue
    const reader = { shape, map, forms: input.forms }
    for (const record of records) {
      const row = readRow(shape, map, record, report, input.forms)
      if (row) noteIds(row, shape, ids)
      if (row && isFirst(row, keyText(reader, record), keys, shape, report)) rows.push(row)
    }
  }
  ids.close(input.endingInZeros, report)
  return rows
}

function noteIds<C extends Columns>({ cells, at }: Row<C>, { columns }: Shape<C>, ids: LongIds): void {
  for (const [column, { kind }] of Object.entries(columns)) {
    const found: unknown = cells[column]
    if (kind.holds === 'id' && typeof found === 'string') ids.note(column, found, () => at(column))
  }
}

/**
 * Reads the cells of one record by the table's columns and their forms; undefined where one is faulty, every faulty one
 * reported, or where the record is a total.
 */
export function readRow<C extends Columns>(
  shape: Shape<C>,
  map: HeaderMap,
  record: TextRecord,
  report: Report,
  forms: ColumnForms = PLAIN,
): Row<C> | undefined {
  const total = totalCell(shape, map, record.cells)
  if (total !== undefined) {
    report('row-total', record.at(total), { table: shape.name, found: record.cells[total] ?? '' })
    return undefined
  }
  const cells: [string, unknown][] = []
  let sound = true
  for (const [name, { kind, required, absent }] of Object.entries(shape.columns)) {
    const index = map.get(name)
    const found = index === undefined ? '' : (record.cells[index] ?? '')
    const read = found === '' ? undefined : readCell(kind, found, forms.get(name))
    const value =
      read === undefined && required ? new CellFault('cell-empty', { wanted: kind.wanted }) : (read ?? absent)
    if (value instanceof CellFault) {
      sound = false
      reportCell(value, name, found, record.at(index), report)
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

interface RowForm {
  readonly shape: Shape
  readonly map: HeaderMap
  readonly forms: ColumnForms
}

/** The texts of the key as the contract writes them, so that two ways to write one key are one. */
const keyText = ({ shape, map, forms }: RowForm, { cells }: TextRecord): string =>
  JSON.stringify(
    shape.key.map((column) => canonicalText(cells[map.get(column) ?? -1] ?? '', forms.get(column))),
  )

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
