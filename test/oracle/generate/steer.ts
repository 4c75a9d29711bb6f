/** Moves a random bank onto bounds: deposits onto ratios and floors, totals onto the limits of the ratings. */

import { INDICATORS } from '../appraisal.ts'
import { holds, parseDay } from '../calendar.ts'
import {
  decimalsOf,
  type Fraction,
  fixed,
  floor,
  fraction,
  minus,
  parse,
  plus,
  sum,
  times,
} from '../fraction.ts'
import { computeTables } from '../quarter.ts'
import type { Outputs } from '../worked.ts'
import type { DraftAccount } from './accounts.ts'
import { steeringAdjustment } from './adjustments.ts'
import { type DraftManager, GRADES, postIn } from './people.ts'
import type { DraftRow, Plan } from './plan.ts'

/** The tables of a bank while it is being made. */
export type Draft = Map<string, DraftRow[]>

/** Shares of the target: nothing, all, the cap and just under, and 20.015 points (a tie when rounded). */
const RATIOS = ['0', '1', '1.2', '1.2', '1.19999', '0.500375', '0.500375', '0.250125']
const FLOORS = ['3000000', '10000000', '30000000']
/** The limits of the ratings, and half a hundredth under them: what still rounds up to a limit. */
const LIMITS = ['60', '75', '90', '90', '59.995', '74.995', '89.995', '95']

/** Patches one day's balance of accounts with one owner so that the owner's deposits hit a bound exactly. */
export function steerDeposits(plan: Plan, draft: Draft, accounts: readonly DraftAccount[]): void {
  for (const period of plan.periods) {
    const outputs = computeTables(draft, period)
    const done = new Set<DraftManager>()
    for (const account of accounts) {
      const { sole, products } = account
      const rising = account === accounts[0] && plan.random.chance(0.85)
      if (!sole?.staff || products[0] !== 'demand' || done.has(sole)) continue
      if (!rising && plan.random.chance(0.4)) continue
      done.add(sole)
      patch(plan, draft, account, sole, period, shortfall(plan, outputs, sole, period, rising))
    }
  }
}

/** What the sum of balances lacks to a bound of the period's deposits or of the year's. */
function shortfall(
  { random }: Plan,
  outputs: Outputs,
  manager: DraftManager,
  period: string,
  rising: boolean,
): Fraction | undefined {
  const row = (name: string): readonly string[] | undefined =>
    outputs.tables.get('measures')?.rows.find((cells) => cells[0] === manager.id && cells[1] === name)
  const target = figure(outputs, manager.id, 'target.deposits')
  const [quarter, year] = [row('deposits'), row('deposits_ytd')]
  if (!target || !quarter || !year) return undefined
  if (rising || random.chance(0.4)) {
    const next = rising ? FLOORS[GRADES.indexOf(manager.row.grade ?? '') + 1] : undefined
    const bound = times(parse(next ?? random.pick(FLOORS)), parse(year[4] ?? ''))
    return minus(plus(bound, parse(random.pick(['0', '0', '-0.01', '0.01']))), parse(year[3] ?? ''))
  }
  const { first, last } = postIn(manager, period)
  return minus(
    times(parse(random.pick(RATIOS)), target, fraction(BigInt(last - first + 1))),
    parse(quarter[3] ?? ''),
  )
}

function patch(
  plan: Plan,
  draft: Draft,
  account: DraftAccount,
  manager: DraftManager,
  period: string,
  lack: Fraction | undefined,
): void {
  if (!lack || (decimalsOf(lack) ?? 3) > 2) return
  const days = postIn(manager, period)
  const rows = draft
    .get('balances')
    ?.filter((row) => row.account_id === account.id && holds(days, parseDay(row.date ?? '')))
  if (!rows || rows.length === 0) return
  const row = plan.random.pick(rows)
  row.balance = fixed(plus(parse(row.balance ?? ''), lack))
}

/** Adds approved adjustments that bring some totals to a limit of the ratings or just under it. */
export function steerTotals(plan: Plan, draft: Draft): void {
  const rows = [...(draft.get('adjustments') ?? [])]
  for (const period of plan.periods) {
    const outputs = computeTables(draft, period)
    for (const [managerId = ''] of outputs.tables.get('recommendations')?.rows ?? []) {
      const rising = managerId === draft.get('managers')?.[0]?.manager_id
      const limit = plan.random.pick(rising ? ['90', '90', '89.995', '95'] : LIMITS)
      if (!plan.random.chance(rising ? 0.9 : 0.45)) continue
      rows.push(totalAdjustment(plan, outputs, managerId, period, limit, rows.length))
    }
  }
  if (rows.length > 0) draft.set('adjustments', rows)
}

function totalAdjustment(
  { random }: Plan,
  outputs: Outputs,
  managerId: string,
  period: string,
  limit: string,
  index: number,
): DraftRow {
  const names = [...INDICATORS.map((name) => `points.${name}`), 'adjustment_points']
  const earned = sum(names.map((name) => figure(outputs, managerId, name) ?? fraction(0n)))
  const lack = times(minus(parse(limit), earned), fraction(10_000n))
  const atLeast = -floor(fraction(-lack.top, lack.bottom))
  return steeringAdjustment(index, managerId, period, Number(atLeast) - (random.chance(0.2) ? 1 : 0))
}

function figure(outputs: Outputs, managerId: string, name: string): Fraction | undefined {
  const found = outputs.figures.find((row) => row.managerId === managerId && row.figure === name)
  return found && parse(found.value)
}
