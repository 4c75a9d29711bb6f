import type { LotKey, Movement } from '../book/lot.ts'
import { type Day, monthOf } from '../values/calendar.ts'
import { groupBy, mapValues, sumOver } from '../values/group.ts'

/** How lots that are spread alike change, in fen: what they come to, and what of it is released. */
interface Change {
  net: bigint
  released: bigint
}

/** More days than lie between any grant and its due day. */
const DAYS = 1_000_000

/** Lots of one component that were granted together and are due together. */
interface Grant {
  /** The months over which they are spread, from the first to the last. */
  readonly from: number
  readonly to: number
  /** By day. */
  readonly changes: Map<Day, Change>
}

/** What deferred pay of a component costs in a month, and what it comes to in all by then, in fen. */
export interface MonthCost {
  readonly component: string
  readonly month: number
  readonly expense: bigint
  readonly net: bigint
}

const NET: Readonly<Partial<Record<Movement, 1n | -1n>>> = {
  ...{ opening: 1n, granted: 1n, adjusted: 1n },
  ...{ forfeited: -1n, clawed_back: -1n },
}

/**
 * Spreads the cost of deferred pay over months: what was granted together and is due together, evenly from the month after
 * its period to the one in which it is due, cut to whole fen with the rest in the last. What is released counts in full; what
 * is taken or adjusted changes what has been accrued so far.
 */
export class Accruals {
  /** By component, then by the day of the grant and the days from there until it is due. */
  readonly #grants = new Map<string, Map<number, Grant>>()
  #last: { readonly key: LotKey; readonly grant: Grant } | undefined

  take(key: LotKey, date: Day, movement: Movement, amount: bigint): void {
    const sign = NET[movement]
    if (sign === undefined && movement !== 'released') return
    const { changes } = this.#grantOf(key)
    const change = changes.get(date) ?? { net: 0n, released: 0n }
    changes.set(date, change)
    if (sign === undefined) change.released += amount
    else change.net += sign * amount
  }

  #grantOf(key: LotKey): Grant {
    if (this.#last?.key === key) return this.#last.grant
    const { component, granted, dueOn } = key
    const own = this.#grants.get(component) ?? new Map<number, Grant>()
    this.#grants.set(component, own)
    const id = granted.last * DAYS + (dueOn ?? granted.last) - granted.last
    const grant = own.get(id) ?? newGrant(key)
    own.set(id, grant)
    this.#last = { key, grant }
    return grant
  }

  /** The costs of every month that has one, by component and month. */
  get costs(): readonly MonthCost[] {
    return [...this.#grants].flatMap(([component, grants]) => {
      const months = new Map<number, { expense: bigint; net: bigint }>()
      for (const grant of grants.values()) addCosts(grant, months)
      let all = 0n
      return [...months]
        .sort(([a], [b]) => a - b)
        .map(([month, { expense, net }]) => {
          all += net
          return { component, month, expense, net: all }
        })
    })
  }
}

function newGrant({ granted, dueOn }: LotKey): Grant {
  const from = monthOf(granted.last) + 1
  const to = dueOn === undefined ? from : Math.max(from, monthOf(dueOn))
  return { from, to, changes: new Map() }
}

function addCosts(grant: Grant, months: Map<number, { expense: bigint; net: bigint }>): void {
  const { from, to } = grant
  const changes = byMonth(grant.changes)
  const last = Math.max(to, ...changes.keys())
  let [net, released, done] = [0n, 0n, 0n]
  for (let month = Math.min(from, ...changes.keys()); month <= last; month++) {
    const change = changes.get(month)
    net += change?.net ?? 0n
    released += change?.released ?? 0n
    const target = month >= to ? net : released + partOf(net - released, month - from + 1, to - from + 1)
    const known = months.get(month) ?? { expense: 0n, net: 0n }
    if (target !== done || change)
      months.set(month, { expense: known.expense + target - done, net: known.net + (change?.net ?? 0n) })
    done = target
  }
}

function byMonth(changes: ReadonlyMap<Day, Change>): ReadonlyMap<number, Change> {
  const groups = groupBy(changes, ([day]) => monthOf(day))
  return mapValues(groups, (own) => ({
    net: sumOver(own, ([, { net }]) => net),
    released: sumOver(own, ([, { released }]) => released),
  }))
}

const partOf = (net: bigint, passed: number, months: number): bigint =>
  passed <= 0 ? 0n : (net * BigInt(passed)) / BigInt(months)
