/** One cell of a report: a text, or a number already printed (which no spreadsheet must take for a formula). */
export interface Cell {
  readonly text: string
  readonly number: boolean
}

/** A report as a table; formats print it. */
export interface Table {
  readonly header: readonly string[]
  readonly rows: Iterable<readonly Cell[]>
}

export const text = (value: string | undefined): Cell => ({ text: value ?? '', number: false })

export const number = (value: string | undefined): Cell => ({ text: value ?? '', number: true })
