import type { Fact } from '../findings/sentence.ts'
import type { Code, Facts } from '../findings/sentences.ts'

/**
 * A value that is not there, and why: absence is never zero. It passes through every calculation that needs it until
 * `otherwise` answers it or it becomes a finding about the person. `absence` tells what `otherwise` may answer (nothing
 * is known) from a calculation that went wrong. `known` marks one that already is a finding elsewhere, or that does
 * not concern this person, so that one cause is told once.
 */
export interface Missing {
  readonly missing: Code
  readonly facts: Readonly<Record<string, Fact>>
  readonly absence: boolean
  readonly known: boolean
}

export const isMissing = (value: unknown): value is Missing =>
  typeof value === 'object' && value !== null && 'missing' in value

/** The facts of a missing value; whoever reports it adds the person and the figure. */
type OwnFacts<C extends Code> = Omit<Facts<C>, 'person' | 'figure'> &
  Partial<Readonly<Record<'person' | 'figure', Fact>>>

/** A value that is not known of the person; `otherwise` may answer it. */
export const absent = <C extends Code>(code: C, facts: OwnFacts<C>): Missing => ({
  missing: code,
  facts,
  absence: true,
  known: false,
})

/** A calculation that went wrong, such as a division by zero; `otherwise` never answers it. */
export const faulty = <C extends Code>(code: C, facts: OwnFacts<C>): Missing => ({
  missing: code,
  facts,
  absence: false,
  known: false,
})
