/** The table `posts` of a random bank. */
import { dayText, periodSpan } from '../calendar.ts'
import { BRANCHES, type DraftManager, GRADES } from './people.ts'
import { type DraftRow, dayCell, dayIn, type Plan } from './plan.ts'
import type { Random } from './random.ts'

/** Dated posts: some end before or begin after a period's last day, some cover it, some lie outside the days in post. */
export function draftPosts(plan: Plan, managers: readonly DraftManager[]): DraftRow[] {
  if (plan.random.chance(0.4)) return []
  return managers.filter(() => plan.random.chance(0.5)).flatMap((manager) => postsOf(plan, manager))
}

function postsOf({ random, window, periods }: Plan, manager: DraftManager): DraftRow[] {
  const { last } = periodSpan(random.pick(periods))
  const edges = [last, last, last - 1, last + 1, Math.min(last, manager.inPost.last), window.first]
  const days = Array.from({ length: random.int(1, 3) }, () =>
    random.chance(0.5)
      ? random.pick(edges)
      : dayIn(random, { first: window.first - 30, last: window.last + 10 }),
  )
  const starts = [...new Set(days)].sort((a, b) => a - b)
  return starts.map((from, i) => {
    const end = (starts[i + 1] ?? Infinity) - 1
    const to = random.chance(0.6) ? end : Math.min(end, from + random.int(0, 40))
    return {
      manager_id: manager.id,
      from: dayText(from),
      to: dayCell(to),
      ...postCells(random, manager.staff),
    }
  })
}

function postCells(random: Random, staff: boolean): DraftRow {
  const maybe = (values: readonly string[]): string => (random.chance(0.4) ? random.pick(values) : '')
  return {
    grade: staff ? maybe(GRADES) : '',
    branch: maybe(BRANCHES),
    team: random.pick(['C', 'D']),
    role: maybe(['manager']),
    status: maybe(['active', 'leave', 'probation']),
  }
}
