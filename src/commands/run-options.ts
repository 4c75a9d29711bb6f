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
  readonly engine?: 'scan' | 'duckdb'
  readonly memory?: string
  readonly workers?: number
  readonly findings?: string
}
