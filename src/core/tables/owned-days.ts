import { AFTER_ALL, BEFORE_ALL, type Day } from '../values/calendar.ts'
import { type ActivityOwners, type BalanceOwners, NONE_HOLDS, type Stretch } from './engine.ts'
import { numberAt, stretchAt } from './timelines.ts'

const always = (number: number): Stretch => ({ first: BEFORE_ALL, last: AFTER_ALL, number })
const NO_STRETCH = always(NONE_HOLDS)

/** Whose a row is: what of it may say so. */
interface Owned {
  readonly account: string
  readonly client: string
  readonly manager: string
}

/** The ownership of a row of an account, and the days around the row's on which it holds; none for an unknown manager. */
export function stretchOf(owners: BalanceOwners, row: Owned, day: Day): Stretch {
  const { managers, accounts, clients, nobody, strict } = owners
  if (managers) {
    if (row.manager === '') return always(nobody)
    const timeline = managers.get(row.manager)
    return timeline ? stretchAt(timeline, day) : strict ? NO_STRETCH : always(nobody)
  }
  const own = accounts.size === 0 ? undefined : accounts.get(row.account)
  const stretch = own ? stretchAt(own, day) : NO_STRETCH
  if (stretch.number !== NONE_HOLDS) return stretch
  const ofClient = clients.get(row.client)
  const found = ofClient ? stretchAt(ofClient, day) : always(nobody)
  return own ? within(stretch, found) : found
}

/**
 * The ownership of an activity row; none for an unknown manager, and 'client' for a row whose client's one manager the balances
 * must tell.
 */
export function ownersOfActivity(
  { managers, clients, nobody, strict }: ActivityOwners,
  { client, manager }: Pick<Owned, 'client' | 'manager'>,
  day: Day,
): number | 'client' {
  if (manager !== '') {
    const timeline = managers.get(manager)
    return timeline ? numberAt(timeline, day) : strict ? NONE_HOLDS : nobody
  }
  if (client === '') return nobody
  if (!clients) return 'client'
  const timeline = clients.get(client)
  return timeline ? numberAt(timeline, day) : nobody
}

/** A stretch, cut to the days of another. */
const within = (outer: Stretch, { first, last, number }: Stretch): Stretch => ({
  first: Math.max(outer.first, first) as Day,
  last: Math.min(outer.last, last) as Day,
  number,
})
