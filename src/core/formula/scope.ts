import type { Interval } from '../values/calendar.ts'
import type { Exact } from '../values/exact.ts'
import type { Missing } from '../values/missing.ts'
import type { Period } from '../values/period.ts'
import type { Value } from '../values/value.ts'
import type { Span } from './ast.ts'
import type { GroupCall } from './expression.ts'
import type { FactSpace } from './vocabulary.ts'

/** A part of the period, between days on which rules or the person's post change. */
export interface Part {
  readonly days: Interval
  readonly scope: Scope
}

/** What the formulas of one person in one period can read; the runner stands behind it and takes the notes. */
export interface Scope {
  /** This period's measure or figure of the person. */
  figure(name: string): Value | Missing
  /** A dated value in force; where it goes by a column, `key` replaces the person's own. */
  value(name: string, key?: string): Value | Missing
  /** What a tier table in force gives for a number. */
  table(name: string, argument: Exact): Value | Missing
  fact(space: FactSpace, name: string): Value | Missing
  /** The person's figure so many periods of the same kind before. */
  previous(name: string, steps: number): Value | Missing
  /** The person's figure in the latest earlier period that has one. */
  latest(name: string): Value | Missing
  /**
   * The person's figure in a period before this one or within it. Undefined where there was none to have: the person was not
   * yet in post, or the run of that period has no such figure of the person.
   */
  at(period: Period, name: string): Value | Missing | undefined
  /** What a function over a group of people answers to the person. */
  group(call: GroupCall & Span): Value | Missing
  /** The grades of the ladder that a grade is on, lowest first; none for what is no grade. */
  ladder(grade: string): readonly string[]
  readonly period: Period
  /** The parts of the period, in their order; of a part itself alone. */
  readonly parts: readonly Part[]
  /** Days of the period on which the person is in post. */
  readonly daysInPost: number
}
