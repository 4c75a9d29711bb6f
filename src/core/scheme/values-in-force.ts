import { BEFORE_ALL, type Day, printDay } from '../values/calendar.ts'
import { absent, type Missing } from '../values/missing.ts'
import type { DatedValue, Given, Tiers, TierTable } from './scheme.ts'

/** A value as it holds on a day, and since when; a value without dates holds always. */
export interface InForce extends Given {
  readonly since: Day | undefined
}

/** A tier table as it holds on a day, and since when. */
export interface TiersInForce extends Tiers {
  readonly name: string
  readonly since: Day | undefined
}

const latestBefore = <T extends { readonly since: Day }>(history: readonly T[], on: Day): T | undefined =>
  history.findLast(({ since }) => since <= on)

const dayOf = (since: Day): Day | undefined => (since === BEFORE_ALL ? undefined : since)

/** What a value of the scheme is on a day, for one key where it goes by a column. */
export function valueOn(dated: DatedValue, on: Day, key: string | undefined): InForce | Missing {
  const { name, history } = dated
  const current = latestBefore(history, on)
  if (!current) return notYet('value-not-yet', name, on, history)
  const { is } = current
  const since = dayOf(current.since)
  if (is === 'ended')
    return absent('value-ended', { name, day: printDay(on), since: printDay(current.since) })
  if ('value' in is) return { ...is, since }
  const given = key === undefined ? undefined : is.get(key)
  return given ? { ...given, since } : absent('value-no-entry', { name, key: key ?? '' })
}

/** The rows of a tier table that hold on a day. */
export function tiersOn(table: TierTable, on: Day): TiersInForce | Missing {
  const { name, kind, includes, history } = table
  const current = latestBefore(history, on)
  if (!current) return notYet('table-not-yet', name, on, history)
  return { name, kind, includes, rows: current.rows, since: dayOf(current.since) }
}

function notYet(
  code: 'value-not-yet' | 'table-not-yet',
  name: string,
  on: Day,
  history: readonly { readonly since: Day }[],
): Missing {
  return absent(code, { name, day: printDay(on), since: history[0] ? printDay(history[0].since) : '' })
}
