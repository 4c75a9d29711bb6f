import type { Code } from '../findings/sentences.ts'

/**
 * A value that is not there, and why: absence is never zero. It passes through every calculation that needs it until
 * `otherwise` answers it or it becomes a finding about the person. `known` marks one that already is a finding
 * elsewhere, or that does not concern this person, so that one cause is told once.
 */
export interface Missing {
  readonly missing: Code
  readonly facts: Readonly<Record<string, string>>
  readonly known: boolean
}

export const isMissing = (value: unknown): value is Missing =>
  typeof value === 'object' && value !== null && 'missing' in value
