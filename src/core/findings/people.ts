import type { Sentence } from './sentence.ts'

/** What can be wrong with a value of one person in a run. */
export const PERSON_SENTENCES = {
  'value-missing': {
    severity: 'error',
    exit: 1,
    en: ['{person} has no {name}, which {figure} needs.', '{remedy}'],
    zh: ['{person} 没有 {figure} 所需的 {name}。', '{remedy}'],
  },
} as const satisfies Record<string, Sentence>
