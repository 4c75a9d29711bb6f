import type { Period } from '../values/period.ts'

/** One line of a period's figures.csv. */
export interface BookFigure {
  readonly line: number
  readonly manager: string
  readonly figure: string
  readonly value: string
}

/** What a period of the book (the folder given by --out) ended with. */
export interface BookPeriod {
  readonly period: Period
  /** Its figures file, as findings name it. */
  readonly file: string
  readonly sha256: string
  readonly figures: readonly BookFigure[]
}
