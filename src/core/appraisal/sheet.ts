import type { Span } from '../formula/ast.ts'
import type { GroupCall, Groups, Peer } from '../formula/formula.ts'
import type { Scope } from '../formula/scope.ts'
import type { FactSpace } from '../formula/vocabulary.ts'
import type { Ladders } from '../scheme/ladders.ts'
import type { Case } from '../scheme/scheme.ts'
import type { Person, PersonPart } from '../tables/people.ts'
import { type Day, holds, type Interval } from '../values/calendar.ts'
import { type Exact, exact } from '../values/exact.ts'
import { absent, isMissing, type Missing } from '../values/missing.ts'
import type { Period } from '../values/period.ts'
import type { Value } from '../values/value.ts'
import { PartSheet } from './part-sheet.ts'
import { periodFact } from './period-facts.ts'
import { atName, earlierName, leftOutName, partName } from './record-names.ts'

/** What the sheets of all people of a run read besides their own figures. */
export interface World {
  readonly period: Period
  readonly ladders: Ladders
  /** A dated value in force on a day; one that goes by a column takes the key given, else the one the scope has there. */
  value(name: string, key: string | undefined, scope: Scope, on: Day): Value | Missing
  table(name: string, argument: Exact, on: Day): Value | Missing
  target(person: Person, name: string): Value | Missing
  assessment(person: Person, name: string): Value | Missing
  confirmation(person: Person, column: string): Value | Missing
  /** What the clients of a manager come to in a figure of theirs. */
  clients(person: Person, figure: string): Value | Missing
  previous(person: Person, name: string, steps: number): Value | Missing
  at(person: Person, name: string, period: Period): Value | Missing | undefined
  latest(person: Person, name: string): Value | Missing
  /** The parts of the period for a person. */
  parts(person: Person): readonly PersonPart[]
  isMeasure(name: string): boolean
  /** A measure in a part of the period. */
  measureIn(person: Person, name: string, part: Interval): Value | Missing
}

/** One person's figures in the period, filled in figure by figure; formulas read the world through it. */
export class Sheet implements Scope {
  readonly person: Person
  readonly #world: World
  readonly #groups: Groups
  readonly #figures = new Map<string, Value | Missing>()
  readonly #read = new Map<string, Value>()
  readonly #decided = new Map<string, Case>()
  #recording = false

  constructor(person: Person, world: World, groups: Groups) {
    this.person = person
    this.#world = world
    this.#groups = groups
  }

  ladder(grade: string): readonly string[] {
    return this.#world.ladders(grade)
  }

  get period(): Period {
    return this.#world.period
  }

