import { filesOf } from '../book/book.ts'
import type { Report } from '../findings/finding.ts'
import { Groups } from '../formula/formula.ts'
import { laddersOf } from '../scheme/ladders.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { isExact, ZERO } from '../values/exact.ts'
import { isMissing } from '../values/missing.ts'
import { type Adjustments, reportIdle } from './adjustments.ts'
import type { Appraised } from './appraisal.ts'
import { checkStandings } from './check-sums.ts'
import { reportIdleConfirmations } from './confirmations.ts'
import { controlsOf } from './controls.ts'
import { decisionsOf } from './decisions.ts'
import { computeFigures, finish, holdsFor, notConcerned, settle } from './figures.ts'
import { grantsOf, payLines } from './pay.ts'
import type { Run } from './prepare-run.ts'
import { recommendationsOf } from './recommend.ts'
import { reconcile } from './reconcile.ts'
import { recordReads } from './record-reads.ts'
import { askChecks } from './rules-of-control.ts'
import { Sheet } from './sheet.ts'
import { type MeasureTotals, takeMeasures } from './take.ts'

/** From a run that is ready to the appraisal of everyone: measures, figures, ranking, recommendations, pay and grants. */
export function appraisePeople(run: Run, report: Report): Appraised {
  const { scheme, period, tables, sums, people, world, adjustments } = run
  const taken = takeMeasures(scheme.measures, sums.alike, period)
  checkStandings(
    [...taken.used].flatMap(({ cells }) => cells),
    tables.managers.posts,
    report,
  )
  const groups = new Groups(() => sheets.map(({ peer }) => peer))
  const sheets: readonly Sheet[] = people.inRun.map((person) => {
    const sheet = new Sheet(person, world, groups)
    openSheet(sheet, taken.totals, adjustments, report)
    return sheet
  })
  computeFigures(scheme.figures, sheets, adjustments, report)
  recordReads(scheme, sheets)
  const checks = askChecks(scheme, sheets, report)
  reportIdle(tables.small.adjustments, adjustments, sheets, report)
  const appraised = sheets.filter((sheet) => isAppraised(scheme, sheet, report))
  const { differenceOf, totals: reconciled } = reconcile(run, sheets, report)
  const recommendations = recommendationsOf(scheme, appraised, report)
  reportIdleConfirmations(
    tables.small.confirmations,
    period,
    recommendations.map(({ sheet }) => sheet),
    report,
  )
  const pay = payLines(scheme.pay, sheets, differenceOf, report)
  return {
    scheme,
    period,
    people: people.all,
    sheets,
    ranking: [...appraised].sort(compareRank),
    recommendations,
    clients: run.clients,
    decisions: decisionsOf(recommendations, run.confirmations, laddersOf(scheme.grades)),
    hasConfirmations: tables.small.confirmations.length > 0,
    pay,
    reconciled,
    grants: grantsOf(pay, period),
    measures: taken.totals,
    controls: controlsOf(tables.small, people, sums, taken, reconciled, checks),
    months: run.months,
    book: filesOf(run.book),
  }
}

/** Puts in what a person has before any figure is computed: the grade and the measures. */
function openSheet(
  sheet: Sheet,
  totals: readonly MeasureTotals[],
  adjustments: Adjustments,
  report: Report,
): void {
  const { person } = sheet
  sheet.set('grade', person.grade ?? notConcerned('grade'))
  for (const { measure, taken } of totals) {
    const { name } = measure
    const value = taken.get(person.id)?.value ?? ZERO
    const figure = { name, rounding: undefined }
    sheet.set(
      name,
      isMissing(value)
        ? settle(value, name, sheet, report)
        : finish(figure, value, sheet, adjustments, report),
    )
  }
}

const isAppraised = ({ appraisal }: Scheme, sheet: Sheet, report: Report): boolean =>
  appraisal !== undefined && holdsFor(appraisal.who, 'appraisal', sheet, report)

/** The ranked by rank; those without a rank after them, in the order they had. */
function compareRank(a: Sheet, b: Sheet): number {
  const [x, y] = [a.known('rank'), b.known('rank')]
  if (isExact(x) && isExact(y)) return x.compare(y)
  return (isExact(x) ? 0 : 1) - (isExact(y) ? 0 : 1)
}
