import { type BalancePlan, NONE_HOLDS } from '../../core/tables/engine.ts'
import { numberAt } from '../../core/tables/timelines.ts'
import type { Day } from '../../core/values/calendar.ts'

/** The rates of foreign currencies, asked once for each day in turn. */
export class RateMemory {
  readonly #plan: BalancePlan
  readonly #last = new Map<string, { readonly day: Day; readonly rate: number | undefined }>()

  constructor(plan: BalancePlan) {
    this.#plan = plan
  }

  /** The number of the rate in force; undefined where there is none yet. */
  numberOn(currency: string, day: Day): number | undefined {
    const last = this.#last.get(currency)
    if (last?.day === day) return last.rate
    const timeline = this.#plan.rates.get(currency)
    const number = timeline ? numberAt(timeline, day) : this.#plan.otherRate
    const rate = number === NONE_HOLDS ? undefined : number
    this.#last.set(currency, { day, rate })
    return rate
  }
}
