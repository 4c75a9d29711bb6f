import { effectOf, type LedgerLine, type LotKey } from '../book/lot.ts'
import { text } from '../reports/table.ts'
import { daysOfMonth, monthOf, printDay } from '../values/calendar.ts'
import { groupBy } from '../values/group.ts'
import { compareText } from '../values/text.ts'
import { type LedgerSheet, money } from './sheet.ts'

/**
 * The cost of deferred pay month by month for the general ledger (按月计提): what a lot comes to is spread evenly over the
 * months after the period that granted it, up to the one in which it is due, cut to whole fen with the rest in the last. What
 * is taken from it or corrected changes what has been accrued so far in the month of the change; what is released is accrued
 * in full. Months after the day asked for are what is to be expected if nothing changes.
 */
export const accrual: LedgerSheet = {
  name: 'accrual',
  title: { en: 'Accrual by month', zh: '按月计提' },
  overview: 'all',
  table: ({ lines, asOf }) => {
    const byComponent = [...groupBy(lines, ({ lot }) => lot.component)].sort(([a], [b]) => compareText(a, b))
    return {
      header: ['component', 'month', 'basis', 'expense', 'accrued', 'not_accrued'],
      rows: byComponent.flatMap(([component, own]) => {
        const months = costsOf(own)
        let accrued = 0n
        const nets = netsOf(own)
        return [...months.keys()]
          .sort((a, b) => a - b)
          .map((month) => {
            const cost = months.get(month) ?? 0n
            accrued += cost
            const basis = daysOfMonth(month).first <= asOf ? 'booked' : 'expected'
            const named = [component, printDay(daysOfMonth(month).first).slice(0, 7), basis].map(text)
            return [...named, ...[cost, accrued, netAt(nets, month) - accrued].map(money)]
          })
      }),
    }
  },
}

/** What the lots of a component cost in each month. */
function costsOf(lines: readonly LedgerLine[]): ReadonlyMap<number, bigint> {
  const costs = new Map<number, bigint>()
  for (const [, own] of groupBy(lines, ({ lot }) => lot.id)) addLot(own, costs)
  return costs
}

function addLot(lines: readonly LedgerLine[], costs: Map<number, bigint>): void {
  const [first] = lines
  if (!first) return
  const { from, to } = monthsOf(first.lot)
  const changes = changesOf(lines)
  const last = Math.max(to, ...changes.keys())
  let [net, done, released] = [0n, 0n, false]
  for (let month = Math.min(from, ...changes.keys()); month <= last; month++) {
    const change = changes.get(month)
    net += change?.net ?? 0n
    released ||= change?.released ?? false
    const target = released || month >= to ? net : partOf(net, month - from + 1, to - from + 1)
    if (target !== done) costs.set(month, (costs.get(month) ?? 0n) + target - done)
    done = target
  }
}

const partOf = (net: bigint, passed: number, months: number): bigint =>
  passed <= 0 ? 0n : (net * BigInt(passed)) / BigInt(months)

/** The months over which a lot is spread: from the one after its period to the one in which it is due. */
function monthsOf({ granted, dueOn }: LotKey): { readonly from: number; readonly to: number } {
  const from = monthOf(granted.last) + 1
  return { from, to: dueOn === undefined ? from : Math.max(from, monthOf(dueOn)) }
}

interface Change {
  readonly net: bigint
  readonly released: boolean
}

/** By month, how what a lot comes to changes, and whether it is released. */
function changesOf(lines: readonly LedgerLine[]): ReadonlyMap<number, Change> {
  const changes = new Map<number, Change>()
  for (const line of lines) {
    const month = monthOf(line.date)
    const known = changes.get(month) ?? { net: 0n, released: false }
    const net = line.movement === 'paid' ? 0n : effectOf(line)
    changes.set(month, { net: known.net + net, released: known.released || line.movement === 'released' })
  }
  return changes
}

/** What all lots together come to from a month on: each month's change. */
function netsOf(lines: readonly LedgerLine[]): readonly (readonly [month: number, net: bigint])[] {
  return [...changesOf(lines)].map(([month, { net }]) => [month, net] as const)
}

const netAt = (nets: readonly (readonly [number, bigint])[], month: number): bigint =>
  nets.reduce((sum, [of, net]) => (of <= month ? sum + net : sum), 0n)
