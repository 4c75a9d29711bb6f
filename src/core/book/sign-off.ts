import type { Report } from '../findings/finding.ts'
import type { Phrase } from '../findings/sentence.ts'
import type { RowsOf } from '../tables/shapes.ts'
import { printDay } from '../values/calendar.ts'
import type { SignedThing, SigningRole } from '../values/sign-off.ts'

type ApprovalRow = RowsOf<'approvals'>[number]

/** A thing that is to be signed off: its name in approvals, its hash, and the roles that the scheme asks for. */
export interface ToSign {
  readonly thing: SignedThing
  /** `scheme`, `set_aside`, or the run's period. */
  readonly what: string
  readonly hash: string
  readonly roles: readonly SigningRole[]
}

/** An approval that counts. */
export interface Approval {
  readonly what: string
  readonly hash: string
  readonly role: SigningRole
  readonly by: string
  readonly on: string
}

/** A thing with the approvals that count for it and the roles that still lack. */
export interface SignedOff extends ToSign {
  readonly approvals: readonly Approval[]
  readonly missing: readonly SigningRole[]
}

/**
 * Holds approvals against what is to be signed off. One of another hash, by someone who is paid by it, or by someone who
 * has another role for the same thing does not count, and is told.
 */
export function signOff(
  things: readonly ToSign[],
  rows: readonly ApprovalRow[],
  isPaid: (person: string) => boolean,
  report: Report,
): readonly SignedOff[] {
  return things.map((thing) => {
    const own = rows.filter(({ cells }) => cells.what === thing.what)
    const approvals: Approval[] = []
    for (const row of own) {
      const why = refusal(row, thing, approvals, isPaid)
      const { what, hash, role, by, on } = row.cells
      if (why) report('approval-refused', row.at('by'), { what, role, by, why })
      else approvals.push({ what, hash, role, by, on: printDay(on) })
    }
    const given = new Set(approvals.map(({ role }) => role))
    return { ...thing, approvals, missing: thing.roles.filter((role) => !given.has(role)) }
  })
}

function refusal(
  { cells }: ApprovalRow,
  { hash }: ToSign,
  before: readonly Approval[],
  isPaid: (person: string) => boolean,
): Phrase | undefined {
  if (cells.hash !== hash)
    return { en: `it is of another hash, ${cells.hash}`, zh: `所签哈希 ${cells.hash} 与现有内容不符` }
  if (isPaid(cells.by)) return { en: `${cells.by} is paid by it`, zh: `${cells.by} 为受益人` }
  const other = before.find(({ by }) => by === cells.by)
  if (other) return { en: `${cells.by} has ${other.role} it already`, zh: `${cells.by} 已担任 ${other.role}` }
  return undefined
}
