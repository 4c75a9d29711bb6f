import type { Candidate, EntryResults } from '../../appraisal/candidates.ts'
import { isExact, printExact } from '../../values/exact.ts'
import { printValue, type Value } from '../../values/value.ts'
import { type Cell, number, type Table, text } from '../table.ts'

/** Every candidate with the outcome, the grade, the rule and clause that decided, and the figures that the scheme lists. */
export const entryReport = ({ candidates, rules: { listed }, scheme }: EntryResults): Table => ({
  header: [
    ...['candidate_id', 'name', 'branch', 'route', 'existing_staff', 'outcome', 'grade'],
    ...['rule', 'clause', 'reason', ...listed],
  ],
  rows: candidates.map(({ sheet, outcome }) => [
    ...identity(sheet),
    text(sheet.person.columns.get('existing_staff') === true ? 'yes' : 'no'),
    ...[outcome?.gives, outcome?.grade, outcome?.rule, outcome?.clause].map(text),
    text(outcome?.reason[scheme.language]),
    ...listed.map((figure) => cellOf(sheet.known(figure))),
  ]),
})

/** Who is filed with the superior bank, and in which grade. */
export const filingReport = ({ candidates, rules: { filing } }: EntryResults): Table => ({
  header: ['candidate_id', 'name', 'branch', 'route', 'outcome', 'grade', 'clause'],
  rows: candidates
    .filter(({ filed }) => filed)
    .map(({ sheet, outcome }) => [
      ...identity(sheet),
      ...[outcome?.gives, outcome?.grade, filing.clause].map(text),
    ]),
})

function identity({ person }: Candidate['sheet']): readonly Cell[] {
  const route = person.columns.get('route')
  return [person.id, person.name, person.branch, route === undefined ? '' : printValue(route)].map(text)
}

const cellOf = (value: Value | undefined): Cell =>
  isExact(value) ? number(printExact(value)) : text(value === undefined ? '' : printValue(value))
