import type { Type } from '../values/value.ts'

/** A closed list of ids that a text value comes from (grades, ratings, statuses …), so that a misspelt one is found. */
export interface Domain {
  readonly name: string
  readonly ids: ReadonlySet<string>
}

/** What a formula can say of a value before it is known: its kind, and for a text the list it comes from, if any. */
export interface TypeInfo {
  readonly type: Type
  readonly domain?: Domain
}

/** What a name means in a scheme. A figure whose own formula is faulty has no `info`: its readers stay silent about it. */
export type Meaning =
  | { readonly kind: 'figure'; readonly name: string; readonly info: TypeInfo | undefined }
  | {
      readonly kind: 'value'
      readonly name: string
      readonly info: TypeInfo
      readonly by: TypeInfo | undefined
    }
  | { readonly kind: 'table'; readonly name: string; readonly info: TypeInfo }
  | { readonly kind: 'fact'; readonly space: FactSpace; readonly name: string; readonly info: TypeInfo }

/** The spaces of facts that formulas read with a dot: `target.deposits`, `manager.status`, `period.days`. */
export type FactSpace =
  | 'target'
  | 'assessment'
  | 'manager'
  | 'confirmation'
  | 'period'
  | 'part'
  | 'clients'
  | 'client'
  | 'candidate'
  | 'lot'
  | 'event'

/** The names that the formulas of one scheme may use. `points.x` and `pay.x` are figures named with their dot. */
export interface Vocabulary {
  /** The meaning of a bare or dotted name, exactly as written. */
  meaning(name: string): Meaning | undefined
  /** Every name that `meaning` knows, for the likeliest one meant. */
  readonly names: Iterable<string>
  /** Ids that may be written bare as texts (`rating = excellent`), with the lists they belong to. */
  readonly words: ReadonlyMap<string, readonly Domain[]>
  /** The domain of the scheme's grades, which `higher` and `lower` step through. */
  readonly grades: Domain
  /** The domain of the kinds of period that the scheme serves. */
  readonly kinds: Domain
}
