import { type BalanceOwners, NONE_HOLDS, type Stretch } from '../../core/tables/engine.ts'
import { stretchAt } from '../../core/tables/timelines.ts'
import { AFTER_ALL, BEFORE_ALL, type Day } from '../../core/values/calendar.ts'

const always = (number: number): Stretch => ({ first: BEFORE_ALL, last: AFTER_ALL, number })
const NO_STRETCH = always(NONE_HOLDS)

/** The ownership of a row of an account, and the days around the row's on which it holds; none for an unknown manager. */
export function stretchOf(
  { managers, accounts, clients, nobody, strict }: BalanceOwners,
  account: string,
  client: string,
  manager: string,
  day: Day,
): Stretch {
  if (managers) {
    if (manager === '') return always(nobody)
    const timeline = managers.get(manager)
    return timeline ? stretchAt(timeline, day) : strict ? NO_STRETCH : always(nobody)
  }
  const own = accounts.get(account)
  const stretch = own ? stretchAt(own, day) : NO_STRETCH
  if (stretch.number !== NONE_HOLDS) return stretch
  const ofClient = clients.get(client)
  return within(stretch, ofClient ? stretchAt(ofClient, day) : always(nobody))
}

/** A stretch, cut to the days of another. */
const within = (outer: Stretch, { first, last, number }: Stretch): Stretch => ({
  first: Math.max(outer.first, first) as Day,
  last: Math.min(outer.last, last) as Day,
  number,
})
