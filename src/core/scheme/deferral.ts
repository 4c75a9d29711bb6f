import { type Exact, exact, printExact } from '../values/exact.ts'
import { checkCases } from './cases.ts'
import { LOT_FACTS } from './fact-names.ts'
import type { DeferralEntry, LotRuleEntry } from './file-shape.ts'
import { onlyOnce } from './people.ts'
import { type FormulaReading, formulaAt, labelOf, NUMBER, originOf, YESNO } from './reading.ts'
import type { Deferral, LotRule } from './scheme.ts'
import type { Path } from './yaml.ts'

const FEN = exact(1n, 100n)

/** Reads what is deferred of a component, in which lots, and what decides on them later. */
export function readDeferral(
  reading: FormulaReading,
  component: string,
  entry: DeferralEntry | undefined,
  path: Path,
): Deferral | undefined {
  if (!entry) return undefined
  checkStep(reading, entry.round, [...path, 'round'])
  const owner = `${component} deferred`
  const share = formulaAt(reading, owner, [...path, 'share'], entry.share, NUMBER)
  const ofLots = { ...reading, names: reading.names.with(LOT_FACTS) }
  const whole = formulaAt(ofLots, owner, [...path, 'whole'], entry.whole, NUMBER)
  const due = entry.due ? readRules(ofLots, owner, entry.due, [...path, 'due']) : []
  if (entry.due) checkCases(reading, [...path, 'due'], entry.due)
  const beforeDue = readRules(ofLots, owner, entry.before_due ?? [], [...path, 'before_due'])
  const { lots = 1, every, first = 1, paid = 'on_release', round: step, mode = 'half_away' } = entry
  const ways = { lots, whole, every, first, due, beforeDue, paid }
  return share && { share, rounding: { step, mode }, ...ways, ...originOf(reading, path, entry) }
}

function readRules(
  reading: FormulaReading,
  owner: string,
  entries: readonly LotRuleEntry[],
  path: Path,
): readonly LotRule[] {
  onlyOnce(
    reading,
    entries.map((_, index) => [...path, index, 'rule']),
  )
  return entries.map((entry, index) => ({
    rule: entry.rule,
    gives: entry.then,
    when: formulaAt(reading, owner, [...path, index, 'when'], entry.when, YESNO),
    reason: labelOf(reading, entry.reason),
    ...originOf(reading, [...path, index], entry),
  }))
}

/** Reports a step of money that is no whole number of fen. */
export function checkStep({ file, report }: FormulaReading, step: Exact, path: Path): void {
  if (step.div(FEN).d !== 1n) report('round-money', file.placeOf(path), { found: printExact(step) })
}
