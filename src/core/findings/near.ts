import { likeliest } from '../values/text.ts'
import type { Phrase } from './sentence.ts'

/** The likeliest name meant, as the end of a sentence; nothing where none is near. */
export function near(found: string, known: Iterable<string>): Phrase {
  const meant = likeliest(found, known)
  return meant === undefined ? { en: '', zh: '' } : { en: ` (${meant}?)`, zh: `（是否为 ${meant}？）` }
}
