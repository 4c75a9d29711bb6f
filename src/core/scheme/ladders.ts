import { groupBy } from '../values/group.ts'
import type { Scheme } from './scheme.ts'

/** The grades of the ladder that a grade is on, lowest first; none for what is no grade. */
export type Ladders = (grade: string) => readonly string[]

export function laddersOf(grades: Scheme['grades']): Ladders {
  const ladders = [...groupBy(grades, ({ ladder }) => ladder).values()].map((each) =>
    each.map(({ id }) => id),
  )
  const byGrade = new Map(ladders.flatMap((ladder) => ladder.map((grade) => [grade, ladder] as const)))
  return (grade) => byGrade.get(grade) ?? []
}
