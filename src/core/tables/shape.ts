import type { Place } from '../findings/finding.ts'
import type { CellKind } from './cells.ts'

/** A column of a table: what its cells hold, and what an empty or absent cell means. */
export interface Column<T = unknown, Absent = unknown> {
  readonly kind: CellKind<T>
  /** Whether the header must name it and every row fill it in. */
  readonly required: boolean
  /** The value of an empty cell of an optional column. */
  readonly absent: Absent
}

export const required = <T>(kind: CellKind<T>): Column<T, never> => ({
  kind,
  required: true,
  absent: undefined as never,
})

export const optional = <T>(kind: CellKind<T>): Column<T, undefined> => ({
  kind,
  required: false,
  absent: undefined,
})

export const defaulted = <T, D>(kind: CellKind<T>, absent: D): Column<T, D> => ({
  kind,
  required: false,
  absent,
})

export type Columns = Readonly<Record<string, Column>>

/** The shape of one table of the contract (section 2): its columns and the key that no two rows share. */
export interface Shape<C extends Columns = Columns> {
  readonly name: string
  readonly columns: C
  readonly key: readonly string[]
}

export const shape = <C extends Columns>(
  name: string,
  columns: C,
  key: readonly (keyof C & string)[],
): Shape<C> => ({ name, columns, key })

export type Cells<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer T, infer Absent> ? T | Absent : never
}

/** A row of a table as read: its cells by column, and where the row or one of its cells stands. */
export interface Row<C extends Columns = Columns> {
  readonly cells: Cells<C>
  readonly at: (column?: keyof C & string) => Place
}

export type RowOf<S> = S extends Shape<infer C> ? Row<C> : never
