import type { Place } from '../findings/finding.ts'
import type { DayForm } from './day-forms.ts'

/**
 * How a bank's export writes the cells of one column where that differs from the contract. Plain data, so that it can be
 * handed to another thread.
 */
export interface ColumnForm {
  /** How days are written; only so. */
  readonly date?: DayForm
  /** Whether thousands are set apart by commas. */
  readonly thousands?: boolean
  /** Whether digits, sign and point may be full-width; in ids, where all of the id is such. */
  readonly fullWidth?: boolean
  /** By how many places the decimal point moves to the right: 4 for 万元. */
  readonly shift?: number
  /** What the bank's own words stand for; an empty text for an empty cell. */
  readonly values?: ReadonlyMap<string, string>
  /** The only texts there are, after `values`: the products known. */
  readonly known?: ReadonlySet<string>
}

/** The forms of a table's columns; a column that is not here is read as the contract writes it. */
export type ColumnForms = ReadonlyMap<string, ColumnForm>

export const PLAIN: ColumnForms = new Map()

/** A file name or glob of `inputs.yaml`, and where it stands there. */
export interface NamedFile {
  readonly pattern: string
  readonly place: Place
}

/** A number that the source of a table states of it, as it writes it, and where `inputs.yaml` passes it on. */
export interface Stated {
  /** `rows`, or the sum of the column in the unit of the file. */
  readonly of: 'rows' | { readonly column: string }
  readonly text: string
  readonly place: Place
}

/** What `inputs.yaml` says of one table; plain data. */
export interface TableInput {
  /** Names or globs of its files in the input folder; the table's own names where empty. */
  readonly files: readonly NamedFile[]
  /** The only encoding its files may have; looked for in each file where undefined. */
  readonly encoding: 'utf-8' | 'gb18030' | undefined
  /** One ASCII character. */
  readonly delimiter: string
  /** By header, in small letters: the column it means. */
  readonly aliases: ReadonlyMap<string, string>
  readonly forms: ColumnForms
  /** The only products there are, after `values`; any where undefined. The form of the column `product` has them too. */
  readonly products: ReadonlySet<string> | undefined
  readonly snapshots: 'daily' | 'changes'
  readonly expect: readonly Stated[]
  /** Columns whose long ids really end in zeros, so that it is no sign of damage. */
  readonly endingInZeros: ReadonlySet<string>
}

/** What holds for a table of which `inputs.yaml` says nothing. */
export const PLAIN_TABLE: TableInput = {
  files: [],
  encoding: undefined,
  delimiter: ',',
  aliases: new Map(),
  forms: PLAIN,
  products: undefined,
  snapshots: 'daily',
  expect: [],
  endingInZeros: new Set(),
}
