import { type BalancePlan, NONE_HOLDS, type Stretch } from '../../core/tables/engine.ts'
import { groupOf } from '../../core/tables/groups.ts'
import { stretchOf } from '../../core/tables/owned-days.ts'
import { stretchAt } from '../../core/tables/timelines.ts'
import { AFTER_ALL, BEFORE_ALL, type Day } from '../../core/values/calendar.ts'
import { KeptNames } from '../scan/kept-names.ts'
import { Families } from './families.ts'
import type { Heap } from './heap.ts'

/** What a row says besides day, balance and currency; texts of absent cells are empty. */
export interface RowFacts {
  readonly account: string
  readonly client: string
  readonly product: string
  readonly manager: string
  readonly branch: string
}

/** Who owns a row on a day and the rate at which it counts, each with the days on which that stays so. */
export interface Terms {
  readonly owners: Stretch
  readonly rate: Stretch
}

const OWN_RATE: Stretch = { first: BEFORE_ALL, last: AFTER_ALL, number: 0 }

/** Whether owners and rate are both known. */
export const areTermsKnown = ({ owners, rate }: Terms): boolean =>
  owners.number !== NONE_HOLDS && rate.number !== NONE_HOLDS

/** Tells where rows count; knows the families, products and currencies met. */
export class Placing {
  readonly families: Families
  readonly products: KeptNames
  /** The foreign currencies met, by number; the scheme's own has the number 0. */
  readonly currencies: string[] = ['']
  readonly #plan: BalancePlan
  /** Whether nothing but manager and product tells where claimed rows in the scheme's own currency count on a day. */
  readonly #byManager: boolean
  /** By manager and product, where such a row counted last. */
  readonly #latest = new Map<string, Map<string, number>>()

  constructor(plan: BalancePlan, heap: Heap) {
    this.#plan = plan
    const { owners, watched, groups } = plan
    this.#byManager = owners.managers !== undefined && watched.size === 0 && groups === undefined
    this.families = new Families(heap)
    this.products = new KeptNames(plan.names)
  }

  /** The number under which a currency's accounts are kept; an empty text is the scheme's own. */
  currencyNumber(currency: string): number {
    if (currency === '' || currency === this.#plan.currency) return 0
    const known = this.currencies.indexOf(currency, 1)
    return known > 0 ? known : this.currencies.push(currency) - 1
  }

  /** The family of a row, where one like it counted before on a day of the same terms; else 0. */
  knownFamily({ manager, product }: RowFacts, currency: number, day: Day): number {
    const family = (currency === 0 && this.#latest.get(manager)?.get(product)) || 0
    return this.families.holdsOn(family, day) ? family : 0
  }

  /** On what terms a row in a currency counts on a day. */
  termsOn(row: RowFacts, currency: number, day: Day): Terms {
    return { owners: stretchOf(this.#plan.owners, row, day), rate: this.#rateOn(currency, day) }
  }

  /** The family in which a row counts on such terms. */
  familyOf(row: RowFacts, currency: number, { owners, rate }: Terms): number {
    const { owners: all, branches, watched, groups, currency: own } = this.#plan
    const isUnclaimed = all.unclaimed.has(owners.number)
    const isWatched = watched.size > 0 && watched.has(row.client)
    const product = this.products.keep(row.product)
    const family = this.families.numberOf(owners, rate, {
      branch: isUnclaimed ? row.branch || (branches.get(row.client) ?? '') : '',
      product,
      currency: currency === 0 ? own : (this.currencies[currency] ?? ''),
      group: groupOf(groups, row.client),
      watched: isWatched ? { client: row.client, manager: row.manager } : undefined,
    })
    if (this.#byManager && currency === 0 && !isUnclaimed && product === row.product) this.#keep(row, family)
    return family
  }

  #keep({ manager, product }: RowFacts, family: number): void {
    const ofManager = this.#latest.get(manager) ?? new Map<string, number>()
    this.#latest.set(manager, ofManager.set(product, family))
  }

  #rateOn(currency: number, day: Day): Stretch {
    if (currency === 0) return OWN_RATE
    const timeline = this.#plan.rates.get(this.currencies[currency] ?? '')
    return timeline ? stretchAt(timeline, day) : { ...OWN_RATE, number: this.#plan.otherRate }
  }
}
