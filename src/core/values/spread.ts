import { type Exact, exact, floorOf, ZERO } from './exact.ts'

/**
 * Splits a whole number of units in proportion to weights that are not below 0 and not all 0, by the method of the largest
 * remainder (Hamilton): the parts are whole units and add up to it; of equal remainders the earlier one takes the unit.
 */
export function spread(total: bigint, weights: readonly Exact[]): readonly bigint[] {
  const all = weights.reduce((sum, weight) => sum.add(weight), ZERO)
  const parts = weights.map((weight, index) => {
    const due = exact(total).mul(weight).div(all)
    const whole = floorOf(due)
    return { index, whole, rest: due.sub(exact(whole)) }
  })
  const left = Number(total - parts.reduce((sum, { whole }) => sum + whole, 0n))
  const byRest = [...parts].sort((a, b) => b.rest.compare(a.rest) || a.index - b.index)
  const topped = new Set(byRest.slice(0, left).map(({ index }) => index))
  return parts.map(({ index, whole }) => (topped.has(index) ? whole + 1n : whole))
}
