import type { Measure } from '../scheme/scheme.ts'
import type { Missing } from '../values/missing.ts'
import type { Period } from '../values/period.ts'
import type { Alike } from './owned-cell.ts'
import { askedOf, counts, factored, type Taken, takenIn } from './take.ts'
import { Tallies } from './tally.ts'

/**
 * Takes a measure for every client that has rows, whoever owns them, from sums that were kept apart by client (the scheme's
 * `needs.clients`); rows without a client are those of the client ''.
 */
export function takeByClient(
  measure: Measure,
  alike: readonly Alike[],
  period: Period,
): ReadonlyMap<string, Taken> {
  const asked = askedOf(measure, period)
  const [tallies, missing] = [new Tallies(measure), new Map<string, Missing>()]
  const counted = alike.filter(({ one }) => counts(asked, one))
  for (const { cells, factorAt } of factored(asked, counted)) {
    for (const cell of cells) {
      const { id } = cell.client
      if (typeof factorAt === 'function') tallies.of(id).add(cell, factorAt(cell.rate))
      else missing.set(id, factorAt)
    }
  }
  for (const id of missing.keys()) tallies.of(id)
  const divisor = measure.kind.divisor(asked.window, asked.settings)
  return new Map(
    [...tallies.entries].map(([client, tally]) => [client, takenIn(tally, divisor, missing.get(client))]),
  )
}
