/** How a bank's export writes the cells of one column where that differs from the contract. Plain data, so that it can be handed to another thread. */
export interface ColumnForm {
  /** How days are written. */
  readonly date?: 'YYYY/M/D' | 'YYYYMMDD' | 'YYYY年M月D日'
  /** Whether thousands are set apart by commas. */
  readonly thousands?: boolean
  /** Whether digits, sign and point may be full-width. */
  readonly fullWidth?: boolean
  /** By how many places the decimal point moves to the right: 4 for 万元. */
  readonly shift?: number
  /** What the bank's own words stand for. */
  readonly values?: ReadonlyMap<string, string>
}

/** What `inputs.yaml` says of one table; plain data. */
export interface TableInput {
  /** Names or globs of its files in the input folder; the table's own names where empty. */
  readonly files: readonly string[]
  readonly encoding: 'utf-8' | 'gb18030' | undefined
  /** One ASCII character. */
  readonly delimiter: string
  /** By header, in small letters: the column it means. */
  readonly aliases: ReadonlyMap<string, string>
  /** By column; a column that is not here is read as the contract writes it. */
  readonly forms: ReadonlyMap<string, ColumnForm>
  /** The only products there are, after `values`; any where undefined. */
  readonly products: ReadonlySet<string> | undefined
  readonly snapshots: 'daily' | 'changes'
}
