import type { Ladders } from '../scheme/ladders.ts'
import type { Decision, Recommendation } from './appraisal.ts'
import type { Confirmations } from './confirmations.ts'
import { nextGrade } from './recommend.ts'

/** What holds for everyone with a proposal: what was confirmed, else what is proposed; both are kept. */
export const decisionsOf = (
  recommendations: readonly Recommendation[],
  confirmations: Confirmations,
  ladders: Ladders,
): readonly Decision[] =>
  recommendations.map((proposal) => {
    const { outcome, toGrade, sheet } = proposal
    const confirmation = confirmations(sheet.person.id)?.cells
    if (!confirmation) return { proposal, decision: outcome, toGrade, confirmed: undefined }
    const { decision, to_grade: named, by, on } = confirmation
    return {
      proposal,
      decision,
      toGrade: named ?? gradeFor(proposal, decision, ladders),
      confirmed: { by, on },
    }
  })

/** The grade that a confirmed move leads to where it names none: the one proposed, else the neighbouring one. */
function gradeFor(
  { outcome, toGrade, sheet }: Recommendation,
  decision: Recommendation['outcome'],
  ladders: Ladders,
): string | undefined {
  if (decision === outcome) return toGrade
  if (decision !== 'promote' && decision !== 'demote') return undefined
  return nextGrade(sheet.person.grade ?? '', decision, ladders)
}
