/** What a run works out, per person and as tables. */
import type { PayLine } from './pay.ts'
import type { Recommendation } from './recommendation.ts'
import type { Figure, Sheet } from './sheet.ts'

/** All that is worked out for one person; agents have no recommendation. */
export interface Worked {
  readonly sheet: Sheet
  readonly recommendation: Recommendation | undefined
  readonly pay: readonly PayLine[]
}

/** One output table; the cells are without the apostrophe that guards formulas. */
export interface OutputTable {
  readonly columns: readonly string[]
  /** The columns that name a row. */
  readonly key: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** All expected tables by file name without ending, and the figures in the shape that a next run reads. */
export interface Outputs {
  readonly period: string
  readonly tables: ReadonlyMap<string, OutputTable>
  readonly figures: readonly Figure[]
  /** Figures that need not be stated but must have this value where they are. */
  readonly optionalFigures: readonly Figure[]
}
