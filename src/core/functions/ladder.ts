import type { Phrase } from '../findings/sentence.ts'
import { absent, faulty, type Missing } from '../values/missing.ts'

/** The grade so many rungs up its ladder (lowest first); absent beyond its ends. */
export function neighbour(grade: string, rungs: 1 | -1, ladder: readonly string[]): string | Missing {
  const index = ladder.indexOf(grade)
  if (index < 0) return faulty('grade-not-on-ladder', { grade })
  return ladder[index + rungs] ?? absent('grade-ladder-end', { grade, direction: DIRECTIONS[rungs] })
}

const DIRECTIONS: Readonly<Record<1 | -1, Phrase>> = {
  1: { en: 'higher', zh: '高' },
  [-1]: { en: 'lower', zh: '低' },
}
