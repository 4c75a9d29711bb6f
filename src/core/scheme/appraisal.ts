import type { Expression } from '../formula/formula.ts'
import { decimalsOf } from '../values/exact.ts'
import { checkCases } from './cases.ts'
import { type Draft, draftNumber, roleDraft } from './drafts.ts'
import type { AppraisalEntry } from './file-shape.ts'
import { checkIndicators, draftIndicators, draftPoints } from './indicators.ts'
import { rankingOf } from './ranking.ts'
import { type FormulaReading, formulaAt, labelOf, originOf, YESNO } from './reading.ts'
import type { Indicator, RatingCase, Scheme } from './scheme.ts'

/** The appraisal of a scheme, with the figures it consists of. */
export interface AppraisalPart {
  readonly appraisal: Scheme['appraisal']
  readonly drafts: readonly Draft[]
}

const PATH = ['appraisal']
const DECIMALS = 2

/** Reads who is appraised, by which indicators, and how they are totalled, rated and ranked. */
export function readAppraisal(reading: FormulaReading, entry: AppraisalEntry | undefined): AppraisalPart {
  if (!entry) return { appraisal: undefined, drafts: [] }
  const who = formulaAt(reading, 'appraisal.who', [...PATH, 'who'], entry.who, YESNO)
  checkIndicators(reading, entry)
  const drafts = [
    ...draftIndicators(reading, entry, who),
    draftPoints(reading, entry, who),
    draftTotal(reading, entry, who),
    draftRating(reading, entry, who),
    rankingOf(reading, entry, who),
  ].flatMap((draft) => draft ?? [])
  const indicators = entry.indicators.map(
    ({ id, name, of }): Indicator => ({ id, label: labelOf(reading, name), of }),
  )
  const decimals = entry.total?.round ? decimalsOf(entry.total.round) : DECIMALS
  return { appraisal: { who, indicators, decimals }, drafts }
}

type Who = Expression | undefined

function draftTotal(reading: FormulaReading, { total }: AppraisalEntry, concerns: Who): Draft | undefined {
  const [entry, path] = [total ?? { formula: 'points' }, [...PATH, 'total']]
  return draftNumber(reading, { name: 'total', path, entry, concerns }, 'formula', entry.formula)
}

function draftRating(reading: FormulaReading, { rating }: AppraisalEntry, concerns: Who): Draft | undefined {
  if (!rating) return undefined
  const path = [...PATH, 'rating']
  checkCases(reading, path, rating)
  const cases = rating.map(
    (entry, index): RatingCase => ({
      when: formulaAt(reading, 'rating', [...path, index, 'when'], entry.when, YESNO),
      gives: entry.id,
      name: labelOf(reading, entry.name ?? rating.find(({ id, name }) => id === entry.id && name)?.name),
      ...originOf(reading, [...path, index], entry),
    }),
  )
  return roleDraft(reading, 'rating', path, concerns, { by: 'cases', cases })
}
