import type { Measure } from '../scheme/scheme.ts'
import type { Missing } from '../values/missing.ts'
import type { Period } from '../values/period.ts'
import type { OwnedCell } from './owned-cell.ts'
import { addCells, alikeIn, askedOf, counts, type Taken, takenIn } from './take.ts'
import { Tallies } from './tally.ts'

/**
 * Takes a measure for every client that has rows, whoever owns them, from sums that were kept apart by client (the scheme's
 * `needs.clients`); rows without a client are those of the client ''.
 */
export function takeByClient(
  measure: Measure,
  cells: readonly OwnedCell[],
  period: Period,
): ReadonlyMap<string, Taken> {
  const asked = askedOf(measure, period)
  const [tallies, missing] = [new Tallies(measure), new Map<string, Missing>()]
  addCells(
    asked,
    alikeIn(cells).filter((group) => counts(asked, group)),
    (cell, factor) => tallies.of(cell.client.id).add(cell, factor),
    ({ client }, what) => {
      missing.set(client.id, what)
      tallies.of(client.id)
    },
  )
  const divisor = measure.kind.divisor(asked.window, asked.settings)
  return new Map(
    [...tallies.entries].map(([client, tally]) => [client, takenIn(tally, divisor, missing.get(client))]),
  )
}
