import { type Exact, exact, floorOf } from '../values/exact.ts'
import type { AmountBounds, Measure, TierTable } from './scheme.ts'

/** Whether an amount lies within the bounds. */
export function holdsAmount({ from, above, to, below }: AmountBounds, amount: Exact): boolean {
  const isHigh = (!from || amount.gte(from)) && (!above || amount.gt(above))
  return isHigh && (!to || amount.lte(to)) && (!below || amount.lt(below))
}

/** The amounts in fen from which on some measure treats a row differently, from low to high. */
export function amountTurns(measures: readonly Measure[]): readonly bigint[] {
  const turns = measures.flatMap(({ amount, table }) => [
    ...(amount ? turnsOf(amount) : []),
    ...(table ? turnsIn(table) : []),
  ])
  return [...new Set(turns)].sort((a, b) => (a < b ? -1 : 1))
}

const FEN = exact(100n)

/** The least whole fen not below an amount, and the least above it. */
const notBelow = (amount: Exact): bigint => -floorOf(amount.mul(FEN).neg())
const above = (amount: Exact): bigint => floorOf(amount.mul(FEN)) + 1n

const turnsOf = (bounds: AmountBounds): readonly bigint[] => [
  ...[bounds.from, bounds.below].flatMap((amount) => (amount ? [notBelow(amount)] : [])),
  ...[bounds.above, bounds.to].flatMap((amount) => (amount ? [above(amount)] : [])),
]

/** Where one row of a table ends and another begins, at any time. */
function turnsIn({ includes, history }: TierTable): readonly bigint[] {
  const turn = includes === 'lower' ? notBelow : above
  const bounds = history.flatMap(({ rows }) => rows.flatMap(({ from, to }) => [from, to]))
  return bounds.flatMap((bound) => (bound ? [turn(bound)] : []))
}

/** Any amount of each band that some turns make: the band below them all, then the one that each of them begins. */
export function amountsBetween(turns: readonly bigint[]): readonly Exact[] {
  const [first] = turns
  if (first === undefined) return [exact(0n)]
  return [first - 1n, ...turns].map((fen) => exact(fen, 100n))
}
