import { AFTER_ALL, BEFORE_ALL, type Day, type Interval } from '../values/calendar.ts'
import { ONE } from '../values/exact.ts'
import { mapValues } from '../values/group.ts'
import type { ActivityOwners, BalanceOwners, Timeline } from './engine.ts'
import { type KnownManagers, NOBODY, type Ownerships, type Standing } from './ownership.ts'
import type { Timelines } from './timelines.ts'

/** Who owns the rows of `balances`: as `assignments` say where there are any, else as each row says. */
export function balanceOwners(
  { posts, whole }: KnownManagers,
  timelines: Timelines | undefined,
  all: Ownerships,
): BalanceOwners {
  const none: ReadonlyMap<string, Timeline> = new Map()
  const managers = timelines ? undefined : daysOfManagers(posts, 'outside', all)
  const { accounts, clients } = timelines ?? { accounts: none, clients: none }
  const nobody = all.numberOf(NOBODY)
  return { managers, accounts, clients, nobody, strict: whole, unclaimed: all.unclaimed }
}

/** Who the rows of `activity` count for: the manager they name, whenever that was, else the client's of that day. */
export function activityOwners(
  { posts, whole }: KnownManagers,
  timelines: Timelines | undefined,
  all: Ownerships,
): ActivityOwners {
  const managers = daysOfManagers(posts, 'late', all)
  const nobody = all.numberOf(NOBODY)
  return { managers, clients: timelines?.clients, nobody, strict: whole, unclaimed: all.unclaimed }
}

/** The ownerships of rows that name a manager; `standing`: that of rows before and after the days in post. */
function daysOfManagers(
  posts: KnownManagers['posts'],
  standing: Standing,
  all: Ownerships,
): ReadonlyMap<string, Timeline> {
  return mapValues(posts, (post: Interval, manager): Timeline => {
    const inPost = all.numberOf([{ manager, share: ONE, standing: 'in_post' }])
    const others = all.numberOf([{ manager, share: ONE, standing }])
    return [
      { first: BEFORE_ALL, last: (post.first - 1) as Day, number: others },
      { ...post, number: inPost },
      { first: (post.last + 1) as Day, last: AFTER_ALL, number: others },
    ].filter(({ first, last }) => first <= last)
  })
}
