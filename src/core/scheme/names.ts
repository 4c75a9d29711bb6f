import type { Domain, Meaning, TypeInfo, Vocabulary } from '../formula/vocabulary.ts'
import type { FactName } from './fact-names.ts'
import { NAME_FORM } from './forms.ts'
import { wordsOf } from './people.ts'
import { NUMBER } from './reading.ts'
import type { TierTable } from './scheme.ts'
import type { UndecidedValue } from './values.ts'

/** What the names of formulas are collected from. */
export interface Named {
  readonly facts: readonly FactName[]
  /** The closed lists whose ids may be written bare. */
  readonly lists: readonly Domain[]
  readonly grades: Domain
  /** The kinds of period that the scheme serves. */
  readonly kinds: Domain
  readonly values: ReadonlyMap<string, UndecidedValue>
  readonly tables: ReadonlyMap<string, TierTable>
  /** Measures and figures, with what is known of them before their formulas are read. */
  readonly figures: ReadonlyMap<string, TypeInfo | undefined>
  /** Whether a name after `target.` may be any. */
  readonly targets: boolean
}

/** The names that formulas of a scheme may use; what kind of value a figure has is learnt as formulas are checked. */
export class Names implements Vocabulary {
  readonly words: ReadonlyMap<string, readonly Domain[]>
  readonly grades: Domain
  readonly kinds: Domain
  readonly #facts: ReadonlyMap<string, Meaning>
  readonly #named: Named
  readonly #learnt: Map<string, TypeInfo>

  constructor(named: Named, learnt = new Map<string, TypeInfo>()) {
    this.#named = named
    this.#learnt = learnt
    this.kinds = named.kinds
    this.grades = named.grades
    this.words = wordsOf(named.lists)
    this.#facts = new Map(
      named.facts.map((fact) => [`${fact.space}.${fact.name}`, { kind: 'fact', ...fact }] as const),
    )
  }

  /** The same names and further facts; what is learnt of the one is known to the other. */
  with(facts: readonly FactName[]): Names {
    return new Names({ ...this.#named, facts: [...this.#named.facts, ...facts] }, this.#learnt)
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
    return this.#value(name) ?? this.#facts.get(name) ?? (this.#named.targets ? targetNamed(name) : undefined)
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
