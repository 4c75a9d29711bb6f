import type { BalanceCell } from '../../core/tables/engine.ts'
import { compareText } from '../../core/values/text.ts'
import { keyInBucket } from '../merged-cells.ts'
import type { DayClass, FamilyData, FamilyKey } from './families.ts'

/** The fen of all rows. */
export function fenOf({ classes }: FamilyData): bigint {
  let total = 0n
  for (const { sums, carried } of classes) {
    for (const sum of sums) if (sum !== 0) total += BigInt(sum)
    for (const sum of carried.values()) total += sum
  }
  return total
}

/**
 * Every cell that has rows or a sum, in an order that does not depend on that of rows; `nameOf`: the name under which a product
 * counts in the end.
 */
export function cellsOf(
  { keys, classes }: FamilyData,
  nameOf: (product: string) => string,
): readonly BalanceCell[] {
  const days = [...classes].sort((a, b) => a.first - b.first)
  const cells: BalanceCell[] = []
  for (const { key, members } of alikeInCells(keys, nameOf)) {
    for (const day of days) {
      const sums = sumsOf(day, members)
      if (sums) cells.push(cellOf(key, day, sums))
    }
  }
  return cells
}

interface Alike {
  readonly key: FamilyKey
  readonly members: number[]
}

/** The families that count in the same cells: those of other days or clients do. */
function alikeInCells(keys: FamilyData['keys'], nameOf: (product: string) => string): readonly Alike[] {
  const alike = new Map<string, Alike>()
  for (const [family, found] of keys.entries()) {
    if (!found) continue
    const key = { ...found, product: nameOf(found.product) }
    const text = keyInBucket(key)
    const known = alike.get(text)
    if (known) known.members.push(family)
    else alike.set(text, { key, members: [family] })
  }
  return [...alike].sort(([a], [b]) => compareText(a, b)).map(([, each]) => each)
}

type Sums = Pick<BalanceCell, 'days' | 'rows' | 'amount'>

/** What some families come to on days of a class; undefined where they have no rows. */
function sumsOf({ sums, counts, carried }: DayClass, families: readonly number[]): Sums | undefined {
  let [rows, days, amount] = [0, 0, 0n]
  for (const family of families) {
    const ofFamily = counts[family * 2] as number
    const daysOfFamily = counts[family * 2 + 1] as number
    if (ofFamily === 0 && daysOfFamily === 0) continue
    rows += ofFamily
    days |= daysOfFamily
    amount += BigInt(sums[family] as number) + (carried.get(family) ?? 0n)
  }
  return rows === 0 && days === 0 ? undefined : { rows, days, amount }
}

// There are many: a literal is made several times as fast as a copy.
const cellOf = (
  { owners, branch, product, currency, rate, group }: FamilyKey,
  { month, first, last }: DayClass,
  { days, rows, amount }: Sums,
): BalanceCell => ({
  owners,
  branch,
  product,
  currency,
  rate,
  group,
  month,
  first,
  last,
  days,
  rows,
  amount,
})
