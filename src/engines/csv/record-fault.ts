import type { Place, Report } from '../../core/findings/finding.ts'
import { MOST_RECORD } from './limits.ts'
import type { Walked } from './walk.ts'

/** Tells what is wrong with a record that begins at an offset: that it is too long, or else its fault, at the faulty cell. */
export function reportRecordFault(
  { cells, fault }: Walked,
  start: number,
  tooLong: boolean,
  placeOf: (offset: number) => Place,
  report: Report,
): void {
  const cell = cells.at(-1) ?? start
  if (fault === undefined || tooLong) {
    // An open quote is the likeliest cause, and stands where the cell begins.
    report('row-too-long', placeOf(fault === 'quote-unclosed' ? cell : start), { most: MOST_RECORD / 1024 })
  } else report(fault, placeOf(cell), {})
}
