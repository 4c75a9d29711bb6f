/** Options of every command that prints. */
export interface PrintingOptions {
  readonly json?: boolean
  readonly quiet?: boolean
  readonly color?: boolean
  readonly lang?: string
}

/** Options of every command that reads exports. */
export interface RunOptions extends PrintingOptions {
  readonly input: string
  readonly scheme?: string
  readonly period?: string
  readonly out: string
  /** What sums the large tables; told from their files where absent. */
  readonly engine?: 'scan' | 'duckdb'
  readonly memory?: string
  /** On how many threads large tables are read; as many as there are processors, up to four, where absent. */
  readonly workers?: number
  readonly findings?: string
  /** The day whose knowledge counts. */
  readonly asOf?: string
}
