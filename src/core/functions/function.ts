import type { Phrase } from '../findings/sentence.ts'
import type { Part, Scope } from '../formula/scope.ts'
import type { Day } from '../values/calendar.ts'
import type { Exact } from '../values/exact.ts'
import type { Missing } from '../values/missing.ts'
import type { PeriodKind } from '../values/period.ts'
import type { Value } from '../values/value.ts'

/**
 * What a parameter takes and a function gives: a kind of value, a `whole` number between its bounds, a `grade` of the
 * scheme, a kind of `period`, numbers or days (`ordered`), or anything; of the last two the `same` kind as every other one.
 */
interface Kinds {
  readonly number: Exact
  readonly whole: number
  readonly text: string
  readonly grade: string
  readonly period: PeriodKind
  readonly yesno: boolean
  readonly day: Day
  readonly ordered: Exact | Day
  readonly same: Value
}

export type Kind = keyof Kinds

/** One place between a function's brackets. */
export interface Parameter {
  readonly name: string
  readonly is: Kind
  /**
   * How it reaches the function: its value (the usual way; one that is missing ends the call), `lazy` as something to be
   * worked out on demand, `by part` as something to be worked out in a part of the period, `earlier figure` as the name of a figure whose values of earlier periods the function reads, or
   * `figure over time` as the name of one whose value of this period it reads too.
   */
  readonly as?: 'lazy' | 'by part' | 'earlier figure' | 'figure over time'
  /** An `optional` one may be left out; `many` stands for one or more, as a list. Only the last may be either. */
  readonly count?: 'optional' | 'many'
  /** The bounds of a `whole` number, both included. */
  readonly least?: number
  readonly most?: number
}

type Way<P extends Parameter> = P['as'] extends 'lazy'
  ? () => Value | Missing
  : P['as'] extends 'by part'
    ? (part: Part) => Value | Missing
    : P['as'] extends 'earlier figure' | 'figure over time'
      ? string
      : Kinds[P['is']]

type Argument<P extends Parameter> = P['count'] extends 'many'
  ? readonly Way<P>[]
  : P['count'] extends 'optional'
    ? Way<P> | undefined
    : Way<P>

/** What a function is given for its parameters, in their order. */
export type Arguments<Ps extends readonly Parameter[]> = { readonly [I in keyof Ps]: Argument<Ps[I]> }

/**
 * A formula and what it gives, shown to people and run by the tests: `figures` this period's values by name, `others` those of
 * the other people, `earlier` those of the periods before, the latest first, `within` those of shorter periods inside this
 * one, by id; all written as figures.csv writes them. The period is 2004Q1, or the one named.
 */
export interface Example {
  readonly formula: string
  readonly figures?: Readonly<Record<string, string>>
  /** The figures of the other people of the run. */
  readonly others?: readonly Readonly<Record<string, string>>[]
  readonly earlier?: readonly Readonly<Record<string, string>>[]
  readonly within?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What the formula reads in each part of the period. */
  readonly parts?: readonly Readonly<Record<string, string>>[]
  readonly period?: string
  /** Facts with their dot, such as `manager.term_from`. */
  readonly facts?: Readonly<Record<string, string>>
  readonly gives: string
}

interface Described<Ps extends readonly Parameter[]> {
  readonly name: string
  readonly parameters: Ps
  readonly gives: Kind
  /** What it gives, in one sentence. */
  readonly meaning: Phrase
  readonly examples: readonly Example[]
}

type AnyParameters = readonly Parameter[]

/** A way of calculating that formulas may call, from what one person's formula gives it. */
export interface PersonFunction<Ps extends AnyParameters = AnyParameters> extends Described<Ps> {
  evaluate(given: Arguments<Ps>, scope: Scope): Value | Missing
}

/** A member of a group with what the entries of the call come to for it. */
export interface Member<Ps extends AnyParameters = AnyParameters> {
  readonly id: string
  readonly given: Arguments<Ps>
}

/** What a group function answers to each person who asks. */
export type Answer = (asker: string) => Value | Missing

/**
 * A way of calculating over the members of a group of people, in the order of their ids; `gather` works once for all who ask
 * of the same group.
 */
export interface GroupFunction<Ps extends AnyParameters = AnyParameters> extends Described<Ps> {
  gather(members: readonly Member<Ps>[]): Answer | Missing
}

export type FormulaFunction = PersonFunction | GroupFunction

/** Declares a function; what `evaluate` is given has the types that the parameters say. */
export const defineFunction = <const Ps extends AnyParameters>(
  declared: PersonFunction<Ps>,
): PersonFunction => declared as unknown as PersonFunction

/** Declares a group function; what members are given has the types that the parameters say. */
export const defineGroupFunction = <const Ps extends AnyParameters>(
  declared: GroupFunction<Ps>,
): GroupFunction => declared as unknown as GroupFunction

/** How a call is written: `clamp(number, low, high)`, `max(number, …)`, `previous(figure[, periods])`. */
export function usageOf({ name, parameters }: FormulaFunction): string {
  const written = parameters.map((parameter, index) => {
    const lead = index === 0 ? '' : ', '
    if (parameter.count === 'optional') return `[${lead}${parameter.name}]`
    return `${lead}${parameter.name}${parameter.count === 'many' ? ', …' : ''}`
  })
  return `${name}(${written.join('')})`
}

/** How few and how many entries a call may have. */
export function arityOf({ parameters }: FormulaFunction): { readonly least: number; readonly most: number } {
  const last = parameters.at(-1)?.count
  const least = parameters.length - (last === 'optional' ? 1 : 0)
  return { least, most: last === 'many' ? Number.POSITIVE_INFINITY : parameters.length }
}

/** The parameter that the entry at an index fills: the last one for all entries beyond. */
export const parameterAt = ({ parameters }: FormulaFunction, index: number): Parameter | undefined =>
  parameters[Math.min(index, parameters.length - 1)]

/** Whether a number is whole and lies between a parameter's bounds. */
export const isWhole = (value: Exact, { least = 0, most = 0 }: Parameter): boolean =>
  value.d === 1n && value.gte(least) && value.lte(most)

/** Whether a function reads the figure given here in earlier periods. */
export const readsEarlier = (parameter: Parameter | undefined): boolean =>
  parameter?.as === 'earlier figure' || parameter?.as === 'figure over time'

/** Whether all entries of this kind must be of one kind of value. */
export const isShared = (kind: Kind): kind is 'same' | 'ordered' => kind === 'same' || kind === 'ordered'

/** Whether a function works something out in each part of the period. */
export const looksAtParts = ({ parameters }: FormulaFunction): boolean =>
  parameters.some(({ as: way }) => way === 'by part')
