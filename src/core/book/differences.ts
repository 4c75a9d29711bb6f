import { compareText } from '../values/text.ts'
import { compareLots, effectOf, type LedgerLine, type LotKey } from './lot.ts'

/** A line of pay.csv, in fen; of two versions of a period what one differs by from the other. */
export interface PayAmounts {
  readonly manager: string
  readonly component: string
  readonly amount: bigint
  readonly paidNow: bigint
  readonly deferred: bigint
}

/** What a lot's balance differs by between two versions of a period, in fen; what was paid out does not count. */
export interface LotDifference {
  readonly lot: LotKey
  readonly branch: string
  readonly amount: bigint
}

/** A restated version of a closed period, and what it differs by from the version before it. */
export interface Restatement {
  /** `<period>.r2` and so on. */
  readonly name: string
  readonly pay: readonly PayAmounts[]
  readonly lots: readonly LotDifference[]
}

/** What each pay line differs by, where it does; a line that one of both lacks counts as 0 there. */
export function payDifferences(
  before: readonly PayAmounts[],
  after: readonly PayAmounts[],
): readonly PayAmounts[] {
  const sums = new Map<string, PayAmounts>()
  const add = (line: PayAmounts, sign: bigint) => {
    const { manager, component } = line
    const key = `${manager.length} ${manager}${component}`
    const known = sums.get(key) ?? { manager, component, amount: 0n, paidNow: 0n, deferred: 0n }
    sums.set(key, {
      ...{ manager, component },
      amount: known.amount + sign * line.amount,
      paidNow: known.paidNow + sign * line.paidNow,
      deferred: known.deferred + sign * line.deferred,
    })
  }
  for (const line of before) add(line, -1n)
  for (const line of after) add(line, 1n)
  return [...sums.values()]
    .filter(({ amount, paidNow, deferred }) => amount !== 0n || paidNow !== 0n || deferred !== 0n)
    .sort((a, b) => compareText(a.manager, b.manager) || compareText(a.component, b.component))
}

/** What the balance of each lot differs by, where it does. */
export function lotDifferences(
  before: readonly LedgerLine[],
  after: readonly LedgerLine[],
): readonly LotDifference[] {
  const sums = new Map<string, LotDifference>()
  const add = (line: LedgerLine, sign: bigint) => {
    const { lot, branch, movement } = line
    const known = sums.get(lot.id)?.amount ?? 0n
    const effect = movement === 'paid' ? 0n : effectOf(line)
    sums.set(lot.id, { lot, branch, amount: known + sign * effect })
  }
  for (const line of before) add(line, -1n)
  for (const line of after) add(line, 1n)
  return [...sums.values()].filter(({ amount }) => amount !== 0n).sort((a, b) => compareLots(a.lot, b.lot))
}
