import type { Day } from '../values/calendar.ts'
import { type Interval, parseDay, printDay } from '../values/calendar.ts'

const PREFIX = 'part.'

/** How figures.csv names what was read in the part of the period that begins on a day: a measure, a column, its days in post. */
export const partName = (name: string, { first }: Pick<Interval, 'first'>): string =>
  `${PREFIX}${printDay(first)}.${name}`

/** The first days of the parts that names of figures.csv tell of. */
export function partStarts(names: Iterable<string>): readonly Day[] {
  const days = [...names].flatMap((name) =>
    name.startsWith(PREFIX) ? (parseDay(name.slice(PREFIX.length, PREFIX.length + 10)) ?? []) : [],
  )
  return [...new Set(days)].sort((a, b) => a - b)
}
