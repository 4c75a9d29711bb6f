import { type Expression, parseFormula, resolveFormula } from '../formula/formula.ts'
import { type Exact, printExact, ZERO } from '../values/exact.ts'
import { type Draft, draftNumber, draftOf } from './drafts.ts'
import type { AppraisalEntry } from './file-shape.ts'
import { onlyOnce } from './people.ts'
import { type FormulaReading, NUMBER } from './reading.ts'

const PATH = ['appraisal']

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

/** Reports indicators with ids that cannot be, and points that do not add up to those declared. */
export function checkIndicators(reading: FormulaReading, { indicators, of }: AppraisalEntry): void {
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

/** The points of each indicator, as figures `points.<id>`. */
export const draftIndicators = (
  reading: FormulaReading,
  { indicators }: AppraisalEntry,
  concerns: Expression | undefined,
) =>
  indicators.map((entry, index) => {
    const path = [...PATH, 'indicators', index]
    return draftNumber(
      reading,
      { name: `points.${entry.id}`, path, entry, concerns },
      'formula',
      entry.formula,
    )
  })

/** The sum of the points of all indicators, as the figure `points`. */
export function draftPoints(
  reading: FormulaReading,
  { indicators }: AppraisalEntry,
  concerns: Expression | undefined,
): Draft | undefined {
  const path = [...PATH, 'indicators']
  const text = sumOf(indicators.map(({ id }) => `points.${id}`))
  const syntax = parseFormula(text, { place: reading.file.placeOf(path) }, reading.report)
  if (!syntax) return undefined
  const formula = resolveFormula(syntax, reading.names)
  return draftOf(reading, {
    name: 'points',
    path,
    entry: {},
    concerns,
    method: { by: 'formula', formula },
    info: NUMBER,
    hasRole: true,
  })
}

/** Bracketed by halves, since formulas may not be nested deeply. */
function sumOf(names: readonly string[]): string {
  if (names.length <= 8) return names.join(' + ')
  const half = Math.ceil(names.length / 2)
  return `(${sumOf(names.slice(0, half))}) + (${sumOf(names.slice(half))})`
}
