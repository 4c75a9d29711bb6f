import type { Report } from '../../core/findings/finding.ts'
import type { ActivityPlan, ActivitySums } from '../../core/tables/engine.ts'
import type { ReadTotals } from '../../core/tables/expected.ts'
import type { HeaderMap } from '../../core/tables/header.ts'
import { PLAIN_TABLE, type TableInput } from '../../core/tables/input-forms.ts'
import type { Block } from '../csv/block.ts'
import { ActivityCells } from './activity-cells.ts'
import { type ActivityRow, ActivityRowReader } from './activity-rows.ts'
import { ActivityTotals } from './activity-totals.ts'
import { Days } from './days.ts'
import { KeptNames } from './kept-names.ts'
import { SeenRows } from './seen-rows.ts'

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

  /** Begins a file with the columns that its header names; the blocks of its rows follow. */
  begin(file: string, map: HeaderMap): (block: Block) => void {
    this.#refs.beginFile(file)
    this.#rows.beginFile(file)
    const reader = new ActivityRowReader(map, this.#days, this.#input.forms)
    return (block) => {
      this.#read += block.records.length
      for (const [index, cells] of block.records.entries()) {
        const row = reader.plain(cells) ?? reader.checked(block.record(index), this.#report)
        if (!row) continue
        const isQuantified = () => reader.isFilled(cells, 'quantity')
        this.#totals.note(row, isQuantified, (column) => reader.placeIn(block, index, column))
        if (this.#isFirst(row, cells, block, index, reader)) this.#count(row, block, index, reader)
      }
    }
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
  #isFirst(
    { ref }: ActivityRow,
    cells: readonly string[],
    block: Block,
    index: number,
    reader: ActivityRowReader,
  ): boolean {
    const line = block.lineOf(index)
    const first = ref === '' ? this.#rows.note(reader.textOf(cells), line) : this.#refs.note(ref, line)
    if (first === undefined) return true
    const table = 'activity'
    if (ref === '') this.#report('row-twice', reader.placeIn(block, index), { table, first })
    else this.#report('key-twice', reader.placeIn(block, index, 'ref'), { table, key: 'ref', first })
    return ref === ''
  }

  #count(row: ActivityRow, block: Block, index: number, reader: ActivityRowReader): void {
    const { owners, branchOf } = this.#plan
    const owner = owners.ownersOf(row.client, row.manager, row.day.day)
    if (owner === -1) {
      const facts = { found: row.manager, likeliest: owners.near(row.manager) }
      this.#report('manager-unknown', reader.placeIn(block, index, 'manager_id'), facts)
    } else if (owner === 'client') {
      this.#cells.add({ client: row.client, day: row.day.day }, branchOf(row.client), row)
    } else this.#cells.add(owner, owners.isUnclaimed(owner) ? branchOf(row.client) : '', row)
  }
}
