import type { Report } from '../core/findings/finding.ts'
import { SENTENCES } from '../core/findings/sentences.ts'

/** Passes findings on and remembers whether there was an error among them. */
export class ErrorWatch {
  readonly #report: Report
  #erred = false

  constructor(report: Report) {
    this.#report = report
  }

  readonly report: Report = (code, place, facts) => {
    this.#erred ||= SENTENCES[code].severity === 'error'
    this.#report(code, place, facts)
  }

  get erred(): boolean {
    return this.#erred
  }
}
