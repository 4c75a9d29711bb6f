import { SIGNED_THINGS } from '../values/sign-off.ts'
import { needsOthers } from './dependencies.ts'
import type { Draft } from './drafts.ts'
import type { SchemeFile } from './file-shape.ts'
import { needsOf } from './needs.ts'
import { type FormulaReading, labelOf } from './reading.ts'
import type { Component, Figure, RecommendationRule, Scheme } from './scheme.ts'

type Parts = Pick<
  Scheme,
  | 'people'
  | 'grades'
  | 'values'
  | 'tables'
  | 'measures'
  | 'assessments'
  | 'appraisal'
  | 'checks'
  | 'clients'
  | 'entry'
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
    figures: figures.flatMap((draft) => figureFrom(reading, draft, rest.values) ?? []),
    recommendation: rules,
    pay: components,
    signOff: signOffOf(entry),
    vocabulary: reading.names,
    needs: needsOf(reading, figures, rest.measures, entry.periods),
  }
}

/** A figure with the kind of value that its formula was found to give; none where the formula is faulty. */
export function figureFrom(
  { names }: FormulaReading,
  draft: Draft,
  values: Scheme['values'],
): Figure | undefined {
  const { path, hasRole, info = names.info(draft.name), ...figure } = draft
  return info && { ...figure, looksAtOthers: needsOthers(draft, values), info }
}

function signOffOf({ sign_off: entry }: SchemeFile): Scheme['signOff'] {
  const wanted = SIGNED_THINGS.map((thing) => [thing, entry?.[thing] ?? []] as const)
  return new Map(wanted.filter(([, roles]) => roles.length > 0))
}
