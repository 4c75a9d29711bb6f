import type { Report } from '../findings/finding.ts'
import type { RowsOf } from '../tables/shapes.ts'
import type { Period } from '../values/period.ts'
import type { Value } from '../values/value.ts'
import type { Sheet } from './sheet.ts'

export type Confirmation = RowsOf<'confirmations'>[number]

/** What was decided on the proposal of a run for a person. */
export type Confirmations = (manager: string) => Confirmation | undefined

/** Makes the confirmations of a period findable by person. */
export function confirmationsOf(rows: RowsOf<'confirmations'>, period: Period): Confirmations {
  const own = rows.filter(({ cells }) => cells.period.id === period.id)
  const byManager = new Map(own.map((row) => [row.cells.manager_id, row]))
  return (manager) => byManager.get(manager)
}

/** What formulas read of a confirmation: its columns by name. */
export function confirmationFact(confirmation: Confirmation | undefined, column: string): Value | undefined {
  if (!confirmation) return undefined
  const { decision, to_grade, by, on } = confirmation.cells
  return { decision, to_grade, by, on }[column]
}

/** Tells of confirmations that serve neither this period nor one before it, or decide on nothing. */
export function reportIdleConfirmations(
  rows: RowsOf<'confirmations'>,
  period: Period,
  proposed: readonly Sheet[],
  report: Report,
): void {
  const people = new Set(proposed.map(({ person }) => person.id))
  for (const { cells, at } of rows) {
    const { period: of, manager_id: manager } = cells
    const own = of.id === period.id
    if (own ? people.has(manager) : of.last < period.first) continue
    const why = own
      ? { en: `${period.id} proposes nothing for ${manager}`, zh: `${period.id} 对 ${manager} 没有建议` }
      : { en: `${of.id} does not lie before ${period.id}`, zh: `${of.id} 不早于 ${period.id}` }
    report('confirmation-idle', at(), { why })
  }
}
