import { type Day, type Interval, parseDay, printDay } from '../values/calendar.ts'
import type { Period } from '../values/period.ts'

/** How figures.csv names a figure of the period so many before. */
export const earlierName = (figure: string, steps: number): string =>
  steps === 1 ? `previous.${figure}` : `previous.${steps}.${figure}`

/** How figures.csv names a figure of a certain period, and one that there was none of in that period. */
export const atName = (period: Period, figure: string): string => `at.${period.id}.${figure}`
export const leftOutName = (period: Period, figure: string): string => `left_out.${period.id}.${figure}`

/** How figures.csv and pay.csv name what a monthly component differs by from what shorter periods paid of it. */
export const differenceName = (name: string): string => `${name}.difference`

/** How pay.csv names what a component differs by in the restated version of an earlier period. */
export const correctionName = (component: string, version: string): string =>
  `${component}.correction.${version}`

/** How figures.csv names what the run of a shorter period paid. */
export const paidName = (period: string, figure: string): string => `paid.${period}.${figure}`

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
