import type { Measure } from '../scheme/scheme.ts'
import { dayCount, type Interval } from '../values/calendar.ts'
import { type Exact, exact, ZERO } from '../values/exact.ts'
import { isMissing, type Missing } from '../values/missing.ts'
import type { Period } from '../values/period.ts'
import { type Adjustments, adjust } from './adjustments.ts'
import { liesWithin } from './cuts.ts'
import type { Alike } from './owned-cell.ts'
import { type Asked, askedOf, counts, type MeasureTotals, takeMeasure } from './take.ts'

/** What a measure comes to in a part of the period, for one manager. */
export type MeasureParts = (manager: string, measure: string, part: Interval) => Exact | Missing

/**
 * Takes measures in parts of a period, between whose days the sums were cut (`cutsOf`). A part counts its own rows and is
 * divided as the whole is, so that the parts of a measure add up to it. Of a measure over another window each part has
 * its share by days; one that looks at the window's last day alone counts in the part that ends the period.
 */
export function measureParts(
  measures: readonly Measure[],
  alike: readonly Alike[],
  period: Period,
): MeasureParts {
  const byName = new Map(measures.map((measure) => [measure.name, measure]))
  const known = new Map<string, MeasureTotals>()
  const totals = (asked: Asked, days: Interval): MeasureTotals => {
    const key = `${days.first} ${days.last} ${asked.measure.name}`
    const counted = () => alike.filter(({ one }) => counts(asked, one) && liesWithin(one, days))
    const found = known.get(key) ?? takeMeasure(asked, counted())
    known.set(key, found)
    return found
  }
  return (manager, name, part) => {
    const measure = byName.get(name)
    if (!measure) throw new Error(`The scheme has no measure ${name}.`)
    const asked = askedOf(measure, period, part.last)
    const { window } = asked
    const valueIn = (days: Interval) => totals(asked, days).taken.get(manager)?.value ?? ZERO
    if (window.first === period.first && window.last === period.last) return valueIn(part)
    const value = valueIn(window)
    if (isMissing(value)) return value
    if (looksAtLastDay(asked)) return part.last === period.last ? value : ZERO
    return value.mul(shareOf(part, period))
  }
}

/** The parts of measures with what approved adjustments changed of each spread over its parts by days. */
export const adjustedParts =
  (parts: MeasureParts, adjustments: Adjustments, period: Period): MeasureParts =>
  (manager, name, part) => {
    const own = parts(manager, name, part)
    const applied = adjustments(manager, name)
    const whole = applied.length === 0 ? ZERO : parts(manager, name, period)
    if (applied.length === 0 || isMissing(own) || isMissing(whole)) return own
    return own.add(adjust(whole, applied).sub(whole).mul(shareOf(part, period)))
  }

const shareOf = (part: Interval, whole: Interval): Exact =>
  exact(BigInt(dayCount(part)), BigInt(dayCount(whole)))

/** Whether a measure needs nothing but the last day of its window. */
const looksAtLastDay = ({ measure, window, settings }: Asked): boolean => {
  const needed = measure.kind.needs(window, settings)
  return needed.length > 0 && needed.every(({ first }) => first === window.last)
}
