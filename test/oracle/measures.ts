/** The fourteen measures of the reference scheme, summed row by row. */
import type { Bank } from './bank.ts'
import { type Day, day, holds, length, partsOf, periodSpan, type Span } from './calendar.ts'
import { compare, type Fraction, fraction, ONE, over, parse, plus, times, ZERO } from './fraction.ts'
import { ownersOfActivity, ownersOfBalance, type Share } from './ownership.ts'
import type { Activity, Balance } from './rows.ts'

/** What one manager has of one measure: credited input rows, their sum and the divisor of an average. */
export interface Amount {
  readonly rows: number
  readonly sum: Fraction
  readonly divisor: number
}

/** Amounts by measure. */
export type Measures = ReadonlyMap<string, Amount>

const TIMED_WEIGHTS = { demand: '1', term: '1', savings: '1.1', margin: '0.3' }

/** The balance measures: weights by product, the days they cover, and whether they are daily averages. */
const BALANCE_MEASURES = [
  { measure: 'deposits', weights: TIMED_WEIGHTS, over: 'quarter' },
  { measure: 'deposits_ytd', weights: TIMED_WEIGHTS, over: 'year' },
  { measure: 'demand_avg', weights: { demand: '1' }, over: 'quarter' },
  { measure: 'fixed_avg', weights: { term: '1', savings: '1' }, over: 'quarter' },
  { measure: 'margin_avg', weights: { margin: '1' }, over: 'quarter' },
  { measure: 'loan_end', weights: { loan: '1', npl: '1' }, over: 'end' },
  { measure: 'npl_end', weights: { npl: '1' }, over: 'end' },
] as const

/** The activity measures: the kind, the product where one is asked for, and the column that is summed. */
const ACTIVITY_MEASURES = [
  { measure: 'interest_due', kind: 'interest_due', column: 'amount' },
  { measure: 'interest_collected', kind: 'interest_collected', column: 'amount' },
  { measure: 'fees', kind: 'fee', column: 'amount' },
  { measure: 'new_clients', kind: 'new_client', column: 'quantity' },
  { measure: 'visits', kind: 'visit', column: 'quantity' },
  { measure: 'complaints', kind: 'complaint', column: 'quantity' },
  { measure: 'major_violations', kind: 'violation', product: 'major', column: 'quantity' },
] as const

/** The names of all measures. */
export const MEASURES: readonly string[] = [...BALANCE_MEASURES, ...ACTIVITY_MEASURES].map((m) => m.measure)

/** The measure's value: sum ÷ divisor. */
export function amountValue(amount: Amount): Fraction {
  return over(amount.sum, fraction(BigInt(amount.divisor)))
}

/** Every measure of every manager of the bank, by manager id. */
export function measure(bank: Bank, period: string): ReadonlyMap<string, Measures> {
  const tally = new Tally(bank, period)
  for (const row of bank.balances) addBalance(tally, bank, row, ownersOfBalance(bank, row))
  for (const row of bank.activity) addActivity(tally, row, ownersOfActivity(bank, row))
  return tally.amounts
}

class Tally {
  readonly amounts = new Map<string, Map<string, Amount>>()
  readonly windows: Readonly<Record<'quarter' | 'year' | 'end', Span>>

  constructor(bank: Bank, period: string) {
    const quarter = periodSpan(period)
    const newYear = day(partsOf(quarter.first)[0], 1, 1)
    this.windows = {
      quarter,
      year: { first: newYear, last: quarter.last },
      end: { first: quarter.last, last: quarter.last },
    }
    for (const manager of bank.managers) this.amounts.set(manager.id, this.nothing())
  }

  add(measure: string, owner: Share, amount: Fraction): void {
    const own = this.amounts.get(owner.managerId)
    const old = own?.get(measure)
    if (!own || !old) throw new Error(`unknown manager ${owner.managerId}`)
    own.set(measure, { ...old, rows: old.rows + 1, sum: plus(old.sum, times(amount, owner.share)) })
  }

  private nothing(): Map<string, Amount> {
    const days = (name: string): number => {
      const found = BALANCE_MEASURES.find((m) => m.measure === name)
      return found ? length(this.windows[found.over]) : 1
    }
    return new Map(MEASURES.map((name) => [name, { rows: 0, sum: ZERO, divisor: days(name) }]))
  }
}

function addBalance(tally: Tally, bank: Bank, row: Balance, owners: readonly Share[]): void {
  for (const { measure, weights, over: window } of BALANCE_MEASURES) {
    const weight = Object.entries(weights).find(([product]) => product === row.product)?.[1]
    if (weight === undefined || !holds(tally.windows[window], row.day)) continue
    const amount = times(row.amount, parse(weight), rateOn(bank, row.currency, row.day))
    for (const owner of owners) tally.add(measure, owner, amount)
  }
}

function addActivity(tally: Tally, row: Activity, owners: readonly Share[]): void {
  for (const definition of ACTIVITY_MEASURES) {
    if (definition.kind !== row.kind || !holds(tally.windows.quarter, row.day)) continue
    if ('product' in definition && definition.product !== row.product) continue
    for (const owner of owners) tally.add(definition.measure, owner, row[definition.column])
  }
}

function rateOn(bank: Bank, currency: string, on: Day): Fraction {
  if (currency === 'CNY') return ONE
  const known = bank.rates.filter((rate) => rate.currency === currency && rate.day <= on)
  const latest = known.reduce((a, b) => (b.day > a.day ? b : a), known[0] ?? missing(currency))
  return compare(latest.rate, ZERO) > 0 ? latest.rate : missing(currency)
}

function missing(currency: string): never {
  throw new Error(`no rate of ${currency}`)
}
