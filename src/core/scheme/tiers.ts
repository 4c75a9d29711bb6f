import type { Phrase } from '../findings/sentence.ts'
import { type Exact, exact, isExact, printExact, ZERO } from '../values/exact.ts'
import { absent, type Missing } from '../values/missing.ts'
import type { Value } from '../values/value.ts'
import type { TierRow, Tiers } from './scheme.ts'

/** What one row of a marginal table makes of its own part of a number. */
interface TierPart {
  readonly row: TierRow
  /** How much of the number lies in the row. */
  readonly amount: Exact
  /** The amount times the row's rate. */
  readonly gives: Exact
}

/** What a tier table gives for a number: the row that holds it, and for a marginal table the parts summed. */
export interface TierResult {
  readonly row: TierRow
  readonly result: Value
  readonly parts: readonly TierPart[]
}

/** Looks a number up in a tier table; missing where the table's stated outer bounds leave it out. */
export function lookUp(tiers: Tiers & { readonly name?: string }, x: Exact): TierResult | Missing {
  const row = tiers.rows.find((candidate) => rowHolds(candidate, tiers.includes, x)) ?? rowAtEnd(tiers, x)
  if (!row) return outside(tiers, x)
  if (tiers.kind === 'whole') return { row, result: row.gives, parts: [] }
  const parts = partsOf(tiers.rows, x)
  return { row, result: parts.reduce((sum, { gives }) => sum.add(gives), ZERO), parts }
}

/** A marginal table makes the same of its outer bounds from either side, so they always belong to it. */
function rowAtEnd({ kind, rows }: Tiers, x: Exact): TierRow | undefined {
  if (kind !== 'marginal') return undefined
  const [first, last] = [rows[0], rows.at(-1)]
  if (first?.from?.equals(x)) return first
  return last?.to?.equals(x) ? last : undefined
}

/** Whether a row holds a number, the bound that the table includes belonging to the row. */
export function rowHolds({ from, to }: TierRow, includes: Tiers['includes'], x: Exact): boolean {
  const above = !from || (includes === 'lower' ? x.gte(from) : x.gt(from))
  return above && (!to || (includes === 'upper' ? x.lte(to) : x.lt(to)))
}

/**
 * The parts of a number in the rows of a marginal table, counted from 0, or from the bound nearest to 0 where the
 * table does not reach it. Below 0 the parts are negative.
 */
function partsOf(rows: readonly TierRow[], x: Exact): readonly TierPart[] {
  const start = clampTo(ZERO, rows[0]?.from, rows.at(-1)?.to)
  const [low, high] = x.lt(start) ? [x, start] : [start, x]
  const sign = exact(x.lt(start) ? -1n : 1n)
  return rows.flatMap((row) => {
    const size = clampTo(high, row.from, row.to).sub(clampTo(low, row.from, row.to))
    if (size.equals(ZERO) || !isExact(row.gives)) return []
    const amount = size.mul(sign)
    return [{ row, amount, gives: amount.mul(row.gives) }]
  })
}

function clampTo(x: Exact, from: Exact | undefined, to: Exact | undefined): Exact {
  if (from && x.lt(from)) return from
  return to && x.gt(to) ? to : x
}

function outside({ name, kind, rows, includes }: Tiers & { readonly name?: string }, x: Exact): Missing {
  const [from, to] = [rows[0]?.from, rows.at(-1)?.to]
  const both = kind === 'marginal'
  const low = from && (both || includes === 'lower' ? atLeast : above)(printExact(from))
  const high = to && (both || includes === 'upper' ? atMost : below)(printExact(to))
  const said = [low, high].filter((bound) => bound !== undefined)
  const bounds = { en: said.map(({ en }) => en).join(' and '), zh: said.map(({ zh }) => zh).join('且') }
  return absent('table-outside', { name: name ?? '', found: printExact(x), bounds })
}

const atLeast = (bound: string): Phrase => ({ en: `from ${bound}`, zh: `不低于 ${bound}` })
const above = (bound: string): Phrase => ({ en: `above ${bound}`, zh: `高于 ${bound}` })
const atMost = (bound: string): Phrase => ({ en: `up to ${bound}`, zh: `不高于 ${bound}` })
const below = (bound: string): Phrase => ({ en: `below ${bound}`, zh: `低于 ${bound}` })
