import type { Scope } from '../formula/scope.ts'
import { ScopeAround } from '../formula/scope-around.ts'
import type { FactSpace } from '../formula/vocabulary.ts'
import type { PersonPart } from '../tables/people.ts'
import { type Exact, exact } from '../values/exact.ts'
import { absent, type Missing } from '../values/missing.ts'
import type { Value } from '../values/value.ts'
import { partName } from './record-names.ts'
import type { Sheet, World } from './sheet.ts'

/**
 * A part of the period as the formulas of one person see it: rules and columns of its last day, measures of its own rows;
 * everything else is that of the whole period.
 */
export class PartSheet extends ScopeAround<Sheet> {
  readonly #part: PersonPart
  readonly #world: World

  constructor(part: PersonPart, sheet: Sheet, world: World) {
    super(sheet)
    this.#part = part
    this.#world = world
  }

  override get parts(): Scope['parts'] {
    return [{ days: this.#part.days, scope: this }]
  }

  override figure(name: string): Value | Missing {
    if (this.#world.isMeasure(name)) return this.inner.measureIn(name, this.#part.days)
    if (name !== 'grade') return super.figure(name)
    return this.#noted(name, this.#part.person.grade ?? super.figure(name))
  }

  override value(name: string, key?: string): Value | Missing {
    return this.#world.value(name, key, this, this.#part.days.last)
  }

  override table(name: string, argument: Exact): Value | Missing {
    return this.#world.table(name, argument, this.#part.days.last)
  }

  override fact(space: FactSpace, name: string): Value | Missing {
    if (space === 'part') return this.#partFact(name)
    if (space !== 'manager') return super.fact(space, name)
    const { columns, id } = this.#part.person
    return this.#noted(
      `${space}.${name}`,
      columns.get(name) ?? absent('column-absent', { column: name, person: id, table: 'managers' }),
    )
  }

  #partFact(name: string): Value | Missing {
    const { first, last } = this.#part.days
    if (name === 'first_day') return first
    if (name === 'last_day') return last
    return this.#noted('days', exact(BigInt(this.#part.person.daysInPost)))
  }

  #noted(name: string, value: Value | Missing): Value | Missing {
    this.inner.noteRead(partName(name, this.#part.days), value)
    return value
  }
}
