import type { Exact } from '../values/exact.ts'
import type { Missing } from '../values/missing.ts'
import type { Period } from '../values/period.ts'
import type { Value } from '../values/value.ts'
import type { Span } from './ast.ts'
import type { GroupCall } from './expression.ts'
import type { Part, Scope } from './scope.ts'
import { ScopeAround } from './scope-around.ts'
import type { FactSpace } from './vocabulary.ts'

/** What one step of an evaluation asked for; a call stands for its function, an argument for what it was given. */
export type Asked =
  | { readonly kind: 'figure'; readonly name: string }
  | { readonly kind: 'value'; readonly name: string; readonly key: string | undefined }
  | { readonly kind: 'table'; readonly name: string; readonly argument: Exact }
  | { readonly kind: 'fact'; readonly space: FactSpace; readonly name: string }
  | { readonly kind: 'previous'; readonly name: string; readonly periods: number }
  | { readonly kind: 'at'; readonly name: string; readonly period: Period }
  | { readonly kind: 'latest'; readonly name: string }
  | { readonly kind: 'part'; readonly name: string; readonly part: Part }
  | { readonly kind: 'group'; readonly name: string; readonly call: GroupCall }
  | { readonly kind: 'call'; readonly name: string; readonly text: string }
  | { readonly kind: 'argument'; readonly name: string; readonly text: string }

/**
 * What an evaluation asked for and what it found, in order. A call holds a note of each argument that was worked out,
 * then what the function read itself; an argument holds what it read.
 */
export interface Note {
  readonly asked: Asked
  readonly found: Value | Missing
  readonly inner: readonly Note[]
}

/** Takes down what one evaluation reads, as a tree. */
export class Notes {
  #open: Note[] = []

  /** What was taken down, in order. */
  get all(): readonly Note[] {
    return this.#open
  }

  /** Takes down one thing read. */
  take(asked: Asked, found: Value | Missing): Value | Missing {
    this.#open.push({ asked, found, inner: [] })
    return found
  }

  /** Takes down a step with all that is read while it works. */
  within(asked: Asked, work: () => Value | Missing): Value | Missing {
    const [outer, inner] = [this.#open, [] as Note[]]
    this.#open = inner
    const found = work()
    this.#open = outer
    outer.push({ asked, found, inner })
    return found
  }
}

/** The scope with every reading taken down. */
export class NotedScope extends ScopeAround {
  readonly #notes: Notes

  constructor(scope: Scope, notes: Notes) {
    super(scope)
    this.#notes = notes
  }

  override figure(name: string) {
    return this.#notes.take({ kind: 'figure', name }, super.figure(name))
  }

  override value(name: string, key?: string) {
    return this.#notes.take({ kind: 'value', name, key }, super.value(name, key))
  }

  override table(name: string, argument: Exact) {
    return this.#notes.take({ kind: 'table', name, argument }, super.table(name, argument))
  }

  override fact(space: FactSpace, name: string) {
    return this.#notes.take({ kind: 'fact', space, name }, super.fact(space, name))
  }

  override previous(name: string, periods: number) {
    return this.#notes.take({ kind: 'previous', name, periods }, super.previous(name, periods))
  }

  override at(period: Period, name: string) {
    const found = super.at(period, name)
    if (found !== undefined) this.#notes.take({ kind: 'at', name, period }, found)
    return found
  }

  override group(call: GroupCall & Span) {
    return this.#notes.take({ kind: 'group', name: call.text, call }, super.group(call))
  }

  override latest(name: string) {
    return this.#notes.take({ kind: 'latest', name }, super.latest(name))
  }
}
