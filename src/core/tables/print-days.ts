import { type Day, printDay } from '../values/calendar.ts'

/** More stretches of days than a sentence holds. */
const MOST_STRETCHES = 20

/** Days in order as text, days that follow each other as a stretch: `2004-01-31, 2004-02-03…2004-02-05`. */
export function printDays(days: readonly Day[]): string {
  const stretches: { readonly first: Day; last: Day }[] = []
  for (const day of days) {
    const stretch = stretches.at(-1)
    if (stretch && stretch.last + 1 === day) stretch.last = day
    else stretches.push({ first: day, last: day })
  }
  const shown = stretches
    .slice(0, MOST_STRETCHES)
    .map(({ first, last }) => (first === last ? printDay(first) : `${printDay(first)}…${printDay(last)}`))
  return [...shown, ...(stretches.length > MOST_STRETCHES ? ['…'] : [])].join(', ')
}
