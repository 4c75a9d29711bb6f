import type { BookLedger } from '../book/book.ts'
import type { Ledger } from '../book/ledger.ts'
import type { Report } from '../findings/finding.ts'
import { earlier, type Period } from '../values/period.ts'

/** Reports periods before a run that the book lacks although lots stand open from earlier ones. */
export function checkGap(
  ledgers: readonly BookLedger[],
  ledger: Ledger,
  period: Period,
  report: Report,
): void {
  const before = ledgers.at(-1)?.period
  const isOpen = [...ledger.lots].some(({ balance, isReleased }) => balance > 0n && !isReleased)
  if (!before || !isOpen) return
  const missing: string[] = []
  for (let step = 1; ; step++) {
    const each = earlier(period, step)
    if (each.last <= before.last) break
    missing.unshift(each.id)
  }
  if (missing.length === 0) return
  report('book-gap', { file: `${missing[0]}/ledger.csv` }, { before: before.id, missing: missing.join(', ') })
}
