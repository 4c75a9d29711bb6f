import type { Phrase } from '../findings/sentence.ts'
import { AFTER_ALL, BEFORE_ALL, type Day, holds, type Interval } from '../values/calendar.ts'
import { ONE } from '../values/exact.ts'
import { mapValues } from '../values/group.ts'
import type { ActivityOwners, BalanceOwners, Timeline } from './engine.ts'
import { nearId } from './lost-zeros.ts'
import { type KnownManagers, NOBODY, type Ownerships } from './ownership.ts'
import { numberAt, type Timelines } from './timelines.ts'

/** Who owns the rows of `balances`: as `assignments` say where there are any, else as each row says. */
export function balanceOwners(
  { posts, whole }: KnownManagers,
  timelines: Timelines | undefined,
  all: Ownerships,
): BalanceOwners {
  const none: ReadonlyMap<string, Timeline> = new Map()
  const managers = timelines ? undefined : mapValues(posts, (post, id) => daysOfManager(id, post, all))
  const { accounts, clients } = timelines ?? { accounts: none, clients: none }
  const nobody = all.numberOf(NOBODY)
  return { managers, accounts, clients, nobody, strict: whole, unclaimed: all.unclaimed }
}

/** The ownerships of rows that name a manager: unclaimed before and after the days in post. */
function daysOfManager(manager: string, post: Interval, all: Ownerships): Timeline {
  const inPost = all.numberOf([{ manager, share: ONE, standing: 'in_post' }])
  const outside = all.numberOf([{ manager, share: ONE, standing: 'outside' }])
  return [
    { first: BEFORE_ALL, last: (post.first - 1) as Day, number: outside },
    { ...post, number: inPost },
    { first: (post.last + 1) as Day, last: AFTER_ALL, number: outside },
  ].filter(({ first, last }) => first <= last)
}

/** A manager who is not there is a fault of the row, unless the manager's own row was refused. */
const unknown = ({ whole }: KnownManagers, all: Ownerships): number => (whole ? -1 : all.numberOf(NOBODY))

/** Who the rows of `activity` count for: the manager they name, else the client's of that day. */
export function activityOwners(
  managers: KnownManagers,
  timelines: Timelines | undefined,
  all: Ownerships,
): ActivityOwners {
  const ownersOf: ActivityOwners['ownersOf'] = (client, manager, day) => {
    if (manager !== '') {
      const post = managers.posts.get(manager)
      return post
        ? all.numberOf([{ manager, share: ONE, standing: holds(post, day) ? 'in_post' : 'late' }])
        : unknown(managers, all)
    }
    if (client === '') return all.numberOf(NOBODY)
    if (!timelines) return 'client'
    const timeline = timelines.clients.get(client)
    return timeline ? numberAt(timeline, day) : all.numberOf(NOBODY)
  }
  const ofClient: ActivityOwners['ofClient'] = (manager, day) => {
    if (manager === undefined || manager === '') return all.numberOf(NOBODY)
    const post = managers.posts.get(manager)
    return post ? numberAt(daysOfManager(manager, post, all), day) : unknown(managers, all)
  }
  return { ownersOf, ofClient, isUnclaimed: all.isUnclaimed, near: nearIn(managers) }
}

/** Finds the likeliest manager meant once for each unknown id. */
function nearIn({ posts }: KnownManagers): (manager: string) => Phrase {
  const known = new Map<string, Phrase>()
  return (manager) => {
    const phrase = known.get(manager) ?? nearId(manager, posts)
    known.set(manager, phrase)
    return phrase
  }
}
