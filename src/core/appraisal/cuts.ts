import type { Measure, Scheme } from '../scheme/scheme.ts'
import type { RowsOf } from '../tables/shapes.ts'
import { type Cuts, LAST } from '../values/buckets.ts'
import { BEFORE_ALL, type Day, type Interval } from '../values/calendar.ts'

type Post = { readonly cells: Pick<RowsOf<'posts'>[number]['cells'], 'from' | 'to'> }

/** The days of the month that measures of balances look at by themselves: each month's last, and those that they name. */
export function daysAlone(measures: readonly Measure[]): Cuts['alone'] {
  const days = measures.flatMap(({ on }) => on)
  return [...new Set([...days, LAST])].sort((a, b) => a - b)
}

/**
 * The days from which a period's rules or posts may change, in their order: a dated value or table holds anew, or a post begins
 * or has ended. None where no formula looks at parts of the period.
 */
export function cutsOf(scheme: Scheme, posts: readonly Post[], byPart: boolean): readonly Day[] {
  return byPart ? sorted([...rulesChange(scheme), ...posts.flatMap(postChanges)]) : []
}

/** The parts into which such days cut an interval, in their order. */
export function partsBetween(days: Interval, cuts: readonly Day[]): readonly Interval[] {
  const inner = sorted(cuts).filter((cut) => days.first < cut && cut <= days.last)
  const starts = [days.first, ...inner]
  return starts.map((first, index) => {
    const next = starts[index + 1]
    return { first, last: next === undefined ? days.last : ((next - 1) as Day) }
  })
}

/** Whether the days of a cell lie in a part; a cell that only begins or ends in it was not cut as it should have been. */
export function liesWithin(cell: Interval, part: Interval): boolean {
  if (cell.last < part.first || part.last < cell.first) return false
  if (cell.first < part.first || part.last < cell.last)
    throw new Error(`The sums are not cut at ${part.first} to ${part.last}.`)
  return true
}

const sorted = (days: readonly Day[]): readonly Day[] => [...new Set(days)].sort((a, b) => a - b)

/** The days on which dated values and tables begin to hold. */
export function rulesChange({ values, tables }: Scheme): readonly Day[] {
  const dated = [...values.values(), ...tables.values()]
  const days = dated.flatMap(({ history }) => history.map(({ since }) => since))
  return days.filter((day) => day !== BEFORE_ALL)
}

const postChanges = ({ cells: { from, to } }: Post): readonly Day[] =>
  to === undefined ? [from] : [from, (to + 1) as Day]
