import { askedOf, daysNeeded } from '../appraisal/take.ts'
import { WINDOWS } from '../measures/window.ts'
import type { AmountBounds, Measure } from '../scheme/scheme.ts'
import { LAST } from '../values/buckets.ts'
import { type Interval, printDay } from '../values/calendar.ts'
import { printExact } from '../values/exact.ts'
import type { Period } from '../values/period.ts'
import type { Explained } from './explained.ts'
import { type Explainer, originOf, textOf } from './explainer.ts'

/** A measure of the person: its rows, sum and divisor, and which rows of which table it counts. */
export function explainMeasure(measure: Measure, by: Explainer): Omit<Explained, 'parts'> {
  const { record, period, language } = by
  const recorded = record.measures.get(measure.name)
  const { first, last } = daysOf(measure, period)
  const weigh = [...measure.weigh].map(([column, weights]) => {
    const printedWeights = [...weights].map(([name, weight]) => [name, printExact(weight)])
    return [column, Object.fromEntries(printedWeights)]
  })
  return {
    kind: 'measure',
    name: measure.name,
    value: record.figures.get(measure.name),
    label: textOf(measure.label, by),
    ...originOf(measure),
    measure: {
      take: measure.kind.meaning[language],
      of: measure.kind.table,
      first: printDay(first),
      last: printDay(last),
      where: Object.fromEntries([...measure.where].map(([column, values]) => [column, [...values]])),
      weigh: Object.fromEntries(weigh),
      amount: Object.fromEntries(boundsOf(measure)),
      on: measure.on.map((day) => (day === LAST ? 'last' : `${day}`)),
      table: measure.table?.name,
      rows: recorded?.rows ?? '0',
      sum: recorded?.sum ?? '0',
      divisor: recorded?.divisor ?? '1',
    },
  }
}

/** The bounds of the amounts that it counts, by the words for them. */
const boundsOf = ({ amount = NO_BOUNDS }: Measure): readonly (readonly [string, string])[] =>
  (['from', 'above', 'to', 'below'] as const).flatMap((bound) => {
    const at = amount[bound]
    return at ? [[bound, printExact(at)] as const] : []
  })

const NO_BOUNDS: AmountBounds = { from: undefined, above: undefined, to: undefined, below: undefined }

/** The days a measure looks at: its window, or the one day of it that it needs. */
function daysOf(measure: Measure, period: Period): Interval {
  const [needed, ...more] = daysNeeded(askedOf(measure, period))
  return needed && more.length === 0 ? needed : WINDOWS[measure.over].days(period)
}
