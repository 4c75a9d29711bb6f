import type { Domain, FactSpace, TypeInfo } from '../formula/vocabulary.ts'
import { LEAVING_KINDS } from '../values/event-kinds.ts'
import type { Type } from '../values/value.ts'
import type { Domains } from './people.ts'

/** A fact that formulas read with a dot, and what it holds. */
export interface FactName {
  readonly space: FactSpace
  readonly name: string
  readonly info: TypeInfo
}

const fact = (space: FactSpace, name: string, type: Type, domain?: Domain): FactName => ({
  space,
  name,
  info: domain ? { type, domain } : { type },
})

const facts = (space: FactSpace, type: Type, ...names: readonly string[]): readonly FactName[] =>
  names.map((name) => fact(space, name, type))

const ofPeriod = (kinds: Domain): readonly FactName[] => [
  ...facts('period', 'number', 'months', 'month', 'days'),
  ...facts('period', 'day', 'first_day', 'last_day', 'year_first_day'),
  fact('period', 'id', 'text'),
  fact('period', 'kind', 'text', kinds),
]

const scores = (items: Iterable<string>): readonly FactName[] => facts('assessment', 'number', ...items)

/** What formulas of the managers read with a dot. */
export const personFacts = (
  domains: Domains,
  kinds: Domain,
  items: Iterable<string>,
  ofClients: Iterable<string>,
): readonly FactName[] => [
  ...facts('manager', 'text', 'name', 'branch', 'team'),
  ...facts('manager', 'day', 'hired_on', 'left_on', 'grade_since', 'term_from', 'term_to'),
  ...(['role', 'employment', 'status'] as const).map((column) =>
    fact('manager', column, 'text', domains[column]),
  ),
  ...ofPeriod(kinds),
  fact('period', 'is_term_end', 'yesno'),
  fact('confirmation', 'decision', 'text', domains.recommendation),
  fact('confirmation', 'to_grade', 'text', domains.grade),
  fact('confirmation', 'by', 'text'),
  fact('confirmation', 'on', 'day'),
  fact('part', 'days', 'number'),
  ...facts('part', 'day', 'first_day', 'last_day'),
  ...facts('clients', 'number', ...ofClients),
  ...scores(items),
]

/** What rules about deferred lots read with a dot besides. */
export const LOT_FACTS: readonly FactName[] = [
  ...facts('lot', 'number', 'amount', 'balance', 'tranche'),
  ...facts('lot', 'day', 'granted_on', 'due_on'),
  ...facts('event', 'yesno', ...LEAVING_KINDS),
]

/** What formulas of the clients read with a dot. */
export const clientFacts = (kinds: Domain): readonly FactName[] => [
  ...facts('client', 'text', 'name', 'tier', 'segment', 'branch'),
  fact('client', 'opened_on', 'day'),
  ...ofPeriod(kinds),
]

/** What formulas of the candidates read with a dot. */
export const candidateFacts = (
  kinds: Domain,
  routes: Domain,
  roles: Domain,
  items: Iterable<string>,
): readonly FactName[] => [
  ...facts('candidate', 'text', 'name', 'branch'),
  fact('candidate', 'route', 'text', routes),
  fact('candidate', 'role', 'text', roles),
  fact('candidate', 'existing_staff', 'yesno'),
  fact('candidate', 'deposits', 'number'),
  ...ofPeriod(kinds),
  ...scores(items),
]
