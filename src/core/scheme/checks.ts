import { type Draft, draftOf } from './drafts.ts'
import type { CheckEntry } from './file-shape.ts'
import { onlyOnce } from './people.ts'
import { type FormulaReading, formulaAt, labelOf, originOf, YESNO } from './reading.ts'
import type { Check } from './scheme.ts'

/** The rules of control of a scheme, and the figures that tell whether they hold. */
export interface ChecksPart {
  readonly checks: readonly Check[]
  readonly drafts: readonly Draft[]
}

const PATH = ['checks']

/** Reads the rules of control, in the scheme's order. */
export function readChecks(reading: FormulaReading, entries: readonly CheckEntry[] = []): ChecksPart {
  onlyOnce(
    reading,
    entries.map((_, index) => [...PATH, index, 'check']),
  )
  return {
    checks: entries.map((entry, index) => ({
      id: entry.check,
      severity: entry.severity ?? 'error',
      says: labelOf(reading, entry.says),
      ...originOf(reading, [...PATH, index], entry),
    })),
    drafts: entries.flatMap((entry, index) => draftCheck(reading, entry, index) ?? []),
  }
}

function draftCheck(reading: FormulaReading, entry: CheckEntry, index: number): Draft | undefined {
  const [name, path] = [`check.${entry.check}`, [...PATH, index]]
  const concerns = formulaAt(reading, name, [...path, 'for'], entry.for, YESNO)
  const formula = formulaAt(reading, name, [...path, 'holds'], entry.holds, YESNO)
  const { name: label, clause, source } = entry
  const about = { name: label, clause, source }
  return (
    formula &&
    draftOf(reading, {
      ...{ name, path, entry: about, concerns, info: YESNO, hasRole: true },
      method: { by: 'formula', formula },
    })
  )
}
