import type { Domain, FactSpace, Meaning, TypeInfo, Vocabulary } from '../formula/vocabulary.ts'
import type { PeriodKind } from '../values/period.ts'
import type { Type } from '../values/value.ts'
import { NAME_FORM } from './forms.ts'
import type { Domains } from './people.ts'
import { wordsOf } from './people.ts'
import { NUMBER } from './reading.ts'
import type { TierTable } from './scheme.ts'
import type { UndecidedValue } from './values.ts'

/** What the names of a scheme are collected from. */
export interface Named {
  readonly domains: Domains
  /** The closed lists that figures declare for themselves. */
  readonly lists: readonly Domain[]
  /** The kinds of period that the scheme serves. */
  readonly periods: readonly PeriodKind[]
  readonly values: ReadonlyMap<string, UndecidedValue>
  readonly tables: ReadonlyMap<string, TierTable>
  readonly assessments: Iterable<string>
  /** Measures and figures, with what is known of them before their formulas are read. */
  readonly figures: ReadonlyMap<string, TypeInfo | undefined>
}

const TEXT_COLUMNS = ['name', 'branch', 'team'] as const
const DAY_COLUMNS = ['hired_on', 'left_on', 'grade_since', 'term_from', 'term_to'] as const
const LISTED_COLUMNS = ['role', 'employment', 'status'] as const

/** The names that formulas of a scheme may use; what kind of value a figure has is learnt as formulas are checked. */
export class Names implements Vocabulary {
  readonly words: ReadonlyMap<string, readonly Domain[]>
  readonly grades: Domain
  /** The kinds of period that the scheme serves. */
  readonly kinds: Domain
  readonly #facts = new Map<string, Meaning>()
  readonly #named: Named
  readonly #learnt = new Map<string, TypeInfo>()

  constructor(named: Named) {
    const { domains, lists, assessments, periods } = named
    this.#named = named
    this.kinds = { name: 'period.kind', ids: new Set(periods) }
    this.words = wordsOf([...Object.values(domains), this.kinds, ...lists])
    this.grades = domains.grade
    for (const column of TEXT_COLUMNS) this.#fact('manager', column, 'text')
    for (const column of DAY_COLUMNS) this.#fact('manager', column, 'day')
    for (const column of LISTED_COLUMNS) this.#fact('manager', column, 'text', domains[column])
    this.#fact('period', 'id', 'text')
    this.#fact('period', 'kind', 'text', this.kinds)
    this.#fact('period', 'months', 'number')
    this.#fact('period', 'month', 'number')
    this.#fact('period', 'days', 'number')
    this.#fact('period', 'first_day', 'day')
    this.#fact('period', 'last_day', 'day')
    this.#fact('period', 'year_first_day', 'day')
    this.#fact('period', 'is_term_end', 'yesno')
    this.#fact('confirmation', 'decision', 'text', domains.recommendation)
    this.#fact('confirmation', 'to_grade', 'text', domains.grade)
    this.#fact('confirmation', 'by', 'text')
    this.#fact('confirmation', 'on', 'day')
    this.#fact('part', 'days', 'number')
    this.#fact('part', 'first_day', 'day')
    this.#fact('part', 'last_day', 'day')
    for (const item of assessments) this.#fact('assessment', item, 'number')
  }

  #fact(space: FactSpace, name: string, type: Type, domain?: Domain): void {
    const info = domain ? { type, domain } : { type }
    this.#facts.set(`${space}.${name}`, { kind: 'fact', space, name, info })
  }

  get names(): Iterable<string> {
    const { values, tables, figures } = this.#named
    return [...values.keys(), ...tables.keys(), ...figures.keys(), ...this.#facts.keys()]
  }

  meaning(name: string): Meaning | undefined {
    const { figures, tables } = this.#named
    const table = tables.get(name)
    if (table) return { kind: 'table', name, info: table.info }
    if (figures.has(name)) return { kind: 'figure', name, info: this.info(name) }
    return this.#value(name) ?? this.#facts.get(name) ?? targetNamed(name)
  }

  /** What is known of a figure, or of the key of a value (`byOwner`). */
  info(owner: string): TypeInfo | undefined {
    return this.#named.figures.get(owner) ?? this.#learnt.get(owner)
  }

  /** Takes down what the check of a formula has told of its owner. */
  learn(owner: string, info: TypeInfo): void {
    this.#learnt.set(owner, info)
  }

  #value(name: string): Meaning | undefined {
    const value = this.#named.values.get(name)
    return value && { kind: 'value', name, info: value.info, by: this.info(byOwner(name)) }
  }
}

/** The name under which the formula of a value's `by` is known among the formulas. */
export const byOwner = (value: string): string => `by ${value}`

/** Any name may be a target; which ones a scheme needs is told by its formulas. */
function targetNamed(name: string): Meaning | undefined {
  const [space, target = '', more] = name.split('.')
  if (space !== 'target' || more !== undefined || NAME_FORM.read(target) === undefined) return undefined
  return { kind: 'fact', space, name: target, info: NUMBER }
}
