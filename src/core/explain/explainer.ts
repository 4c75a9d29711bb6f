import type { Sheet } from '../appraisal/sheet.ts'
import type { Language } from '../findings/finding.ts'
import type { Groups } from '../formula/formula.ts'
import type { Scope } from '../formula/scope.ts'
import type { Label, Origin, Scheme } from '../scheme/scheme.ts'
import type { Interval } from '../values/calendar.ts'
import type { Missing } from '../values/missing.ts'
import { isMissing } from '../values/missing.ts'
import type { Period } from '../values/period.ts'
import { printValue, type Value } from '../values/value.ts'
import type { PersonRecord } from './record.ts'

/** Everything that an explanation of one person's figures looks into. */
export interface Explainer {
  readonly scheme: Scheme
  readonly period: Period
  readonly record: PersonRecord
  readonly sheet: Sheet
  /** What formulas read: the person's sheet, or a part of the period seen through it. */
  readonly scope: Scope
  /** The part that is looked at, if not the whole period. */
  readonly part: Interval | undefined
  readonly groups: Groups
  readonly language: Language
}

/** Who says so: clause, source and the line of the scheme file. */
export const originOf = ({ clause, source, place }: Origin) => ({ clause, source, line: place.line })

/** A label in the language of the explanation, else in the other one. */
export const textOf = (label: Label, { language }: Explainer): string | undefined =>
  label[language] ?? label.en ?? label.zh

export const printed = (value: Value | Missing): string | undefined =>
  isMissing(value) ? undefined : printValue(value)
