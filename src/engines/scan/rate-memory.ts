import type { BalancePlan } from '../../core/tables/engine.ts'
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
    const rate = this.#plan.rateOn(currency, day)
    this.#last.set(currency, { day, rate })
    return rate
  }
}
