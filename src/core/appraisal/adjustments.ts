import type { Report } from '../findings/finding.ts'
import { near } from '../findings/near.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { RowsOf } from '../tables/shapes.ts'
import { printDay } from '../values/calendar.ts'
import { type Exact, printExact } from '../values/exact.ts'
import { groupBy, TwoKeys } from '../values/group.ts'
import type { Period } from '../values/period.ts'
import { compareText } from '../values/text.ts'
import type { Sheet } from './sheet.ts'

export type Adjustment = RowsOf<'adjustments'>[number]

/** The approved adjustments in force in a run, by person and figure, in the order of their ids. */
export type Adjustments = (manager: string, figure: string) => readonly Adjustment[]

/** Every name that an adjustment may be for: the scheme's numeric measures and figures but the rank. */
export function adjustable({ measures, figures }: Pick<Scheme, 'measures' | 'figures'>): ReadonlySet<string> {
  const numeric = figures.filter(({ info, method }) => info.type === 'number' && method.by !== 'ranking')
  return new Set([...measures, ...numeric].map(({ name }) => name))
}

/** Checks all adjustments (four eyes, known figure, one `set` each) and gives those that the period applies. */
export function adjustmentsOf(
  rows: RowsOf<'adjustments'>,
  period: Period,
  figures: ReadonlySet<string>,
  report: Report,
): Adjustments {
  for (const row of rows) checkAdjustment(row, figures, report)
  const applying = rows.filter((row) => applies(row, period, report))
  const byFigure = new TwoKeys<readonly Adjustment[]>()
  for (const [manager, own] of groupBy(applying, ({ cells }) => cells.manager_id)) {
    for (const [figure, group] of groupBy(own, ({ cells }) => cells.figure)) {
      const sorted = group.sort((a, b) => compareText(a.cells.id, b.cells.id))
      checkOneSet(sorted, report)
      byFigure.set(manager, figure, sorted)
    }
  }
  return (manager, figure) => byFigure.get(manager, figure) ?? NONE
}

const NONE: readonly Adjustment[] = []

function checkAdjustment({ cells, at }: Adjustment, figures: ReadonlySet<string>, report: Report): void {
  const { id, figure, requested_by: requested, approved_by: approved, manager_id: manager } = cells
  if (new Set([requested, approved, manager]).size < 3) {
    report('adjustment-approval', at('approved_by'), { id, requested, approved, manager })
  }
  if (!figures.has(figure)) {
    report('adjustment-figure', at('figure'), { id, figure, likeliest: near(figure, figures) })
  }
}

function applies({ cells, at }: Adjustment, period: Period, report: Report): boolean {
  if (cells.period !== undefined && cells.period.id !== period.id) return false
  const { expires_on: expiry, id, manager_id: manager } = cells
  if (expiry === undefined || expiry >= period.last) return true
  report('adjustment-expired', at('expires_on'), { id, manager, day: printDay(expiry) })
  return false
}

function checkOneSet(group: readonly Adjustment[], report: Report): void {
  const [first, ...others] = group.filter(({ cells }) => cells.mode === 'set')
  for (const { cells, at } of others) {
    const { id, figure, manager_id: manager } = cells
    report('adjustment-twice', at('mode'), { first: first?.cells.id ?? '', id, figure, manager })
  }
}

/** The value after its adjustments: what a `set` says instead of it, then every `add`. */
export function adjust(value: Exact, adjustments: readonly Adjustment[]): Exact {
  const set = adjustments.find(({ cells }) => cells.mode === 'set')
  const adds = adjustments.filter(({ cells }) => cells.mode === 'add')
  return adds.reduce((sum, { cells }) => sum.add(cells.value), set?.cells.value ?? value)
}

/** Notes an applied adjustment with its reason and its two people, for whoever asks why later. */
export function reportApplied({ cells, at }: Adjustment, report: Report): void {
  const { id, manager_id: manager, figure, mode, value, reason, requested_by, approved_by } = cells
  const said = { id, manager, figure, mode, value: printExact(value), reason }
  report('adjustment-applied', at(), { ...said, requested: requested_by, approved: approved_by })
}

/** Warns of adjustments of the period that met no figure: the person is not in the run, or the figure not theirs. */
export function reportIdle(
  rows: RowsOf<'adjustments'>,
  adjustments: Adjustments,
  sheets: readonly Sheet[],
  report: Report,
): void {
  const byId = new Map(sheets.map((sheet) => [sheet.person.id, sheet]))
  for (const row of rows) {
    const { id, manager_id: manager, figure } = row.cells
    if (!adjustments(manager, figure).includes(row) || byId.get(manager)?.known(figure)) continue
    report('adjustment-idle', row.at(), { id, figure, manager })
  }
}
