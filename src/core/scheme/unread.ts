import { readsOf } from '../formula/formula.ts'
import type { Draft } from './drafts.ts'
import type { FormulaReading } from './reading.ts'
import type { Scheme } from './scheme.ts'

/** Everything that the formulas of a scheme read; a figure reading only itself does not count as read. */
export function allReads({ formulas }: Pick<FormulaReading, 'formulas'>) {
  const reads = formulas.map(({ owner, expression }) => ({ owner, ...readsOf(expression) }))
  const figures = reads.flatMap(({ owner, figures, earlier }) =>
    [...figures, ...earlier].filter((name) => name !== owner),
  )
  return {
    figures: new Set(figures),
    values: new Set(reads.flatMap(({ values }) => [...values])),
    tables: new Set(reads.flatMap(({ tables }) => [...tables])),
    facts: new Set(reads.flatMap(({ facts }) => [...facts])),
    earlier: new Set(reads.flatMap(({ earlier }) => [...earlier])),
  }
}

type Parts = Pick<Scheme, 'values' | 'tables' | 'assessments' | 'measures'> & {
  readonly drafts: readonly Draft[]
}

/** Warns of what the scheme says and nothing reads. */
export function warnOfUnread(reading: FormulaReading, parts: Parts): void {
  const { file, report } = reading
  const reads = allReads(reading)
  for (const [name] of parts.values) {
    if (!reads.values.has(name)) report('value-unread', file.keyPlaceOf(['values', name]), { name })
  }
  const ofMeasures = new Set(parts.measures.map(({ table }) => table?.name))
  for (const [name] of parts.tables) {
    if (!reads.tables.has(name) && !ofMeasures.has(name))
      report('table-unread', file.keyPlaceOf(['tables', name]), { name })
  }
  for (const [name] of parts.assessments) {
    if (reads.facts.has(`assessment.${name}`)) continue
    report('assessment-unread', file.keyPlaceOf(['assessments', name]), { name })
  }
  for (const { name } of parts.measures) {
    if (!reads.figures.has(name)) report('measure-unread', file.keyPlaceOf(['measures', name]), { name })
  }
  for (const { name, path, hasRole } of parts.drafts) {
    if (!hasRole && !reads.figures.has(name)) report('figure-unread', file.keyPlaceOf(path), { name })
  }
}
