import type { Draft } from './drafts.ts'
import type { SchemeFile } from './file-shape.ts'
import { type FormulaReading, labelOf } from './reading.ts'
import type { Component, Figure, RecommendationRule, Scheme } from './scheme.ts'
import { allReads } from './unread.ts'

type Parts = Pick<
  Scheme,
  'people' | 'grades' | 'values' | 'tables' | 'measures' | 'assessments' | 'appraisal'
> & {
  readonly figures: readonly Draft[]
  readonly rules: readonly RecommendationRule[]
  readonly components: readonly Component[]
}

/** The whole scheme, from its parts. */
export function assemble(reading: FormulaReading, entry: SchemeFile, parts: Parts): Scheme {
  const { figures, rules, components, ...rest } = parts
  const { from, to } = entry.effective
  return {
    ...rest,
    place: reading.file.keyPlaceOf(['scheme']),
    id: entry.scheme,
    version: entry.version,
    name: labelOf(reading, entry.name),
    effective: { from, to },
    language: reading.language,
    currency: entry.currency,
    periods: entry.periods,
    figures: figures.flatMap((draft) => figureFrom(reading, draft) ?? []),
    recommendation: rules,
    pay: components,
    vocabulary: reading.names,
    needs: needsOf(reading, rest.measures),
  }
}

/** A figure with the kind of value that its formula was found to give; none where the formula is faulty. */
function figureFrom({ names }: FormulaReading, draft: Draft): Figure | undefined {
  const { path, hasRole, info = names.info(draft.name), ...figure } = draft
  return info && { ...figure, info }
}

function needsOf(reading: FormulaReading, measures: Scheme['measures']): Scheme['needs'] {
  const { facts: all, earlier } = allReads(reading)
  const facts = [...all]
  const within = (space: string) =>
    new Set(facts.flatMap((fact) => (fact.startsWith(`${space}.`) ? [fact.slice(space.length + 1)] : [])))
  return {
    targets: within('target'),
    assessments: within('assessment'),
    tables: new Set(measures.map(({ kind }) => kind.table)),
    earlier,
  }
}
