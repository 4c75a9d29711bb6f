import type { Place } from '../findings/finding.ts'
import { AFTER_ALL, BEFORE_ALL, dayCount, holds, type Interval, overlap } from '../values/calendar.ts'
import { groupBy } from '../values/group.ts'
import type { Period } from '../values/period.ts'
import { compareText } from '../values/text.ts'
import type { Value } from '../values/value.ts'
import type { PostDays } from './ownership.ts'
import type { RowsOf } from './shapes.ts'

type ManagerRow = RowsOf<'managers'>[number]
type PostRow = RowsOf<'posts'>[number]

/** A manager as the period sees them: the columns of the period's last day (of `left_on` for someone who left in it). */
export interface Person {
  readonly id: string
  readonly name: string
  readonly branch: string
  /** Empty for employments without a grade. */
  readonly grade: string | undefined
  /** The columns of `managers`, those of dated posts put in, by name; absent ones are not there. */
  readonly columns: ReadonlyMap<string, Value>
  readonly daysInPost: number
  readonly place: Place
}

/** The days on which a manager is in post: from `hired_on` to `left_on`, both included. */
export const daysInPostOf = ({ cells }: ManagerRow): Interval => ({
  first: cells.hired_on ?? BEFORE_ALL,
  last: cells.left_on ?? AFTER_ALL,
})

/** The days in post of every manager of the folder. */
export const postDaysOf = (rows: RowsOf<'managers'>): PostDays =>
  new Map(rows.map((row) => [row.cells.manager_id, daysInPostOf(row)]))

/** Every manager of the folder in the period, by id; also those who are not in post on any of its days. */
export function peopleIn(
  period: Period,
  managers: RowsOf<'managers'>,
  posts: RowsOf<'posts'>,
  ungraded: ReadonlySet<string>,
): readonly Person[] {
  const dated = groupBy(posts, ({ cells }) => cells.manager_id)
  return managers
    .map((row) => personIn(period, row, dated.get(row.cells.manager_id) ?? [], ungraded))
    .sort((a, b) => compareText(a.id, b.id))
}

/** A person in a part of the period: the columns of the part's last day, and its days in post. */
export interface PersonPart {
  readonly days: Interval
  readonly person: Person
}

export function personIn(
  days: Interval,
  row: ManagerRow,
  posts: readonly PostRow[],
  ungraded: ReadonlySet<string>,
): Person {
  const inPost = overlap(daysInPostOf(row), days)
  const lastDay = inPost.last
  const post = posts.find(({ cells }) => holds({ first: cells.from, last: cells.to ?? AFTER_ALL }, lastDay))
  const columns = new Map<string, Value>()
  const cells: Readonly<Record<string, unknown>> = { ...row.cells, ...filledCells(post) }
  for (const [name, value] of Object.entries(cells)) {
    if (value !== undefined) columns.set(name, value as Value)
  }
  const graded = !ungraded.has(row.cells.employment)
  return {
    id: row.cells.manager_id,
    name: row.cells.name,
    branch: String(columns.get('branch') ?? ''),
    grade: graded ? (columns.get('grade') as string | undefined) : undefined,
    columns,
    daysInPost: dayCount(inPost),
    place: row.at(),
  }
}

/** The cells of a dated post that replace those of `managers`: the filled ones among the columns it may change. */
function filledCells(post: PostRow | undefined): Readonly<Record<string, string>> {
  if (!post) return {}
  const { grade, branch, team, role, status } = post.cells
  const changed = Object.entries({ grade, branch, team, role, status })
  return Object.fromEntries(changed.filter((entry): entry is [string, string] => entry[1] !== undefined))
}
