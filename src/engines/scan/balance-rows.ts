import type { Place, Report } from '../../core/findings/finding.ts'
import { CellFault, id } from '../../core/tables/cells.ts'
import type { HeaderMap } from '../../core/tables/header.ts'
import { placeIn, readRow, type TextRecord } from '../../core/tables/rows.ts'
import { balances } from '../../core/tables/shapes.ts'
import type { Exact } from '../../core/values/exact.ts'
import type { Block } from '../csv/block.ts'
import type { Days, FiledDay } from './months.ts'
import { isPlainId, isPlainIdOrEmpty } from './plain-id.ts'
import { scaled } from './scaled.ts'

/** A row of `balances` as it is summed; texts of absent cells are empty. */
export interface BalanceRow {
  readonly day: FiledDay
  readonly account: string
  readonly client: string
  readonly product: string
  readonly fen: number | bigint
  readonly manager: string
  readonly currency: string
  readonly branch: string
}

export type BalanceColumn = keyof typeof balances.columns & string

/** What a faulty row still says of its key, so that one fault is not told as another. */
export interface FaultyKey {
  readonly day: FiledDay | undefined
  readonly account: string | undefined
  readonly currency: string | undefined
}

/** Reads the rows of one file of `balances`, whose header says where each column stands. */
export class BalanceRowReader {
  readonly #map: HeaderMap
  readonly #days: Days
  readonly #date: number
  readonly #account: number
  readonly #client: number
  readonly #product: number
  readonly #balance: number
  readonly #manager: number
  readonly #currency: number
  readonly #branch: number

  constructor(map: HeaderMap, days: Days) {
    const at = (column: string) => map.get(column) ?? -1
    this.#map = map
    this.#days = days
    this.#date = at('date')
    this.#account = at('account_id')
    this.#client = at('client_id')
    this.#product = at('product')
    this.#balance = at('balance')
    this.#manager = at('manager_id')
    this.#currency = at('currency')
    this.#branch = at('branch')
  }

  /** The place of a record of the file, or of its cell in a column. */
  placeIn(block: Block, record: number, column?: BalanceColumn): Place {
    return placeIn(block.record(record), this.#map, column)
  }

  /** The row of cells that are all plainly good; undefined for any that need a closer look. */
  plain(cells: readonly string[]): BalanceRow | undefined {
    const day = this.#days.of(textAt(cells, this.#date))
    const fen = scaled(textAt(cells, this.#balance), 2)
    if (day === undefined || Number.isNaN(fen)) return undefined
    const row = {
      day,
      account: textAt(cells, this.#account),
      client: textAt(cells, this.#client),
      product: textAt(cells, this.#product),
      fen,
      manager: textAt(cells, this.#manager),
      currency: textAt(cells, this.#currency),
      branch: textAt(cells, this.#branch),
    }
    return hasPlainIds(row) ? row : undefined
  }

  /** The row of cells looked at one by one by the table's shape; undefined where some are faulty and reported. */
  checked(record: TextRecord, report: Report): BalanceRow | undefined {
    const row = readRow(balances, this.#map, record, report)
    const filed = this.#days.of(textAt(record.cells, this.#date))
    if (!row || !filed) return undefined
    const { account_id: account, client_id: client, product, balance } = row.cells
    const { manager_id: manager = '', currency = '', branch = '' } = row.cells
    return { day: filed, account, client, product, fen: fenOf(balance), manager, currency, branch }
  }

  /** The parts of the key that a faulty row still tells. */
  keyOf(cells: readonly string[]): FaultyKey {
    const [account, currency] = [textAt(cells, this.#account), textAt(cells, this.#currency)]
    return {
      day: this.#days.of(textAt(cells, this.#date)),
      account: account === '' || id.read(account) instanceof CellFault ? undefined : account,
      currency: id.read(currency) instanceof CellFault ? undefined : currency,
    }
  }
}

const textAt = (cells: readonly string[], index: number): string =>
  index < 0 ? '' : (cells[index] as string)

const hasPlainIds = ({ account, client, product, manager, currency, branch }: BalanceRow): boolean =>
  isPlainId(account) &&
  isPlainId(client) &&
  isPlainId(product) &&
  isPlainIdOrEmpty(manager) &&
  isPlainIdOrEmpty(currency) &&
  isPlainIdOrEmpty(branch)

/** Money read with at most two decimals, in fen. */
const fenOf = ({ s, n, d }: Exact): bigint => (s * n * 100n) / d
