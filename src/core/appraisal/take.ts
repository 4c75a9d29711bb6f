import type { Settings } from '../measures/kind.ts'
import { WINDOWS } from '../measures/window.ts'
import type { Measure } from '../scheme/scheme.ts'
import { lookUp } from '../scheme/tiers.ts'
import { tiersOn } from '../scheme/values-in-force.ts'
import type { Day, Interval } from '../values/calendar.ts'
import { type Exact, isExact, ONE, printExact, ZERO } from '../values/exact.ts'
import { isMissing, type Missing } from '../values/missing.ts'
import type { Period } from '../values/period.ts'
import { type Alike, mentions, type OwnedCell, valueIn } from './owned-cell.ts'
import { Tallies, type Tally, tallyOf, times } from './tally.ts'

/** What a measure comes to for one manager or client: input rows, their exact weighted sum, and the value after division. */
export interface Taken {
  readonly rows: number
  readonly sum: Exact
  /** What is missing of it where the measure's table does not hold the amount of some row. */
  readonly value: Exact | Missing
}

/** A measure over the whole table: all its window's rows, what was credited and what nobody owns, by branch. */
export interface MeasureTotals {
  readonly measure: Measure
  readonly divisor: bigint
  readonly taken: ReadonlyMap<string, Taken>
  readonly rows: number
  readonly sum: Exact
  readonly credited: Exact
  readonly unclaimed: ReadonlyMap<string, Exact>
}

/** All measures of a run, and the cells that at least one of them counts. */
export interface TakenMeasures {
  readonly totals: readonly MeasureTotals[]
  readonly used: ReadonlySet<Alike>
}

/** Takes every measure for every manager from the engine's sums. */
export function takeMeasures(
  measures: readonly Measure[],
  alike: readonly Alike[],
  period: Period,
): TakenMeasures {
  const used = new Set<Alike>()
  const totals = measures.map((measure) => {
    const asked = askedOf(measure, period)
    const counted = alike.filter(({ one }) => counts(asked, one))
    for (const group of counted) used.add(group)
    return takeMeasure(asked, counted)
  })
  return { totals, used }
}

/** A measure as it is asked for: its window, and the settings that hold on a day. */
export interface Asked {
  readonly measure: Measure
  readonly window: Interval
  readonly settings: Settings
}

/** A measure as a period asks for it, with its table as of the period's last day or the one given. */
export const askedOf = (measure: Measure, period: Period, on: Day = period.last): Asked => ({
  measure,
  window: WINDOWS[measure.over].days(period),
  settings: settingsOf(measure, on),
})

/** The days for which the table of a measure must have rows. */
export const daysNeeded = ({ measure, window, settings }: Asked): readonly Interval[] =>
  measure.kind.needs(window, settings)

function settingsOf({ on, table }: Measure, day: Day): Settings {
  return {
    on,
    gives: (amount) => {
      if (!table) return ONE
      const tiers = tiersOn(table, day)
      const found = isMissing(tiers) ? tiers : lookUp(tiers, amount)
      if (isMissing(found)) return found
      return isExact(found.result) ? found.result : ZERO
    },
  }
}

/** Whether a measure counts the rows of a cell. */
export const counts = ({ measure, window, settings }: Asked, cell: OwnedCell): boolean =>
  mentions(measure, cell) && measure.kind.covers(cell, window, settings)

/** What the rows of cells alike are multiplied by: weight and worth times a currency's rate, one object for each rate. */
function factorsOf({ measure, settings }: Asked, cell: OwnedCell): ((rate: Exact) => Exact) | Missing {
  let weight = measure.kind.worth?.(cell, cell.amountLike, settings) ?? ONE
  if (isMissing(weight)) return weight
  for (const [column, weights] of measure.weigh) {
    weight = times(weight, weights.get(valueIn(cell, column)) ?? ONE)
  }
  const [own, known] = [weight, new Map<Exact, Exact>()]
  return (rate) => {
    const factor = known.get(rate) ?? times(own, rate)
    known.set(rate, factor)
    return factor
  }
}

/** Cells alike with what their rows are multiplied by, or what is missing of that. */
interface Factored extends Pick<Alike, 'cells'> {
  readonly factorAt: ((rate: Exact) => Exact) | Missing
}

/** The cells that a measure counts, each with its factor. */
export const factored = (asked: Asked, groups: readonly Alike[]): readonly Factored[] =>
  groups.map(({ one, cells }) => ({ cells, factorAt: factorsOf(asked, one) }))

/** What a tally came to, or what is missing of it. */
export const takenIn = (tally: Tally, divisor: bigint, missing: Missing | undefined): Taken => {
  const sum = tally.total
  return { rows: tally.rows, sum, value: missing ?? sum.div(divisor) }
}

/** Adds a cell to the sums of its managers, and what of it nobody owns to that of its branch. */
function divide(cell: OwnedCell, factor: Exact, byManager: Tallies, byBranch: Tallies): void {
  let unclaimed = cell.ownership.length === 0 ? ONE : ZERO
  for (const { manager, share, standing } of cell.ownership) {
    if (standing === 'outside') unclaimed = unclaimed.add(share)
    else byManager.of(manager).add(cell, times(factor, share))
  }
  if (unclaimed !== ZERO) byBranch.of(cell.branch).add(cell, times(factor, unclaimed))
}

/** Takes one measure for every manager from the cells alike that it counts; credited + unclaimed = the whole, asserted. */
export function takeMeasure(asked: Asked, groups: readonly Alike[]): MeasureTotals {
  const { measure, window, settings } = asked
  const [whole, byManager, byBranch] = [tallyOf(measure), new Tallies(measure), new Tallies(measure)]
  const missing = new Map<string, Missing>()
  for (const { cells, factorAt } of factored(asked, groups)) {
    for (const cell of cells) {
      if (typeof factorAt === 'function') {
        const factor = factorAt(cell.rate)
        whole.add(cell, factor)
        divide(cell, factor, byManager, byBranch)
      } else {
        for (const { manager } of cell.ownership) missing.set(manager, factorAt)
      }
    }
  }
  for (const manager of missing.keys()) byManager.of(manager)
  const divisor = measure.kind.divisor(window, settings)
  const taken = new Map<string, Taken>()
  for (const [manager, tally] of byManager.entries)
    taken.set(manager, takenIn(tally, divisor, missing.get(manager)))
  const credited = [...taken.values()].reduce((sum, each) => sum.add(each.sum), ZERO)
  const unclaimed = new Map([...byBranch.entries].map(([branch, tally]) => [branch, tally.total]))
  const all = [...unclaimed.values()].reduce((sum, each) => sum.add(each), credited)
  // Days are not shared out: one counts for every manager and branch that has a row on it.
  const sum = measure.kind.counts === 'days' ? all : whole.total
  if (!sum.equals(all))
    throw new Error(`Control totals of ${measure.name} do not agree: ${printExact(sum.sub(all))}`)
  return { measure, divisor, taken, rows: whole.rows, sum, credited, unclaimed }
}
