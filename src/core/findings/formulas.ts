import type { Sentence } from './sentence.ts'

/** x */
export const FORMULA_SENTENCES = {
  'x-formulas': { severity: 'error', exit: 1, en: ['{a}', ''], zh: ['{a}', ''] },
} as const satisfies Record<string, Sentence>
