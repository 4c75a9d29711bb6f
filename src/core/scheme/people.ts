import { likeliestOf } from '../findings/near.ts'
import type { Fact } from '../findings/sentence.ts'
import type { Domain } from '../formula/vocabulary.ts'
import type { SchemeFile } from './file-shape.ts'
import { labelOf, lineOf, originOf, type Reading } from './reading.ts'
import { type Grade, OUTCOMES, type Scheme } from './scheme.ts'
import type { Path } from './yaml.ts'

/** What every scheme knows of people; a scheme may list more. */
const ROLES = ['manager']
const EMPLOYMENTS = ['staff', 'agent']
const STATUSES = ['active', 'leave', 'probation']

/** The roles, employments and statuses that people can have; without any grades nobody is graded. */
export function readPeople(reading: Reading, { people, grades }: SchemeFile): Scheme['people'] {
  const employments = new Set([...EMPLOYMENTS, ...(people?.employments ?? [])])
  for (const [index, employment] of (people?.ungraded ?? []).entries()) {
    if (employments.has(employment)) continue
    const wanted = [...employments].join(', ')
    const meant = likeliestOf(employment, employments)
    report(reading, ['people', 'ungraded', index], { found: employment, wanted, meant })
  }
  return {
    roles: new Set([...ROLES, ...(people?.roles ?? [])]),
    employments,
    statuses: new Set([...STATUSES, ...(people?.statuses ?? [])]),
    ungraded: grades ? new Set(people?.ungraded) : employments,
  }
}

const report = (
  { file, report: tell }: Reading,
  path: Path,
  facts: { readonly found: string; readonly wanted: string; readonly meant: Fact },
): void => tell('scheme-choice', file.placeOf(path), facts)

/** The grades of the scheme, lowest first. */
export function readGrades(reading: Reading, { grades = [] }: SchemeFile): readonly Grade[] {
  const paths = grades.map((_, index) => ['grades', index, 'id'])
  onlyOnce(reading, paths)
  return grades.map((grade, index) => ({
    id: grade.id,
    ladder: grade.ladder ?? '',
    name: labelOf(reading, grade.name),
    ...originOf(reading, ['grades', index], grade),
  }))
}

/** Reports every id at these paths that stood at an earlier one. */
export function onlyOnce({ file, report }: Reading, paths: readonly Path[]): void {
  const seen = new Map<string, number>()
  for (const path of paths) {
    const place = file.placeOf(path)
    const id = String(file.valueAt(path))
    const first = seen.get(id)
    if (first === undefined) seen.set(id, lineOf(place))
    else report('scheme-id-twice', place, { id, first })
  }
}

/** The closed lists that texts of the scheme come from. */
export interface Domains {
  readonly grade: Domain
  readonly role: Domain
  readonly employment: Domain
  readonly status: Domain
  readonly rating: Domain
  readonly recommendation: Domain
}

/** The closed lists of a scheme: its grades, what people can be, its ratings and the outcomes. */
export function domainsOf(people: Scheme['people'], { grades, appraisal }: SchemeFile): Domains {
  const domain = (name: keyof Domains, ids: Iterable<string>): Domain => ({ name, ids: new Set(ids) })
  return {
    grade: domain('grade', grades?.map(({ id }) => id) ?? []),
    role: domain('role', people.roles),
    employment: domain('employment', people.employments),
    status: domain('status', people.statuses),
    rating: domain('rating', appraisal?.rating?.map(({ id }) => id) ?? []),
    recommendation: domain('recommendation', OUTCOMES),
  }
}

/** The ids that formulas may write bare, with the lists each belongs to. */
export function wordsOf(domains: readonly Domain[]): ReadonlyMap<string, readonly Domain[]> {
  const words = new Map<string, Domain[]>()
  for (const domain of domains) {
    for (const id of domain.ids) words.set(id, [...(words.get(id) ?? []), domain])
  }
  return words
}
