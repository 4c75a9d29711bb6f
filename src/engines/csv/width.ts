import type { Place, Report } from '../../core/findings/finding.ts'

/** Tells of a record that has not as many cells as the header. */
export function reportWidth(cells: readonly string[], wanted: number, place: Place, report: Report): void {
  if (cells.length === 1 && cells[0] === '') report('row-blank', place, {})
  else report(cells.length < wanted ? 'row-short' : 'row-long', place, { cells: cells.length, wanted })
}
