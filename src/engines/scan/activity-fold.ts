import type { Place } from '../../core/findings/finding.ts'
import type { Phrase } from '../../core/findings/sentence.ts'
import { type ActivityPlan, NONE_HOLDS } from '../../core/tables/engine.ts'
import type { TableInput } from '../../core/tables/input-forms.ts'
import { nearId } from '../../core/tables/lost-zeros.ts'
import { ownersOfActivity } from '../../core/tables/owned-days.ts'
import { placeIn, type TextRecord } from '../../core/tables/rows.ts'
import { Collected, type RowPlace } from '../bytes/range-findings.ts'
import type { RecordReader, RecordTaker } from '../bytes/record-reader.ts'
import { ActivityCells } from './activity-cells.ts'
import { type ActivityColumn, type ActivityRow, ActivityRowReader } from './activity-rows.ts'
import { ActivityTotals, noteIds } from './activity-totals.ts'
import { type ActivityFile, CellTexts } from './cell-texts.ts'
import { Days } from './days.ts'
import { SeenRows } from './seen-rows.ts'

/** The place of a row, or of one of its cells. */
type PlaceOf = (column?: ActivityColumn) => Place

/** A row with the cells and the place that it stands in. */
interface FoundRow {
  readonly row: ActivityRow
  readonly cells: readonly string[]
  readonly place: RowPlace
  readonly rows: ActivityRowReader
}

/** Sums a part of `activity` as its rows are read, in any order of rows and files. */
export class ActivityFold {
  readonly cells: ActivityCells
  readonly totals: ActivityTotals
  readonly refs = new SeenRows()
  /** The cells of rows without a ref. */
  readonly rows = new SeenRows()
  readonly #plan: ActivityPlan
  readonly #input: TableInput
  readonly #days: Days
  readonly #near = new Map<string, Phrase>()
  #found = new Collected()
  #range = -1

  constructor(plan: ActivityPlan, input: TableInput) {
    this.#plan = plan
    this.#input = input
    this.#days = new Days(plan.cuts)
    this.cells = new ActivityCells(plan)
    this.totals = new ActivityTotals(input)
  }

  /** Begins a range of a file; gives what takes its rows. */
  begin(file: ActivityFile, records: RecordReader, found: Collected): RecordTaker {
    this.#found = found
    this.#range += 1
    const rows = new ActivityRowReader(file.columns, this.#days, this.#input.forms)
    const texts = new CellTexts(file, records)
    const take = (row: ActivityRow, record: TextRecord): void => {
      const place = { range: this.#range, line: records.line }
      this.#add({ row, cells: record.cells, place, rows }, (column) => placeIn(record, file.columns, column))
    }
    return {
      take: (bytes, from) => {
        const cells = texts.of(bytes)
        const row = rows.plain(cells)
        if (row) take(row, { cells, at: (cell) => records.textRecord(bytes, from).at(cell) })
        return row !== undefined
      },
      takeCells: (record) => {
        const row = rows.checked(record, found.report)
        if (row) take(row, record)
      },
    }
  }

  #add(found: FoundRow, at: PlaceOf): void {
    const { row, cells, rows } = found
    this.totals.note(row, () => rows.isFilled(cells, 'quantity'))
    noteIds(row, this.#found.ids, at)
    if (this.#isFirst(found, at)) this.#count(row, at)
  }

  /** Two rows with one ref are an error; two rows alike in every cell, without a ref, may both be meant. */
  #isFirst({ row: { ref }, cells, place, rows }: FoundRow, at: PlaceOf): boolean {
    const first = ref === '' ? this.rows.note(rows.textOf(cells), place) : this.refs.note(ref, place)
    if (first === undefined) return true
    const table = 'activity'
    if (ref === '') this.#found.tell({ code: 'row-twice', place: at(), facts: { table }, first })
    else this.#found.tell({ code: 'key-twice', place: at('ref'), facts: { table, key: 'ref' }, first })
    return ref === ''
  }

  #count(row: ActivityRow, at: PlaceOf): void {
    const { owners, branches } = this.#plan
    const { client, day, manager } = row
    const found = ownersOfActivity(owners, row, day.day)
    const branch = () => branches.get(client) ?? ''
    if (found === NONE_HOLDS) {
      const facts = { found: manager, likeliest: this.#likeliest(manager) }
      this.#found.report('manager-unknown', at('manager_id'), facts)
    } else if (found === 'client') this.cells.add({ client, day: day.day }, branch(), row)
    else this.cells.add(found, owners.unclaimed.has(found) ? branch() : '', row)
  }

  /** The likeliest manager meant, looked for once for each unknown id. */
  #likeliest(manager: string): Phrase {
    const phrase = this.#near.get(manager) ?? nearId(manager, this.#plan.owners.managers)
    this.#near.set(manager, phrase)
    return phrase
  }
}
