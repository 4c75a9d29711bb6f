/** The tables `managers`, `posts` and `set_aside` of a random bank. */
import { addMonths, type Day, dayText, periodSpan, type Span } from '../calendar.ts'
import { type DraftRow, dayCell, dayIn, idsOf, overlap, type Plan } from './plan.ts'

/** A manager of a random bank: the row of the table and the days in post. */
export interface DraftManager {
  readonly id: string
  readonly row: DraftRow
  readonly staff: boolean
  readonly inPost: Span
}

/** The branches of a random bank. */
export const BRANCHES = ['城东支行', '城西支行', 'North, Main', '=West']

/** The grades, lowest first. */
export const GRADES = ['junior', 'intermediate', 'senior']

const NAMES = [
  '张伟',
  '王芳',
  '李娜',
  '欧阳修',
  "O'Neil, Pat",
  'Line\nbreak',
  'two\r\nlines',
  'say "hi"',
  '=SUM(1)',
  '@home',
  '-dash',
  '+plus',
  '𠀀明',
  'A  B',
]

/** Four to nine managers; the first is always a member of the staff who is there throughout, and mostly may still rise. */
export function draftManagers(plan: Plan): DraftManager[] {
  const ids = idsOf(plan.random, 'M', plan.random.int(4, 9))
  return ids.map((id, i) => draftManager(plan, id, i === 0))
}

function draftManager(plan: Plan, id: string, plain: boolean): DraftManager {
  const { random } = plan
  const staff = plain || random.chance(0.85)
  const inPost = plain ? { first: -Infinity, last: Infinity } : draftPost(plan)
  const status = plain || random.chance(0.6) ? '' : random.pick(['active', 'leave', 'probation', 'probation'])
  const row: DraftRow = {
    manager_id: id,
    name: random.pick(NAMES),
    branch: random.pick(BRANCHES),
    grade: staff ? random.pick(plain ? [...GRADES, 'junior', 'intermediate'] : GRADES) : '',
    team: random.pick(['', '', 'A', 'B']),
    role: random.pick(['', '', 'manager']),
    employment: staff ? random.pick(['', '', 'staff']) : 'agent',
    hired_on: dayCell(inPost.first),
    left_on: dayCell(inPost.last),
    grade_since: staff ? gradeSince(plan) : '',
    status,
    ...term(plan),
  }
  return { id, row, staff, inPost }
}

/** Days in post around a period: joiners, leavers (the period's last day included), people not yet or no longer there. */
function draftPost({ random, periods, window }: Plan): Span {
  const { first, last } = periodSpan(random.pick(periods))
  const inside = dayIn(random, { first: first + 1, last: last - 1 })
  const [always, forever] = [-Infinity, Infinity]
  const cases: readonly (readonly [Day, Day])[] = [
    [always, forever],
    [always, forever],
    [always, forever],
    [always, forever],
    [always, forever],
    [always, forever],
    [window.first - 400, forever],
    [window.first - 40, forever],
    [inside, forever],
    [first, forever],
    [last, forever],
    [always, inside],
    [always, last],
    [always, last - 1],
    [always, first],
    [inside, random.int(inside, last)],
    [last + 1, forever],
    [always, first - 1],
    [always, last + 1],
    [inside, inside],
  ]
  const [from, to] = random.pick(cases)
  return { first: from, last: to }
}

/** A day in the grade: exactly twelve months before a period's last day, a day later, long ago, or unknown. */
function gradeSince({ random, periods }: Plan): string {
  const { last } = periodSpan(random.pick(periods))
  const yearBefore = addMonths(last, -12)
  return dayCell(
    random.pick([
      yearBefore,
      yearBefore,
      yearBefore + 1,
      yearBefore - 1,
      yearBefore - 900,
      yearBefore - 900,
      last - 20,
      -Infinity,
    ]),
  )
}

function term({ random, periods }: Plan): DraftRow {
  const { first, last } = periodSpan(random.pick(periods))
  const to = random.pick([
    Infinity,
    first,
    last,
    first - 1,
    last + 1,
    dayIn(random, { first, last }),
    last + 200,
  ])
  return {
    term_from: Number.isFinite(to) && random.chance(0.7) ? dayText(to - 365) : '',
    term_to: dayCell(to),
  }
}

/** People whom a run leaves out on purpose: of this period, or of another one without effect. */
export function draftSetAside({ random, periods }: Plan, managers: readonly DraftManager[]): DraftRow[] {
  const chosen = managers.slice(1).filter(() => random.chance(0.06))
  return chosen.map((manager) => ({
    manager_id: manager.id,
    period: random.pick([...periods, '2003Q1']),
    reason: 'seconded, for now',
    approved_by: 'head01',
  }))
}

/** The days of a period on which a manager is in post. */
export function postIn(manager: DraftManager, period: string): Span {
  return overlap(manager.inPost, periodSpan(period))
}
