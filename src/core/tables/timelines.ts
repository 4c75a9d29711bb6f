import type { Report } from '../findings/finding.ts'
import { AFTER_ALL, BEFORE_ALL, type Day, holds, type Interval, printDay } from '../values/calendar.ts'
import { type Exact, ONE, printExact, ZERO } from '../values/exact.ts'
import { groupBy, mapValues } from '../values/group.ts'
import { compareText } from '../values/text.ts'
import { NONE_HOLDS, type Stretch, type Timeline } from './engine.ts'
import { NOBODY, type Ownerships, type Part, type PostDays } from './ownership.ts'
import type { RowsOf } from './shapes.ts'

type Assignment = RowsOf<'assignments'>[number]

/** The timelines that `assignments` give: for accounts that have rows of their own, and for clients. */
export interface Timelines {
  /** An account's own rows win over its client's on the days they cover; on others no ownership of its own holds. */
  readonly accounts: ReadonlyMap<string, Timeline>
  readonly clients: ReadonlyMap<string, Timeline>
}

/** Builds the timelines of all accounts and clients; those alike are one. */
export function timelinesOf(assignments: RowsOf<'assignments'>, posts: PostDays, all: Ownerships): Timelines {
  const { accounts, clients } = bySubject(assignments)
  return {
    accounts: mapValues(
      accounts,
      timelineMaker(posts, all, () => NONE_HOLDS),
    ),
    clients: mapValues(
      clients,
      timelineMaker(posts, all, () => all.numberOf(NOBODY)),
    ),
  }
}

/** The stretch of a timeline that holds a day. */
export function stretchAt(timeline: Timeline, day: Day): Stretch {
  let [low, high] = [0, timeline.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((timeline[middle]?.first ?? AFTER_ALL) <= day) low = middle
    else high = middle - 1
  }
  return timeline[low] ?? { first: BEFORE_ALL, last: AFTER_ALL, number: NONE_HOLDS }
}

/** The number that holds on a day. */
export const numberAt = (timeline: Timeline, day: Day): number => stretchAt(timeline, day).number

const daysOf = ({ cells }: Assignment): Interval => ({ first: cells.from, last: cells.to ?? AFTER_ALL })

/** The days on which something may change: the first day of every stretch. */
function cutsOf(intervals: readonly Interval[]): readonly Day[] {
  const cuts = new Set<Day>([BEFORE_ALL])
  for (const { first, last } of intervals) {
    cuts.add(first)
    if (last < AFTER_ALL) cuts.add((last + 1) as Day)
  }
  return [...cuts].filter((cut) => cut < AFTER_ALL).sort((a, b) => a - b)
}

/** Makes the timeline of some assignments of one subject; `open` is the number of days that none of them covers. */
function timelineMaker(posts: PostDays, all: Ownerships, open: () => number) {
  const made = new Map<string, Timeline>()
  return (rows: readonly Assignment[]): Timeline => {
    const key = JSON.stringify(
      rows.map(({ cells }) => [cells.manager_id, printExact(cells.share), cells.from, cells.to]),
    )
    const timeline = made.get(key) ?? build(rows, posts, all, open)
    made.set(key, timeline)
    return timeline
  }
}

function build(rows: readonly Assignment[], posts: PostDays, all: Ownerships, open: () => number): Timeline {
  const cuts = cutsOf(
    rows.flatMap((row) => [
      daysOf(row),
      posts.get(row.cells.manager_id) ?? { first: BEFORE_ALL, last: AFTER_ALL },
    ]),
  )
  return cuts.map((first, index) => {
    const last = ((cuts[index + 1] ?? AFTER_ALL + 1) - 1) as Day
    const covering = rows.filter((row) => holds(daysOf(row), first))
    return {
      first,
      last,
      number: covering.length > 0 ? all.numberOf(partsOn(first, covering, posts)) : open(),
    }
  })
}

function partsOn(day: Day, rows: readonly Assignment[], posts: PostDays): readonly Part[] {
  const shares = new Map<string, Exact>()
  for (const { cells } of rows) {
    shares.set(cells.manager_id, (shares.get(cells.manager_id) ?? ZERO).add(cells.share))
  }
  return [...shares]
    .sort(([a], [b]) => compareText(a, b))
    .map(([manager, share]) => {
      const post = posts.get(manager)
      return { manager, share, standing: post && !holds(post, day) ? 'outside' : 'in_post' }
    })
}

const bySubject = (assignments: RowsOf<'assignments'>) => ({
  accounts: groupBy(assignments, ({ cells }) => cells.account_id),
  clients: groupBy(assignments, ({ cells }) => (cells.account_id ? undefined : cells.client_id)),
})

/** Reports every stretch of days on which the shares of one account or client do not sum to 1. */
export function checkShares(assignments: RowsOf<'assignments'>, report: Report): void {
  const { accounts, clients } = bySubject(assignments)
  for (const rows of [...accounts.values(), ...clients.values()]) checkSubject(rows, report)
}

function checkSubject(rows: readonly Assignment[], report: Report): void {
  const cuts = cutsOf(rows.map(daysOf))
  for (const [index, first] of cuts.entries()) {
    const covering = rows.filter((row) => holds(daysOf(row), first))
    const sum = covering.reduce((total, { cells }) => total.add(cells.share), ZERO)
    const [row] = covering
    if (!row || sum.equals(ONE)) continue
    const { account_id: account, client_id: client } = row.cells
    const next = cuts[index + 1]
    report('shares-sum', row.at('share'), {
      owned: account ?? client ?? '',
      level: account === undefined ? 'client_id' : 'account_id',
      from: printDay(first),
      to: next === undefined ? '' : printDay((next - 1) as Day),
      sum: printExact(sum),
      rows: covering.map((each) => each.at().line ?? '').join(', '),
    })
  }
}
