import type { Place, Report } from '../findings/finding.ts'
import type { Fact } from '../findings/sentence.ts'
import type { Facts } from '../findings/sentences.ts'

export type CellCode =
  | 'cell-empty'
  | 'cell-number'
  | 'cell-decimals'
  | 'cell-range'
  | 'cell-day'
  | 'cell-period'
  | 'cell-choice'
  | 'cell-blanks'
  | 'cell-full-width'
  | 'cell-thousands'
  | 'cell-groups'
  | 'cell-signs'
  | 'cell-exponent'
  | 'cell-id-exponent'
  | 'cell-day-form'
  | 'cell-day-serial'
  | 'cell-day-declared'
  | 'cell-product'

/** What is wrong with a cell's text, with the facts its sentence needs besides the column's name and the text. */
export class CellFault {
  readonly code: CellCode
  readonly facts: Readonly<Record<string, Fact>>
  constructor(code: CellCode, facts: Readonly<Record<string, Fact>>) {
    this.code = code
    this.facts = facts
  }
}

export const cellFault = <C extends CellCode>(
  code: C,
  facts: Omit<Facts<C>, 'column' | 'found'>,
): CellFault => new CellFault(code, facts as Readonly<Record<string, Fact>>)

const MOST_SHOWN = 60

/** Reports a cell's fault at its place, with the text found there cut to a length that a person reads. */
export function reportCell(fault: CellFault, column: string, found: string, at: Place, report: Report): void {
  const shown = found.length > MOST_SHOWN ? `${found.slice(0, MOST_SHOWN)}…` : found
  const facts = { column, found: shown, ...fault.facts } as Facts<CellCode>
  report(fault.code, { ...at, field: column, value: shown }, facts)
}
