import { near } from '../findings/near.ts'
import type { Phrase } from '../findings/sentence.ts'
import { AFTER_ALL, BEFORE_ALL, type Day, holds } from '../values/calendar.ts'
import { ONE } from '../values/exact.ts'
import type { ActivityOwners, BalanceOwners, OwnedDays } from './engine.ts'
import { type KnownManagers, NOBODY, type Ownerships } from './ownership.ts'
import { stretchAt, type Timelines } from './timelines.ts'

const always = (owners: number): OwnedDays => ({ first: BEFORE_ALL, last: AFTER_ALL, owners })

/** Who owns the rows of `balances`: as `assignments` say where there are any, else as each row says. */
export function balanceOwners(
  managers: KnownManagers,
  timelines: Timelines | undefined,
  all: Ownerships,
): BalanceOwners {
  const ownersOf: BalanceOwners['ownersOf'] = timelines
    ? (account, client, _, day) => stretchAt(timelines.ofAccount(account, client), day)
    : (_account, _client, manager, day) => daysOfManager(manager, day, managers, all)
  return { byRow: timelines === undefined, ownersOf, isUnclaimed: all.isUnclaimed, near: nearIn(managers) }
}

function daysOfManager(manager: string, day: Day, managers: KnownManagers, all: Ownerships): OwnedDays {
  if (manager === '') return always(all.numberOf(NOBODY))
  const post = managers.posts.get(manager)
  if (!post) return always(unknown(managers, all))
  const owners = all.numberOf([{ manager, share: ONE, standing: holds(post, day) ? 'in_post' : 'outside' }])
  if (day < post.first) return { first: BEFORE_ALL, last: (post.first - 1) as Day, owners }
  if (day > post.last) return { first: (post.last + 1) as Day, last: AFTER_ALL, owners }
  return { ...post, owners }
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
    return timelines ? stretchAt(timelines.ofClient(client), day).owners : 'client'
  }
  const ofClient: ActivityOwners['ofClient'] = (manager = '', day) =>
    daysOfManager(manager, day, managers, all).owners
  return { ownersOf, ofClient, isUnclaimed: all.isUnclaimed, near: nearIn(managers) }
}

/** Finds the likeliest manager meant once for each unknown id. */
function nearIn({ posts }: KnownManagers): (manager: string) => Phrase {
  const known = new Map<string, Phrase>()
  return (manager) => {
    const phrase = known.get(manager) ?? near(manager, posts.keys())
    known.set(manager, phrase)
    return phrase
  }
}
