import type { Place, Report } from '../findings/finding.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { AFTER_ALL, type Day, dayCount, type Interval, overlap, printDay } from '../values/calendar.ts'
import { groupBy } from '../values/group.ts'
import { reportCell, unknownChoice } from './cells.ts'
import { nearId } from './lost-zeros.ts'
import type { KnownManagers } from './ownership.ts'
import { daysInPostOf } from './people.ts'
import type { RowsOf } from './shapes.ts'

type People = Pick<Scheme, 'people' | 'grades'>

/** Reports an id that is none of those known, at its cell. */
export function checkChoice(
  found: string | undefined,
  known: Iterable<string>,
  at: Place,
  report: Report,
): void {
  if (found === undefined || new Set(known).has(found)) return
  reportCell(unknownChoice(found, known), at.field ?? '', found, at, report)
}

/** Reports a last day before its first. */
export function checkInterval(
  [first, last]: readonly [string, string],
  from: Day | undefined,
  to: Day | undefined,
  at: Place,
  report: Report,
): void {
  if (from === undefined || to === undefined || from <= to) return
  report('interval-backwards', at, { first, last, from: printDay(from), to: printDay(to) })
}

/** Checks every manager against the scheme's grades, employments, roles and statuses. */
export function checkManagers(rows: RowsOf<'managers'>, { people, grades }: People, report: Report): void {
  const known = grades.map((grade) => grade.id)
  for (const row of rows) {
    const { cells, at } = row
    checkChoice(cells.role, people.roles, at('role'), report)
    checkChoice(cells.employment, people.employments, at('employment'), report)
    checkChoice(cells.status, people.statuses, at('status'), report)
    checkInterval(['hired_on', 'left_on'], cells.hired_on, cells.left_on, at('left_on'), report)
    checkInterval(['term_from', 'term_to'], cells.term_from, cells.term_to, at('term_to'), report)
    const { manager_id: manager, employment, grade } = cells
    if (people.ungraded.has(employment)) {
      if (grade !== undefined) report('grade-not-used', at('grade'), { manager, employment, grade })
    } else if (grade === undefined) {
      report('grade-missing', at('grade'), { manager, employment, wanted: known.join(', ') })
    } else checkChoice(grade, known, at('grade'), report)
  }
}

/** Checks dated posts: their ids, that they do not overlap, and that they lie within the days in post. */
export function checkPosts(
  rows: RowsOf<'posts'>,
  managers: RowsOf<'managers'>,
  { people, grades }: People,
  report: Report,
): void {
  const inPost = new Map(managers.map((row) => [row.cells.manager_id, daysInPostOf(row)]))
  for (const { cells, at } of rows) {
    checkChoice(
      cells.grade,
      grades.map(({ id }) => id),
      at('grade'),
      report,
    )
    checkChoice(cells.role, people.roles, at('role'), report)
    checkChoice(cells.status, people.statuses, at('status'), report)
    checkInterval(['from', 'to'], cells.from, cells.to, at('to'), report)
    const [days, own] = [inPost.get(cells.manager_id), daysOf(cells)]
    const facts = { manager: cells.manager_id, from: printDay(cells.from) }
    const isOutside = days && dayCount(own) > 0 && dayCount(overlap(days, own)) === 0
    if (isOutside) report('post-outside', at(), facts)
  }
  for (const posts of groupBy(rows, ({ cells }) => cells.manager_id).values()) checkOverlaps(posts, report)
}

const daysOf = ({ from, to }: { from: Day; to: Day | undefined }): Interval => ({
  first: from,
  last: to ?? AFTER_ALL,
})

function checkOverlaps(posts: RowsOf<'posts'>, report: Report): void {
  const sorted = [...posts].sort((a, b) => a.cells.from - b.cells.from)
  for (const [index, { cells, at }] of sorted.entries()) {
    const before = sorted[index - 1]
    if (!before || dayCount(overlap(daysOf(before.cells), daysOf(cells))) === 0) continue
    report('posts-overlap', at('from'), {
      manager: cells.manager_id,
      from: printDay(cells.from),
      other: printDay(before.cells.from),
      line: before.at().line ?? '',
    })
  }
}

/** Checks what candidates are to become. */
export function checkCandidates(
  rows: RowsOf<'candidates'>,
  { people }: Pick<Scheme, 'people'>,
  report: Report,
): void {
  for (const { cells, at } of rows) checkChoice(cells.role, people.roles, at('role'), report)
}

/** Reports an id of a manager that the folder does not have. */
export function checkManager(found: string, managers: KnownManagers, at: Place, report: Report): void {
  const { posts, whole } = managers
  if (whole && !posts.has(found)) report('manager-unknown', at, { found, likeliest: nearId(found, posts) })
}