  get daysInPost(): number {
    if (this.#recording) this.record('days_in_post', exact(BigInt(this.person.daysInPost)))
    return this.person.daysInPost
  }

  set(name: string, value: Value | Missing): void {
    this.#figures.set(name, value)
  }

  has(name: string): boolean {
    return this.#figures.has(name)
  }

  figure(name: string): Value | Missing {
    const value = this.#figures.get(name)
    if (value === undefined) throw new Error(`The figure ${name} is read before it is computed.`)
    return value
  }

  /** The figure's value where it has one. */
  known(name: string): Value | undefined {
    const value = this.#figures.get(name)
    return value === undefined || isMissing(value) ? undefined : value
  }

  value(name: string, key?: string): Value | Missing {
    return this.#world.value(name, key, this, this.period.last)
  }

  table(name: string, argument: Exact): Value | Missing {
    return this.#world.table(name, argument, this.period.last)
  }

  fact(space: FactSpace, name: string): Value | Missing {
    if (space === 'period') return name === 'is_term_end' ? this.#isTermEnd() : periodFact(this.period, name)
    if (space === 'part') return this.#wholeFact(name)
    if (space === 'lot' || space === 'event') throw new Error(`${space}.${name} belongs to rules about lots.`)
    if (space === 'confirmation' && this.#recording) this.#noteConfirmation()
    const value = this.#personFact(space, name)
    return this.#recording ? this.#note(`${space}.${name}`, value) : value
  }

  previous(name: string, steps: number): Value | Missing {
    const value = this.#world.previous(this.person, name, steps)
    return this.#recording ? this.#note(earlierName(name, steps), value) : value
  }

  at(period: Period, name: string): Value | Missing | undefined {
    const value = this.#world.at(this.person, name, period)
    if (!this.#recording) return value
    if (value === undefined) this.record(leftOutName(period, name), true)
    else this.#note(atName(period, name), value)
    return value
  }

  latest(name: string): Value | Missing {
    const value = this.#world.latest(this.person, name)
    return this.#recording ? this.#note(`latest.${name}`, value) : value
  }

  get parts(): Scope['parts'] {
    return this.#world.parts(this.person).map((part) => ({
      days: part.days,
      scope: new PartSheet(part, this, this.#world),
    }))
  }

  /** Keeps something that was read while the person's record is taken. */
  noteRead(name: string, value: Value | Missing): void {
    if (this.#recording) this.#note(name, value)
  }

  /** A measure in a part of the period; its parts add up to it. */
  measureIn(name: string, part: Interval): Value | Missing {
    const value = this.#world.measureIn(this.person, name, part)
    return this.#recording ? this.#note(partName(name, part), value) : value
  }

  group(call: GroupCall & Span): Value | Missing {
    return this.#groups.answer(call, this.peer)
  }

  /** The person as the formulas of others see them. */
  get peer(): Peer {
    return { id: this.person.id, scope: this }
  }

  /** Keeps which case decided a figure that goes by cases. */
  decide(name: string, by: Case): void {
    this.#decided.set(name, by)
  }

  decided(name: string): Case | undefined {
    return this.#decided.get(name)
  }

  /** Does some reading and keeps what it finds of facts and earlier periods for the person's record. */
  recording<T>(read: () => T): T {
    this.#recording = true
    const found = read()
    this.#recording = false
    return found
  }

  /** Every named value of the person: figures that have one, and what formulas read besides. */
  get named(): ReadonlyMap<string, Value> {
    const figures = [...this.#figures].filter((entry): entry is [string, Value] => !isMissing(entry[1]))
    return new Map([...figures, ...this.#read])
  }

  /** Keeps a value that is not a figure but belongs to the person's record, such as an adjustment. */
  record(name: string, value: Value): void {
    this.#read.set(name, value)
  }

  #note(name: string, value: Value | Missing): Value | Missing {
    if (!isMissing(value)) this.#read.set(name, value)
    return value
  }

  #personFact(
    space: keyof typeof TABLES | 'target' | 'assessment' | 'confirmation' | 'clients',
    name: string,
  ): Value | Missing {
    if (space === 'target') return this.#world.target(this.person, name)
    if (space === 'assessment') return this.#world.assessment(this.person, name)
    if (space === 'confirmation') return this.#world.confirmation(this.person, name)
    if (space === 'clients') return this.#world.clients(this.person, name)
    return (
      this.person.columns.get(name) ??
      absent('column-absent', { column: name, person: this.person.id, table: TABLES[space] })
    )
  }

  /** Whether the last day of the person's term lies in the period. */
  #isTermEnd(): boolean {
    const end = this.fact('manager', 'term_to')
    return !isMissing(end) && holds(this.period, end as Day)
  }

  /** Whoever asks what was decided also learns by whom and when. */
  #noteConfirmation(): void {
    for (const column of ['by', 'on', 'to_grade'])
      this.#note(`confirmation.${column}`, this.#world.confirmation(this.person, column))
  }

  /** Outside of parts, the whole period is the only one. */
  #wholeFact(name: string): Value {
    const { first, last } = this.period
    if (name === 'days') return exact(BigInt(this.daysInPost))
    return name === 'first_day' ? first : last
  }
}

/** Where the columns stand that formulas read of a person, client or candidate. */
const TABLES = { manager: 'managers', client: 'clients', candidate: 'candidates' } as const
