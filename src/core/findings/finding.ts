import { compareText } from '../values/text.ts'
import type { Fact, Language, Severity } from './sentence.ts'
import { type Code, type Facts, SENTENCES } from './sentences.ts'

export type { Language, Severity }

/**
 * Where a finding stands: the file relative to the input folder, the physical line and the column (in characters,
 * both from 1) where the faulty cell or entry begins, the column's or entry's name, and the text found there.
 */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly field?: string
  readonly value?: string
}

/** One thing found about the inputs, the scheme or a person; its sentence is made from code and facts when shown. */
export interface Finding {
  readonly code: Code
  readonly severity: Severity
  readonly place: Place
  readonly facts: Readonly<Record<string, Fact>>
}

/** Takes a finding; every stage reports all it can see through one of these. */
export type Report = <C extends Code>(code: C, place: Place, facts: Facts<C>) => void

/** The findings of one run, in the order they were made. */
export class Findings {
  readonly #all: Finding[] = []

  readonly report: Report = (code, place, facts) => {
    this.#all.push({ code, severity: SENTENCES[code].severity, place, facts })
  }

  /** All findings in their total order: errors, warnings, notices; then by file, line, column, code and facts. */
  get sorted(): readonly Finding[] {
    return [...this.#all].sort(compareFindings)
  }

  get hasErrors(): boolean {
    return this.#all.some(({ severity }) => severity === 'error')
  }
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice']

function compareFindings(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareText(a.place.file, b.place.file) ||
    (a.place.line ?? 0) - (b.place.line ?? 0) ||
    (a.place.column ?? 0) - (b.place.column ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  )
}
