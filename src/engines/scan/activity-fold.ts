import type { Place, Report } from '../../core/findings/finding.ts'
import type { ActivityPlan, ActivitySums } from '../../core/tables/engine.ts'
import type { ReadTotals } from '../../core/tables/expected.ts'
import { PLAIN_TABLE, type TableInput } from '../../core/tables/input-forms.ts'
import { placeIn, type TextRecord } from '../../core/tables/rows.ts'
import type { RecordReader, RecordTaker } from '../bytes/record-reader.ts'
import { ActivityCells } from './activity-cells.ts'
import { type ActivityColumn, type ActivityRow, ActivityRowReader } from './activity-rows.ts'
import { ActivityTotals } from './activity-totals.ts'
import { type ActivityFile, CellTexts } from './cell-texts.ts'
import { Days } from './days.ts'
import { KeptNames } from './kept-names.ts'
import { SeenRows } from './seen-rows.ts'

/** The place of a row, or of one of its cells. */
type PlaceOf = (column?: ActivityColumn) => Place

/** A row with the cells and the line that it stands on. */
interface FoundRow {
  readonly row: ActivityRow
  readonly cells: readonly string[]
  readonly line: number
  readonly rows: ActivityRowReader
}

/** Sums `activity` as its rows are read, in any order of rows and files. */
export class ActivityFold {
  readonly #plan: ActivityPlan
  readonly #report: Report
  readonly #days = new Days()
  readonly #cells: ActivityCells
  readonly #refs = new SeenRows()
  readonly #rows = new SeenRows()
  readonly #input: TableInput
  readonly #totals: ActivityTotals

  #read = 0

  constructor(plan: ActivityPlan, report: Report, input: TableInput = PLAIN_TABLE) {
    this.#plan = plan
    this.#input = input
    this.#totals = new ActivityTotals(input)
    this.#report = report
    this.#cells = new ActivityCells(new KeptNames(plan.names), new KeptNames(plan.names))
  }

  /** Begins a file; gives what takes its rows. */
  begin(file: ActivityFile, records: RecordReader): RecordTaker {
    this.#refs.beginFile(file.file)
    this.#rows.beginFile(file.file)
    const rows = new ActivityRowReader(file.columns, this.#days, this.#input.forms)
    const texts = new CellTexts(file, records)
    const take = (row: ActivityRow, record: TextRecord): void => {
      const found = { row, cells: record.cells, line: records.line, rows }
      this.#add(found, (column) => placeIn(record, file.columns, column))
    }
    return {
      take: (bytes, from) => {
        const cells = texts.of(bytes)
        const row = rows.plain(cells)
        if (row) take(row, { cells, at: (cell) => records.textRecord(bytes, from).at(cell) })
        return row !== undefined
      },
      takeCells: (record) => {
        const row = rows.checked(record, this.#report)
        if (row) take(row, record)
      },
    }
  }

  /** Takes note of so many records of a file, faulty ones included. */
  noteRecords(count: number): void {
    this.#read += count
  }

  #add(found: FoundRow, at: PlaceOf): void {
    const { row, cells, rows } = found
    this.#totals.note(row, () => rows.isFilled(cells, 'quantity'), at)
    if (this.#isFirst(found, at)) this.#count(row, at)
  }

  /** What was read, to be held against what the source of the table states. */
  get totals(): ReadTotals {
    return this.#totals.of(this.#read)
  }

  close(): ActivitySums {
    this.#totals.close(this.#report)
    return { rows: this.#read, cells: this.#cells.closed() }
  }

  /** Two rows with one ref are an error; two rows alike in every cell, without a ref, may both be meant. */
  #isFirst({ row: { ref }, cells, line, rows }: FoundRow, at: PlaceOf): boolean {
    const first = ref === '' ? this.#rows.note(rows.textOf(cells), line) : this.#refs.note(ref, line)
    if (first === undefined) return true
    const table = 'activity'
    if (ref === '') this.#report('row-twice', at(), { table, first })
    else this.#report('key-twice', at('ref'), { table, key: 'ref', first })
    return ref === ''
  }

  #count(row: ActivityRow, at: PlaceOf): void {
    const { owners, branchOf } = this.#plan
    const owner = owners.ownersOf(row.client, row.manager, row.day.day)
    if (owner === -1) {
      const facts = { found: row.manager, likeliest: owners.near(row.manager) }
      this.#report('manager-unknown', at('manager_id'), facts)
    } else if (owner === 'client') {
      this.#cells.add({ client: row.client, day: row.day.day }, branchOf(row.client), row)
    } else this.#cells.add(owner, owners.isUnclaimed(owner) ? branchOf(row.client) : '', row)
  }
}
