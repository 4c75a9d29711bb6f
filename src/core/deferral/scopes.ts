import type { Run } from '../appraisal/prepare-run.ts'
import { Sheet } from '../appraisal/sheet.ts'
import { Groups } from '../formula/formula.ts'
import type { Person } from '../tables/people.ts'
import { peopleIn } from '../tables/people.ts'
import { absent } from '../values/missing.ts'

/** The sheets of people by id: those of the run, and for everyone else one that has no figures but sees the groups of the run. */
export function sheetsFor(run: Run, sheets: readonly Sheet[]): (manager: string) => Sheet {
  const { scheme, period, tables, world } = run
  const { managers, posts } = tables.small
  const known = new Map(sheets.map((sheet) => [sheet.person.id, sheet]))
  const groups = new Groups(() => sheets.map(({ peer }) => peer))
  const others = new Map(
    peopleIn(period, managers, posts, scheme.people.ungraded).map((person) => [person.id, person]),
  )
  const names = [
    'grade',
    ...scheme.measures.map(({ name }) => name),
    ...scheme.figures.map(({ name }) => name),
  ]
  return (manager) => {
    const sheet = known.get(manager) ?? new Sheet(others.get(manager) ?? stranger(manager), world, groups)
    if (known.has(manager)) return sheet
    known.set(manager, sheet)
    for (const name of names) sheet.set(name, absent('not-in-run', { name, period: period.id }))
    return sheet
  }
}

/** Someone whom the table of managers does not name any more. */
const stranger = (id: string): Person => ({
  ...{ id, name: '', branch: '', grade: undefined, columns: new Map(), daysInPost: 0 },
  place: { file: 'managers' },
})
