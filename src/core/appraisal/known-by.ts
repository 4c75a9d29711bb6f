import type { Report } from '../findings/finding.ts'
import type { Tables } from '../tables/prepare.ts'
import type { Row } from '../tables/shape.ts'
import { type Day, printDay } from '../values/calendar.ts'

/** The tables without what was not known yet on the day asked for: later adjustments, events and decisions, each told. */
export function knownBy(tables: Tables, asOf: Day | undefined, report: Report): Tables {
  if (asOf === undefined) return tables
  const { small } = tables
  const kept = <R extends Row>(rows: readonly R[], dayOf: (row: R) => Day | undefined) =>
    rows.filter((row) => isKnown(row, dayOf(row), asOf, report))
  return {
    ...tables,
    small: {
      ...small,
      adjustments: kept(small.adjustments, ({ cells }) => cells.known_on),
      events: kept(small.events, ({ cells }) => cells.known_on),
      confirmations: kept(small.confirmations, ({ cells }) => cells.on),
    },
  }
}

function isKnown({ at }: Row, since: Day | undefined, asOf: Day, report: Report): boolean {
  if (since === undefined || since <= asOf) return true
  report('not-known-yet', at(), { since: printDay(since), asked: printDay(asOf) })
  return false
}
