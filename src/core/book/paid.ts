import { type Period, type PeriodKind, partsOf } from '../values/period.ts'
import type { BookPeriod } from './book.ts'

/** A run of the book that paid within a longer period: its amounts themselves, or what it found them to differ by. */
export interface PayingRun {
  readonly run: BookPeriod
  readonly pays: 'amount' | 'difference'
}

/** The runs of shorter periods that paid within a period, in their order, and the periods that lack a run. */
export interface PaidWithin {
  readonly runs: readonly PayingRun[]
  readonly missing: readonly Period[]
}

/**
 * Finds which runs of the book have paid within a period: the shortest periods that cover it without a gap, and the
 * differences paid by longer runs over them. `kinds` are those that the scheme serves; a gap is named by the longest of
 * them that fits.
 */
export function paidWithin(
  period: Period,
  book: readonly BookPeriod[],
  kinds: readonly PeriodKind[],
): PaidWithin {
  const runs = new Map(book.map((run) => [run.period.id, run]))
  const within = (whole: Period): PaidWithin => {
    const parts = partsOf(whole).map(through)
    return {
      runs: parts.flatMap((part) => part.runs),
      missing: parts.flatMap((part) => part.missing),
    }
  }
  const through = (part: Period): PaidWithin => {
    const [own, inner] = [runs.get(part.id), within(part)]
    const covered = inner.runs.length > 0 && inner.missing.length === 0
    if (own) return { runs: covered ? [...inner.runs, over(own)] : [alone(own)], missing: [] }
    const unnamed = inner.runs.length === 0 && (part.kind === 'month' || kinds.includes(part.kind))
    return unnamed ? { runs: [], missing: [part] } : inner
  }
  return within(period)
}

const alone = (run: BookPeriod): PayingRun => ({ run, pays: 'amount' })
const over = (run: BookPeriod): PayingRun => ({ run, pays: 'difference' })
