import type { Report } from '../findings/finding.ts'
import type { Facts } from '../findings/sentences.ts'
import { type Expression, evaluate } from '../formula/formula.ts'
import type { Figure, RankKey } from '../scheme/scheme.ts'
import { exact, isExact, round } from '../values/exact.ts'
import { absent, isMissing, type Missing } from '../values/missing.ts'
import { compareText } from '../values/text.ts'
import type { Value } from '../values/value.ts'
import { type Adjustments, adjust, reportApplied } from './adjustments.ts'
import type { Sheet } from './sheet.ts'

/** What a figure has for anyone outside its `for`, a rank for anyone who is not ranked; whoever reads it needs `otherwise`. */
export const notConcerned = (name: string): Missing => absent('not-concerned', { name })

/**
 * Computes every figure for everyone. Figures that look at one person only are computed person by person; before one that looks
 * at other people is, everyone has all figures that come before it.
 */
export function computeFigures(
  figures: readonly Figure[],
  sheets: readonly Sheet[],
  adjustments: Adjustments,
  report: Report,
): void {
  let own: Figure[] = []
  const computeOwn = () => {
    for (const sheet of sheets) {
      for (const figure of own) sheet.set(figure.name, computed(figure, sheet, adjustments, report))
    }
    own = []
  }
  for (const figure of figures) {
    const { method, looksAtOthers } = figure
    if (looksAtOthers) computeOwn()
    if (method.by === 'ranking') rankPeople(figure, method, sheets, report)
    else own.push(figure)
  }
  computeOwn()
}

/** Whether a condition holds for a person; one that cannot be told is reported and counts as not holding. */
export function holdsFor(
  condition: Expression | undefined,
  figure: string,
  sheet: Sheet,
  report: Report,
): boolean {
  if (!condition) return true
  const value = settle(evaluate(condition, sheet), figure, sheet, report)
  return value === true
}

/** The value, or what is missing of it, reported once and known from then on. */
export function settle(
  value: Value | Missing,
  figure: string,
  sheet: Sheet,
  report: Report,
): Value | Missing {
  if (!isMissing(value) || value.known) return value
  const facts = { figure, person: sheet.person.id, ...value.facts } as Facts<Missing['missing']>
  report(value.missing, { ...sheet.person.place, field: figure }, facts)
  return { ...value, known: true }
}

/** The first case whose condition holds, or what is missing to tell. */
function decide<C extends { readonly when: Expression | undefined }>(
  cases: readonly C[],
  sheet: Sheet,
): C | Missing {
  for (const each of cases) {
    const holds = each.when ? evaluate(each.when, sheet) : true
    if (isMissing(holds)) return holds
    if (holds === true) return each
  }
  throw new Error('The last case of a decision holds always.')
}

function computed(figure: Figure, sheet: Sheet, adjustments: Adjustments, report: Report): Value | Missing {
  if (!holdsFor(figure.concerns, figure.name, sheet, report)) return notConcerned(figure.name)
  const value = rawValue(figure, sheet)
  if (isMissing(value)) {
    return figure.optional && value.absence ? value : settle(value, figure.name, sheet, report)
  }
  return finish(figure, value, sheet, adjustments, report)
}

function rawValue({ name, method }: Figure, sheet: Sheet): Value | Missing {
  if (method.by === 'formula') return evaluate(method.formula, sheet)
  if (method.by === 'ranking') throw new Error('A ranking sees all people at once.')
  if (method.by === 'choice') {
    const chosen = decide(method.cases, sheet)
    return isMissing(chosen) ? chosen : evaluate(chosen.gives, sheet)
  }
  const decided = decide(method.cases, sheet)
  if (isMissing(decided)) return decided
  sheet.decide(name, decided)
  return decided.gives
}

/** A number after its approved adjustments and its declared rounding; other values as they are. */
export function finish(
  { name, rounding }: Pick<Figure, 'name' | 'rounding'>,
  value: Value,
  sheet: Sheet,
  adjustments: Adjustments,
  report: Report,
): Value {
  if (!isExact(value)) return value
  const applied = adjustments(sheet.person.id, name)
  for (const adjustment of applied) {
    sheet.record(`adjustment.${adjustment.cells.id}`, adjustment.cells.value)
    reportApplied(adjustment, report)
  }
  const adjusted = adjust(value, applied)
  return rounding ? round(adjusted, rounding) : adjusted
}

function rankPeople(
  { name, concerns }: Figure,
  { among, keys }: { readonly among: Expression | undefined; readonly keys: readonly RankKey[] },
  sheets: readonly Sheet[],
  report: Report,
): void {
  const ranked = sheets.filter(
    (sheet) => holdsFor(concerns, name, sheet, report) && holdsFor(among, name, sheet, report),
  )
  for (const sheet of sheets) sheet.set(name, notConcerned(name))
  const sorted = ranked.sort((a, b) => compareByKeys(a, b, keys) || compareText(a.person.id, b.person.id))
  for (const [index, sheet] of sorted.entries()) sheet.set(name, exact(BigInt(index + 1)))
}

function compareByKeys(a: Sheet, b: Sheet, keys: readonly RankKey[]): number {
  for (const { figure, descending } of keys) {
    const [x, y] = [a.known(figure), b.known(figure)]
    if (!isExact(x) || !isExact(y)) continue
    const order = x.compare(y)
    if (order !== 0) return descending ? -order : order
  }
  return 0
}
