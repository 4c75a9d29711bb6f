import type { Day } from '../values/calendar.ts'
import { type Exact, ONE } from '../values/exact.ts'
import { groupBy } from '../values/group.ts'
import type { RowsOf } from './shapes.ts'

/** Exchange rates, numbered from 1; the number 0 stands for the scheme's own currency, whose rate is 1. */
export interface Rates {
  /** The number of the latest rate of a currency on or before a day; undefined where there is none yet. */
  numberOn(currency: string, day: Day): number | undefined
  rate(number: number): Exact
}

/** Makes the rates of `fx` findable by currency and day; where rows of it were refused, a missing rate is no finding of its own. */
export function ratesOf(rows: RowsOf<'fx'>, own: string, whole: boolean): Rates {
  const sorted = [...rows].sort((a, b) => a.cells.date - b.cells.date)
  const numbered = sorted.map(({ cells }, index) => ({ ...cells, number: index + 1 }))
  const byCurrency = groupBy(numbered, ({ currency }) => currency)
  const latest = (currency: string, day: Day) =>
    byCurrency.get(currency)?.findLast(({ date }) => date <= day)?.number
  return {
    numberOn: (currency, day) => (currency === own ? 0 : (latest(currency, day) ?? (whole ? undefined : 0))),
    rate: (number) => {
      const rate = number === 0 ? ONE : numbered[number - 1]?.rate
      if (!rate) throw new Error(`There is no exchange rate ${number}.`)
      return rate
    },
  }
}
