import { likeliest } from '../values/text.ts'
import type { Phrase } from './sentence.ts'

/** The likeliest name meant, or any of those wanted where none is near. */
export const likeliestOf = (found: string, known: Iterable<string>): string | Phrase =>
  likeliest(found, known) ?? { en: 'one of these', zh: '其中之一' }

/** The likeliest name meant, as the end of a sentence; nothing where none is near. */
export function near(found: string, known: Iterable<string>): Phrase {
  const meant = likeliest(found, known)
  return meant === undefined ? { en: '', zh: '' } : { en: ` (${meant}?)`, zh: `（是否为 ${meant}？）` }
}
