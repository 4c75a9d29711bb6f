import type { Sentence } from './sentence.ts'

/** x */
export const SCHEME_SENTENCES = {
  'x-schemes': { severity: 'error', exit: 1, en: ['{a}', ''], zh: ['{a}', ''] },
} as const satisfies Record<string, Sentence>
