import type { Place, Report } from '../../core/findings/finding.ts'
import { near } from '../../core/findings/near.ts'
import type { BalancePlan, BalanceSums } from '../../core/tables/engine.ts'
import type { HeaderMap } from '../../core/tables/header.ts'
import { printDay } from '../../core/values/calendar.ts'
import type { Block } from '../csv/block.ts'
import { Accounts } from './accounts.ts'
import { BalanceCells, type OpenBalanceCell } from './balance-cells.ts'
import { type BalanceColumn, type BalanceRow, BalanceRowReader } from './balance-rows.ts'
import { reportHoles } from './holes.ts'
import { KeptNames } from './kept-names.ts'
import { LatestRows } from './latest-rows.ts'
import { Days, type FiledDay } from './months.ts'
import { OwnerMemory } from './owner-memory.ts'
import { RateMemory } from './rate-memory.ts'
import { Watch } from './watch.ts'

/** The place of a row, or of one of its cells. */
type At = (column?: BalanceColumn) => Place

/**
 * Sums `balances` as its rows are read, in any order of rows and files: nothing is kept of a row but what it adds to its
 * cell and to its account. Sums are whole fen and keys are one bit an account and day, so both come out the same however
 * the table is cut.
 */
export class BalanceFold {
  readonly #plan: BalancePlan
  readonly #report: Report
  readonly #days = new Days()
  readonly #accounts = new Accounts()
  readonly #owners: OwnerMemory
  readonly #cells: BalanceCells
  readonly #rates: RateMemory
  readonly #latest: LatestRows
  readonly #watch: Watch
  /** Accounts with a row that names no day, so that their holes cannot be told. */
  readonly #unsure = new Set<number>()
  #allUnsure = false
  /** Whether a row with sound cells was refused: its key is taken, or its owner or rate is not there. */
  #refused = false
  #rows = 0

  constructor(plan: BalancePlan, report: Report) {
    this.#plan = plan
    this.#report = report
    this.#owners = new OwnerMemory(plan.owners, this.#accounts)
    this.#cells = new BalanceCells(new KeptNames(plan.names))
    this.#rates = new RateMemory(plan)
    this.#latest = new LatestRows(this.#accounts)
    this.#watch = new Watch(plan.watched)
  }

  /** Begins a file with the columns that its header names; the blocks of its rows follow. */
  begin(file: string, map: HeaderMap): (block: Block) => void {
    this.#latest.beginFile(file)
    const reader = new BalanceRowReader(map, this.#days)
    return (block) => this.#add(block, reader)
  }

  /** The sums of all that was read; `whole`: no row of the table was refused before it came here. */
  close(whole: boolean): BalanceSums {
    const { currency } = this.#plan
    const unsure = this.#allUnsure || !whole
    const told = unsure
      ? []
      : reportHoles(this.#accounts, this.#days.months, this.#unsure, currency, this.#report)
    const accounts = new Set<string>()
    return {
      rows: this.#rows,
      cells: this.#cells.closed(),
      openEnds: (last) => this.#latest.openEnds(last),
      hasAccount: (account) => {
        if (accounts.size === 0) for (const [name] of this.#accounts.names()) accounts.add(name)
        return accounts.has(account)
      },
      managerOf: this.#watch.managerOf,
      daysTold: new Set(told),
      whole: !unsure && !this.#refused,
    }
  }

  #add(block: Block, reader: BalanceRowReader): void {
    const { records } = block
    this.#rows += records.length
    for (let index = 0; index < records.length; index++) {
      const cells = records[index] as readonly string[]
      const row = reader.plain(cells) ?? reader.checked(block.record(index), this.#report)
      if (row) this.#count(row, block, index, reader)
      else this.#noteFaulty(cells, block, index, reader)
    }
  }

  #count(row: BalanceRow, block: Block, index: number, reader: BalanceRowReader): void {
    const foreign = row.currency === this.#plan.currency ? '' : row.currency
    const account = this.#accounts.numberOf(row.account, foreign)
    const isFirst = row.day.month.note(account, row.day.bit)
    const rate = foreign === '' ? 0 : this.#rates.numberOn(foreign, row.day.day)
    const owners = rate === undefined ? -1 : this.#owners.of(account, row)
    if (!isFirst || rate === undefined || owners < 0) {
      this.#reportRow(row, isFirst, rate, owners, (column) => reader.placeIn(block, index, column))
      return
    }
    const cell = this.#cellOf(account, row, foreign, rate, owners)
    cell.add(row.day, row.fen)
    this.#latest.note(account, row.day.day, row.fen !== 0 && row.fen !== 0n, block.lineOf(index))
    if (this.#plan.watched.size > 0) this.#watch.note(row)
  }

  #cellOf(account: number, row: BalanceRow, foreign: string, rate: number, owners: number): OpenBalanceCell {
    const branch = this.#owners.isUnclaimed(owners)
      ? row.branch || (this.#plan.branches.get(row.client) ?? '')
      : ''
    const before = this.#accounts.cells[account]
    if (before?.takes(owners, branch, row.product, row.day, rate)) return before
    const { product, day } = row
    const currency = foreign || this.#plan.currency
    const cell = this.#cells.at({
      owners,
      branch,
      product,
      month: day.month,
      lastDay: day.isLast,
      currency,
      rate,
    })
    this.#accounts.cells[account] = cell
    return cell
  }

  #reportRow(row: BalanceRow, isFirst: boolean, rate: number | undefined, owners: number, at: At): void {
    this.#refused = true
    const currency = row.currency || this.#plan.currency
    const day = printDay(row.day.day)
    if (!isFirst) this.#report('balance-twice', at(), { account: row.account, currency, day })
    if (rate === undefined) this.#report('rate-missing', at('currency'), { currency, day })
    else if (owners < 0)
      this.#report('manager-unknown', at('manager_id'), {
        found: row.manager,
        likeliest: near(row.manager, this.#plan.owners.managers?.keys() ?? []),
      })
  }

  /** A row with a faulty cell still fills its day, or says whose day it may be, so that no hole is told besides. */
  #noteFaulty(cells: readonly string[], block: Block, index: number, reader: BalanceRowReader): void {
    const { day, account, currency } = reader.keyOf(cells)
    if (account === undefined || currency === undefined) this.#allUnsure = true
    else this.#noteKey(day, account, currency, (column) => reader.placeIn(block, index, column))
  }

  #noteKey(day: FiledDay | undefined, account: string, currency: string, at: At): void {
    const own = currency === '' || currency === this.#plan.currency
    const number = this.#accounts.numberOf(account, own ? '' : currency)
    if (!day) this.#unsure.add(number)
    else if (!day.month.note(number, day.bit)) {
      const facts = { account, currency: currency || this.#plan.currency, day: printDay(day.day) }
      this.#report('balance-twice', at(), facts)
    }
  }
}
