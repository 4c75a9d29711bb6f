import type { Report } from '../../core/findings/finding.ts'
import { type Code, SENTENCES } from '../../core/findings/sentences.ts'

/** More findings of one kind in one file than anybody reads. */
export const MOST_ALIKE = 10_000

/** Findings of a table's files, each kind only up to a number in one file; those beyond are counted. */
export class BoundedReport {
  readonly #report: Report
  readonly #counts = new Map<string, { readonly file: string; readonly code: Code; count: number }>()

  constructor(report: Report) {
    this.#report = report
  }

  readonly report: Report = (code, place, facts) => {
    if (this.count(code, place.file, 1) <= MOST_ALIKE) this.#report(code, place, facts)
  }

  /** Counts findings, also such as are not listed; gives how many there are by now. */
  count(code: Code, file: string, more: number): number {
    const key = `${code} ${file}`
    const counted = this.#counts.get(key) ?? { file, code, count: 0 }
    this.#counts.set(key, counted)
    counted.count += more
    return counted.count
  }

  /** Tells how many were left out. */
  close(): void {
    for (const { file, code, count } of this.#counts.values()) {
      if (count <= MOST_ALIKE) continue
      const more = SENTENCES[code].severity === 'error' ? 'more-errors' : 'more-warnings'
      this.#report(more, { file }, { code, count: count - MOST_ALIKE })
    }
    this.#counts.clear()
  }
}
