import type { ActivityCell, ActivityPlan } from '../../core/tables/engine.ts'
import { groupOf } from '../../core/tables/groups.ts'
import type { Bucket } from '../../core/values/buckets.ts'
import { keyOfActivity, mergedCells } from '../merged-cells.ts'
import type { ActivityRow } from './activity-rows.ts'
import { KeptNames } from './kept-names.ts'
import { Whole } from './whole.ts'

type Owners = ActivityCell['owners']

type Key = Pick<ActivityCell, 'branch' | 'kind' | 'product' | 'group' | 'band' | keyof Bucket>

interface OpenCell extends Key {
  readonly owners: Owners
  days: number
  rows: number
  readonly quantity: Whole
  readonly amount: Whole
}

/** The sums of a part of `activity`. Plain data. */
export interface ActivityCellsData {
  readonly cells: readonly ActivityCell[]
  /** Whether kinds and products that no measure mentions were too many to be told apart. */
  readonly manyKinds: boolean
  readonly manyProducts: boolean
}

/** The sums of a part of `activity` while they are made. */
export class ActivityCells {
  readonly #cells = new Map<string, OpenCell>()
  readonly #kinds: KeptNames
  readonly #products: KeptNames
  readonly #plan: ActivityPlan

  constructor(plan: ActivityPlan) {
    this.#plan = plan
    this.#kinds = new KeptNames(plan.names)
    this.#products = new KeptNames(plan.names)
  }

  add(owners: Owners, branch: string, row: ActivityRow): void {
    const [kind, product] = [this.#kinds.keep(row.kind), this.#products.keep(row.product)]
    const { month, first, last } = row.day
    const group = groupOf(this.#plan.groups, row.client)
    const band = bandOf(row.fen, this.#plan.bounds)
    const key = { owners, branch, kind, product, group, band, month, first, last }
    const text = keyOfActivity(key)
    const cell = this.#cells.get(text) ?? {
      ...key,
      days: 0,
      rows: 0,
      quantity: new Whole(),
      amount: new Whole(),
    }
    this.#cells.set(text, cell)
    cell.days |= row.day.bit
    cell.rows += 1
    cell.quantity.add(row.quantity)
    cell.amount.add(row.fen)
  }

  get data(): ActivityCellsData {
    const cells = [...this.#cells.values()].map((open) => ({
      ...open,
      quantity: open.quantity.value,
      amount: open.amount.value,
    }))
    return { cells, manyKinds: this.#kinds.tooMany, manyProducts: this.#products.tooMany }
  }
}

/** How many of some bounds an amount in fen reaches. */
function bandOf(fen: number | bigint, bounds: readonly bigint[]): number {
  let band = 0
  while (band < bounds.length && fen >= (bounds[band] as bigint)) band += 1
  return band
}

/** The cells of all parts, in an order that does not depend on the order of rows. */
export function cellsOf(
  parts: readonly ActivityCellsData[],
  names: ReadonlySet<string>,
): readonly ActivityCell[] {
  const [kinds, products] = [new KeptNames(names), new KeptNames(names)]
  const cells = parts.flatMap((part) => part.cells)
  for (const { kind, product } of cells) {
    kinds.keep(kind)
    products.keep(product)
  }
  kinds.tooMany ||= parts.some(({ manyKinds }) => manyKinds)
  products.tooMany ||= parts.some(({ manyProducts }) => manyProducts)
  const isNamed = !kinds.tooMany && !products.tooMany
  const named = (cell: ActivityCell): ActivityCell => ({
    ...cell,
    kind: kinds.final(cell.kind),
    product: products.final(cell.product),
  })
  return mergedCells(isNamed ? cells : cells.map(named), keyOfActivity)
}
