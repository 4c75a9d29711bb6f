import { AFTER_ALL, BEFORE_ALL, type Day } from '../values/calendar.ts'
import { type Exact, ONE } from '../values/exact.ts'
import { groupBy, mapValues } from '../values/group.ts'
import { NONE_HOLDS, type Timeline } from './engine.ts'
import type { RowsOf } from './shapes.ts'

/** Exchange rates, numbered from 1; the number 0 stands for the scheme's own currency, whose rate is 1. */
export interface Rates {
  /** The numbers of the latest rates on or before each day, by foreign currency. */
  readonly timelines: ReadonlyMap<string, Timeline>
  /** The number of a rate that is not known: none, unless rows of `fx` were refused, so that it is no finding of its own. */
  readonly unknown: number
  rate(number: number): Exact
}

/** Makes the rates of `fx` findable by currency and day; `whole`: none of its rows was refused. */
export function ratesOf(rows: RowsOf<'fx'>, whole: boolean): Rates {
  const unknown = whole ? NONE_HOLDS : 0
  const sorted = [...rows].sort((a, b) => a.cells.date - b.cells.date)
  const numbered = sorted.map(({ cells }, index) => ({ ...cells, number: index + 1 }))
  return {
    timelines: mapValues(
      groupBy(numbered, ({ currency }) => currency),
      (rates) => timelineOf(rates, unknown),
    ),
    unknown,
    rate: (number) => {
      const rate = number === 0 ? ONE : numbered[number - 1]?.rate
      if (!rate) throw new Error(`There is no exchange rate ${number}.`)
      return rate
    },
  }
}

/** Each rate from its own day to the day before the next one. */
function timelineOf(
  rates: readonly { readonly date: Day; readonly number: number }[],
  unknown: number,
): Timeline {
  const cuts = [{ date: BEFORE_ALL, number: unknown }, ...rates]
  return cuts.map(({ date: first, number }, index) => {
    return { first, last: ((cuts[index + 1]?.date ?? AFTER_ALL + 1) - 1) as Day, number }
  })
}
