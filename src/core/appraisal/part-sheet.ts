import type { Span } from '../formula/ast.ts'
import type { GroupCall } from '../formula/formula.ts'
import type { Scope } from '../formula/scope.ts'
import type { FactSpace } from '../formula/vocabulary.ts'
import type { PersonPart } from '../tables/people.ts'
import { type Exact, exact } from '../values/exact.ts'
import { absent, type Missing } from '../values/missing.ts'
import type { Period } from '../values/period.ts'
import type { Value } from '../values/value.ts'
import { partName } from './record-names.ts'
import type { Sheet, World } from './sheet.ts'

/**
 * A part of the period as the formulas of one person see it: rules and columns of its last day, measures of its own rows;
 * everything else is that of the whole period.
 */
export class PartSheet implements Scope {
  readonly #part: PersonPart
  readonly #sheet: Sheet
  readonly #world: World

  constructor(part: PersonPart, sheet: Sheet, world: World) {
    this.#part = part
    this.#sheet = sheet
    this.#world = world
  }

  get period(): Period {
    return this.#sheet.period
  }

  ladder(grade: string): readonly string[] {
    return this.#sheet.ladder(grade)
  }

  get daysInPost(): number {
    return this.#sheet.daysInPost
  }

  get parts(): Scope['parts'] {
    return [{ days: this.#part.days, scope: this }]
  }

  figure(name: string): Value | Missing {
    if (this.#world.isMeasure(name)) return this.#sheet.measureIn(name, this.#part.days)
    if (name !== 'grade') return this.#sheet.figure(name)
    return this.#noted(name, this.#part.person.grade ?? this.#sheet.figure(name))
  }

  value(name: string, key?: string): Value | Missing {
    return this.#world.value(name, key, this, this.#part.days.last)
  }

  table(name: string, argument: Exact): Value | Missing {
    return this.#world.table(name, argument, this.#part.days.last)
  }

  fact(space: FactSpace, name: string): Value | Missing {
    if (space === 'part') return this.#partFact(name)
    if (space !== 'manager') return this.#sheet.fact(space, name)
    const { columns, id } = this.#part.person
    return this.#noted(
      `${space}.${name}`,
      columns.get(name) ?? absent('column-absent', { column: name, person: id, table: 'managers' }),
    )
  }

  previous(name: string, steps: number): Value | Missing {
    return this.#sheet.previous(name, steps)
  }

  at(period: Period, name: string): Value | Missing | undefined {
    return this.#sheet.at(period, name)
  }

  latest(name: string): Value | Missing {
    return this.#sheet.latest(name)
  }

  group(call: GroupCall & Span): Value | Missing {
    return this.#sheet.group(call)
  }

  #partFact(name: string): Value | Missing {
    const { first, last } = this.#part.days
    if (name === 'first_day') return first
    if (name === 'last_day') return last
    return this.#noted('days', exact(BigInt(this.#part.person.daysInPost)))
  }

  #noted(name: string, value: Value | Missing): Value | Missing {
    this.#sheet.noteRead(partName(name, this.#part.days), value)
    return value
  }
}
