import { printDay } from '../values/calendar.ts'
import { printExact } from '../values/exact.ts'
import type { SchemeFile } from './file-shape.ts'
import { labelOf, originOf, type Reading } from './reading.ts'
import type { AssessmentItem } from './scheme.ts'

/** Reports a scheme that ends before it begins. */
export function readEffective({ file, report }: Reading, { effective: { from, to } }: SchemeFile): void {
  if (to === undefined || from <= to) return
  report('scheme-days-backwards', file.placeOf(['effective', 'to']), {
    from: printDay(from),
    to: printDay(to),
  })
}

/** The items that people are assessed in, each with the range of its scores. */
export function readAssessments(
  reading: Reading,
  { assessments }: SchemeFile,
): ReadonlyMap<string, AssessmentItem> {
  const read = [...(assessments ?? [])].map(([item, entry]) => {
    const { from, to } = entry
    const path = ['assessments', item]
    if (from.gte(to)) {
      const facts = { from: printExact(from), to: printExact(to) }
      reading.report('assessment-range', reading.file.placeOf([...path, 'to']), facts)
    }
    return [
      item,
      { name: labelOf(reading, entry.name), from, to, ...originOf(reading, path, entry) },
    ] as const
  })
  return new Map(read)
}
