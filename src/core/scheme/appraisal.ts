import { type Expression, parseFormula, resolveFormula } from '../formula/formula.ts'
import { decimalsOf, type Exact, printExact, ZERO } from '../values/exact.ts'
import { checkCases } from './cases.ts'
import { type Draft, draftNumber, draftOf } from './drafts.ts'
import type { AppraisalEntry } from './file-shape.ts'
import { onlyOnce } from './people.ts'
import { rankingOf } from './ranking.ts'
import { type FormulaReading, formulaAt, labelOf, NUMBER, originOf, YESNO } from './reading.ts'
import type { Figure, Indicator, RatingCase, Scheme } from './scheme.ts'

/** The appraisal of a scheme, with the figures it consists of. */
export interface AppraisalPart {
  readonly appraisal: Scheme['appraisal']
  readonly drafts: readonly Draft[]
}

const PATH = ['appraisal']
const DECIMALS = 2

/** The columns of ranking.csv beside the indicators' own. */
const RANKING_COLUMNS: ReadonlySet<string> = new Set([
  'rank',
  'manager_id',
  'name',
  'branch',
  'grade',
  'adjustment_points',
  'total',
  'rating',
  'recommendation',
])

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
    (each): Indicator => ({
      id: each.id,
      label: labelOf(reading, each.name),
      of: each.of,
    }),
  )
  const decimals = entry.total?.round ? decimalsOf(entry.total.round) : DECIMALS
  return { appraisal: { who, indicators, decimals }, drafts }
}

function checkIndicators(reading: FormulaReading, { indicators, of }: AppraisalEntry): void {
  const { file, report } = reading
  const paths = indicators.map((_, index) => [...PATH, 'indicators', index, 'id'])
  onlyOnce(reading, paths)
  for (const [index, { id }] of indicators.entries()) {
    if (RANKING_COLUMNS.has(id)) report('indicator-column', file.placeOf(paths[index] ?? PATH), { id })
  }
  const sum = indicators.reduce((total: Exact, each) => total.add(each.of), ZERO)
  if (!of || of.equals(sum)) return
  report('indicator-sum', file.placeOf([...PATH, 'of']), { sum: printExact(sum), declared: printExact(of) })
}

type Who = Expression | undefined

const draftIndicators = (reading: FormulaReading, { indicators }: AppraisalEntry, concerns: Who) =>
  indicators.map((entry, index) => {
    const path = [...PATH, 'indicators', index]
    return draftNumber(
      reading,
      { name: `points.${entry.id}`, path, entry, concerns },
      'formula',
      entry.formula,
    )
  })

/** The sum of the points of all indicators, as a figure of its own. */
function draftPoints(
  reading: FormulaReading,
  { indicators }: AppraisalEntry,
  concerns: Who,
): Draft | undefined {
  const path = [...PATH, 'indicators']
  const text = sumOf(indicators.map(({ id }) => `points.${id}`))
  const syntax = parseFormula(text, { place: reading.file.placeOf(path) }, reading.report)
  if (!syntax) return undefined
  const formula = resolveFormula(syntax, reading.names)
  return draftOf(reading, { name: 'points', path, entry: {}, concerns, formula, info: NUMBER, hasRole: true })
}

/** Bracketed by halves, since formulas may not be nested deeply. */
function sumOf(names: readonly string[]): string {
  if (names.length <= 8) return names.join(' + ')
  const half = Math.ceil(names.length / 2)
  return `(${sumOf(names.slice(0, half))}) + (${sumOf(names.slice(half))})`
}

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

/** A figure with a role that is not given by a formula; what kind of value it has is known from its name. */
export function roleDraft(
  reading: FormulaReading,
  name: string,
  path: readonly string[],
  concerns: Who,
  method: Figure['method'],
): Draft {
  const shared = {
    name,
    path,
    concerns,
    method,
    label: {},
    rounding: undefined,
    optional: false,
    hasRole: true,
  }
  return { ...shared, info: reading.names.info(name), ...originOf(reading, path) }
}
