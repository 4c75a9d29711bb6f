import type { Report } from '../../core/findings/finding.ts'
import { canonicalText } from '../../core/tables/canonical.ts'
import { isExponentId } from '../../core/tables/damage.ts'
import type { HeaderMap } from '../../core/tables/header.ts'
import { type ColumnForms, PLAIN } from '../../core/tables/input-forms.ts'
import { readRow, type TextRecord } from '../../core/tables/rows.ts'
import { activity } from '../../core/tables/shapes.ts'
import type { Exact } from '../../core/values/exact.ts'
import type { FiledDay } from '../filed-day.ts'
import type { Days } from './days.ts'
import { isPlainId, isPlainIdOrEmpty } from './plain-id.ts'
import { scaled } from './scaled.ts'

/** A row of `activity` as it is summed; texts of absent cells are empty. */
export interface ActivityRow {
  readonly day: FiledDay
  readonly kind: string
  readonly manager: string
  readonly client: string
  readonly product: string
  readonly ref: string
  /** Ten-thousandths. */
  readonly quantity: number | bigint
  readonly fen: number | bigint
}

export type ActivityColumn = keyof typeof activity.columns & string

/** Reads the rows of one file of `activity`, whose header says where each column stands, as the bank writes them. */
export class ActivityRowReader {
  readonly #map: HeaderMap
  readonly #days: Days
  readonly #forms: ColumnForms

  constructor(map: HeaderMap, days: Days, forms: ColumnForms = PLAIN) {
    this.#map = map
    this.#days = days
    this.#forms = forms
  }

  /** The row of cells that are all plainly good; undefined for any that need a closer look. */
  plain(cells: readonly string[]): ActivityRow | undefined {
    let formed = true
    const text = (column: ActivityColumn) => {
      const found = this.#meant(cells, column)
      formed &&= found !== undefined
      return found ?? ''
    }
    const day = this.#days.of(text('date'))
    const quantity = scaled(text('quantity') || '1', 4)
    const fen = scaled(text('amount') || '0', 2)
    const [kind, manager, client, ref] = [text('kind'), text('manager_id'), text('client_id'), text('ref')]
    const product = text('product')
    const sound = formed && isPlainId(kind) && [manager, client, ref].every(isPlainIdOrEmpty)
    if (day === undefined || !sound || Number.isNaN(quantity) || Number.isNaN(fen)) return undefined
    if (isExponentId(manager) || isExponentId(client) || isExponentId(ref)) return undefined
    return { day, kind, manager, client, product, ref, quantity, fen }
  }

  /** The row of cells looked at one by one by the table's shape; undefined where some are faulty and reported. */
  checked(record: TextRecord, report: Report): ActivityRow | undefined {
    const row = readRow(activity, this.#map, record, report, this.#forms)
    const day = this.#days.of(this.#meant(record.cells, 'date') ?? '')
    if (!row || !day) return undefined
    const { kind, manager_id: manager = '', client_id: client = '', product = '', ref = '' } = row.cells
    const [quantity, fen] = [unitsOf(row.cells.quantity, 10_000n), unitsOf(row.cells.amount, 100n)]
    return { day, kind, manager, client, product, ref, quantity, fen }
  }

  /** Whether a cell of the column is filled. */
  isFilled(cells: readonly string[], column: ActivityColumn): boolean {
    return this.#meant(cells, column) !== ''
  }

  /** A cell's text as the contract writes it; undefined where it does not keep the form declared for it. */
  #meant(cells: readonly string[], column: ActivityColumn): string | undefined {
    const found = cells[this.#map.get(column) ?? -1] ?? ''
    const text = this.#forms.size === 0 ? found : canonicalText(found, this.#forms.get(column))
    return typeof text === 'string' ? text : undefined
  }

  /** The cells in the order of the table's columns, then the others: two rows alike in all give the same text. */
  textOf(cells: readonly string[]): string {
    const known = Object.keys(activity.columns).map((column) => cells[this.#map.get(column) ?? -1] ?? '')
    const taken = new Set(this.#map.values())
    return [...known, ...cells.filter((_, index) => !taken.has(index))].join('\0')
  }
}

/** A number as whole units, of which so many make 1. */
const unitsOf = ({ s, n, d }: Exact, units: bigint): bigint => (s * n * units) / d
