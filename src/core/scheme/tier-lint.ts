import type { Report } from '../findings/finding.ts'
import { type Exact, isExact, printExact } from '../values/exact.ts'
import { lineOf } from './reading.ts'
import type { TierRow, Tiers } from './scheme.ts'

/** Whether every number between a table's outer bounds falls into exactly one row; reports where not, and where it wavers. */
export function checkTiers(tiers: Tiers, report: Report): boolean {
  const { rows } = tiers
  const empty = rows.filter((row) => !reportEmpty(row, report))
  const apart = rows.filter((row, index) => {
    const before = rows[index - 1]
    return before !== undefined && !meets(before, row, report)
  })
  const sound = empty.length === 0 && apart.length === 0
  if (sound) reportUneven(rows, report)
  return sound
}

function reportEmpty({ from, to, place }: TierRow, report: Report): boolean {
  if (!from || !to || from.lt(to)) return true
  report('tier-empty', place, { from: printExact(from), to: printExact(to) })
  return false
}

/** Whether a row begins where the one before ends. */
function meets(before: TierRow, row: TierRow, report: Report): boolean {
  const { to: end } = before
  const { from: start } = row
  const first = lineOf(before.place)
  if (!end || !start) {
    report('tier-bound', row.place, { first })
    return false
  }
  if (end.equals(start)) return true
  report(gapBetween(before, row, end, start), row.place, {
    first,
    found: printExact(start),
    other: printExact(end),
  })
  return false
}

function gapBetween(
  before: TierRow,
  row: TierRow,
  end: Exact,
  start: Exact,
): 'tier-hole' | 'tier-overlap' | 'tier-order' {
  if (start.gt(end)) return 'tier-hole'
  const wholeRowBelow = row.to?.lte(before.from ?? row.to) ?? false
  return wholeRowBelow && before.from ? 'tier-order' : 'tier-overlap'
}

/** Steps against the direction that most steps of a numeric table take, falls where the two are even. */
function reportUneven(rows: readonly TierRow[], report: Report): void {
  const steps = rows.slice(1).map((row, index) => stepFrom(rows[index], row))
  const rises = steps.filter((step) => step > 0).length
  const falls = steps.filter((step) => step < 0).length
  if (rises === 0 || falls === 0) return
  for (const [index, step] of steps.entries()) {
    const [before, row] = [rows[index], rows[index + 1]]
    if (!before || !row || step === 0 || step > 0 === rises >= falls) continue
    const [found, other] = [row.place.value ?? '', before.place.value ?? '']
    report('tier-uneven', row.place, { found, other, first: lineOf(before.place) })
  }
}

function stepFrom(before: TierRow | undefined, { gives }: TierRow): number {
  return before && isExact(before.gives) && isExact(gives) ? gives.compare(before.gives) : 0
}
