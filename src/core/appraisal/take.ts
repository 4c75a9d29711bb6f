import type { Quantities } from '../measures/kind.ts'
import { WINDOWS } from '../measures/window.ts'
import type { FilterColumn, Measure } from '../scheme/scheme.ts'
import type { ActivityCell, BalanceCell } from '../tables/engine.ts'
import type { Ownership } from '../tables/ownership.ts'
import { type Exact, ONE, printExact, ZERO } from '../values/exact.ts'
import { groupBy } from '../values/group.ts'
import type { Period } from '../values/period.ts'

/** A cell of an engine's sums with its owners put in and its currency's rate (1 for the scheme's own). */
export type OwnedCell = (Omit<BalanceCell, 'owners' | 'rate'> | Omit<ActivityCell, 'owners'>) & {
  readonly table: 'balances' | 'activity'
  readonly ownership: Ownership
  readonly rate: Exact
  /** In ten-thousandths; rows of balances have none. */
  readonly quantity: bigint
}

/** What a measure comes to for one manager: input rows, their exact weighted sum, and the value after division. */
export interface Taken {
  readonly rows: number
  readonly sum: Exact
  readonly value: Exact
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

/** Whether a measure is about such rows at all, whatever their day. */
export function mentions(measure: Measure, cell: OwnedCell): boolean {
  if (measure.kind.table !== cell.table) return false
  for (const [column, wanted] of measure.where) if (!wanted.has(valueIn(cell, column))) return false
  return true
}

/** Whether the measure counts the rows of a cell in the run's period. */
const counts = (measure: Measure, cell: OwnedCell, period: Period): boolean =>
  mentions(measure, cell) && measure.kind.covers({ lastDay: false, ...cell }, WINDOWS[measure.over](period))

/** All measures of a run, and the cells that at least one of them counts. */
export interface TakenMeasures {
  readonly totals: readonly MeasureTotals[]
  readonly used: ReadonlySet<OwnedCell>
}

/** Takes every measure for every manager from the engine's sums. */
export function takeMeasures(
  measures: readonly Measure[],
  cells: readonly OwnedCell[],
  period: Period,
): TakenMeasures {
  const alike = [...groupBy(cells, likenessOf).values()]
  const used = new Set<readonly OwnedCell[]>()
  const totals = measures.map((measure) => {
    const counted = alike.filter(([first]) => first && counts(measure, first, period))
    for (const group of counted) used.add(group)
    return takeMeasure(measure, counted, period)
  })
  return { totals, used: new Set([...used].flat()) }
}

/** The same text for cells alike in all that decides whether and with which weight a measure counts them. */
function likenessOf(cell: OwnedCell): string {
  const { table, product, month } = cell
  const lastDay = 'lastDay' in cell && cell.lastDay
  const [kind, currency] = [valueIn(cell, 'kind'), valueIn(cell, 'currency')]
  // Lengths keep apart what any text may hold.
  return `${table} ${month} ${lastDay} ${product.length} ${kind.length} ${product}${kind}${currency}`
}

function valueIn(cell: OwnedCell, column: FilterColumn): string {
  if (column === 'product') return cell.product
  if (column === 'kind') return 'kind' in cell ? cell.kind : ''
  return 'currency' in cell ? cell.currency : ''
}

/** What the rows of cells alike are multiplied by: their weight times a currency's rate, one object for each rate. */
function factorsOf(measure: Measure, [first]: readonly OwnedCell[]): (rate: Exact) => Exact {
  let weight = ONE
  for (const [column, weights] of first ? measure.weigh : []) {
    weight = times(weight, weights.get(valueIn(first as OwnedCell, column)) ?? ONE)
  }
  const known = new Map<Exact, Exact>()
  return (rate) => {
    const factor = known.get(rate) ?? times(weight, rate)
    known.set(rate, factor)
    return factor
  }
}

/** The product; most factors are 1. */
const times = (a: Exact, b: Exact): Exact => (a === ONE ? b : b === ONE ? a : a.mul(b))

/** A sum that grows by whole quantities, kept apart by factor so that each factor is multiplied in once. */
class FactoredSum {
  rows = 0
  readonly #parts = new Map<Exact, { amount: bigint; quantity: bigint; rows: number }>()

  add(cell: Quantities, factor: Exact): void {
    const part = this.#parts.get(factor) ?? this.#open(factor)
    part.amount += cell.amount
    part.quantity += cell.quantity
    part.rows += cell.rows
    this.rows += cell.rows
  }

  total(measure: Measure): Exact {
    let sum = ZERO
    for (const [factor, part] of this.#parts) sum = sum.add(times(measure.kind.counts(part), factor))
    return sum
  }

  #open(factor: Exact) {
    const part = { amount: 0n, quantity: 0n, rows: 0 }
    this.#parts.set(factor, part)
    return part
  }
}

class Sums {
  readonly #sums = new Map<string, FactoredSum>()
  of(key: string): FactoredSum {
    const sum = this.#sums.get(key) ?? new FactoredSum()
    this.#sums.set(key, sum)
    return sum
  }
  totals(measure: Measure): Map<string, Exact> {
    return new Map([...this.#sums].map(([key, sum]) => [key, sum.total(measure)]))
  }
  get entries() {
    return this.#sums.entries()
  }
}

/** Adds a cell to the sums of its managers, and what of it nobody owns to that of its branch. */
function divide(cell: OwnedCell, factor: Exact, byManager: Sums, byBranch: Sums): void {
  let unclaimed = cell.ownership.length === 0 ? ONE : ZERO
  for (const { manager, share, standing } of cell.ownership) {
    if (standing === 'outside') unclaimed = unclaimed.add(share)
    else byManager.of(manager).add(cell, times(factor, share))
  }
  if (unclaimed !== ZERO) byBranch.of(cell.branch).add(cell, times(factor, unclaimed))
}

/** Takes one measure for every manager from the cells alike that it counts; credited + unclaimed = the whole, asserted. */
function takeMeasure(
  measure: Measure,
  groups: readonly (readonly OwnedCell[])[],
  period: Period,
): MeasureTotals {
  const [whole, byManager, byBranch] = [new FactoredSum(), new Sums(), new Sums()]
  for (const group of groups) {
    const factorAt = factorsOf(measure, group)
    for (const cell of group) {
      const factor = factorAt(cell.rate)
      whole.add(cell, factor)
      divide(cell, factor, byManager, byBranch)
    }
  }
  const divisor = measure.kind.divisor(WINDOWS[measure.over](period))
  const taken = new Map<string, Taken>()
  for (const [manager, sum] of byManager.entries) {
    const total = sum.total(measure)
    taken.set(manager, { rows: sum.rows, sum: total, value: total.div(divisor) })
  }
  const credited = [...taken.values()].reduce((sum, each) => sum.add(each.sum), ZERO)
  const unclaimed = byBranch.totals(measure)
  const sum = whole.total(measure)
  const left = [...unclaimed.values()].reduce((rest, each) => rest.sub(each), sum.sub(credited))
  if (!left.equals(ZERO))
    throw new Error(`Control totals of ${measure.name} do not agree: ${printExact(left)}`)
  return { measure, divisor, taken, rows: whole.rows, sum, credited, unclaimed }
}
