/** Pay of one person for the quarter, and the lots of its deferred part. */
import { addMonths, type Day, dayText, periodSpan } from './calendar.ts'
import type { Earlier } from './earlier.ts'
import {
  compare,
  exact,
  type Fraction,
  fraction,
  least,
  minus,
  most,
  over,
  parse,
  plus,
  round,
  sum,
  times,
  ZERO,
} from './fraction.ts'
import { enter, number, type Sheet, word } from './sheet.ts'

/** One component of pay with the part that is deferred. */
export interface PayLine {
  readonly component: string
  readonly schedule: 'monthly' | 'with_run'
  readonly amount: Fraction
  readonly deferred: Fraction
}

/** One yearly tranche of a deferred amount. */
export interface Lot {
  readonly tranche: number
  readonly dueOn: string
  readonly amount: Fraction
}

const BASE: Readonly<Record<string, string>> = { junior: '800', intermediate: '1000', senior: '1300' }
const GRADE: Readonly<Record<string, string>> = { junior: '400', intermediate: '1000', senior: '2200' }
const COEFFICIENT: Readonly<Record<string, string>> = {
  excellent: '1.2',
  competent: '1',
  basic: '0.8',
  incompetent: '0.5',
}
const DEFERRED: Readonly<Record<string, string>> = { senior: '0.4', intermediate: '0.2', junior: '0' }

/** Enters the base amounts where an earlier value is known. */
export function enterBases(sheet: Sheet, earlier: Earlier): void {
  for (const figure of ['base_demand', 'base_fixed']) {
    const value = earlier.latest(sheet.person.id, figure)
    if (value === undefined) continue
    sheet.optional.set(`latest.${figure}`, exact(parse(value)))
    enter(sheet, figure, parse(value))
  }
}

/** Enters and returns the pay of a person of the staff. */
export function payStaff(sheet: Sheet, quarter: { readonly last: Day }): PayLine[] {
  const { grade } = sheet.person
  const share = number(sheet, 'post_share')
  enter(sheet, 'pay.base', times(parse('3'), parse(BASE[grade] ?? ''), share), 2)
  enter(sheet, 'pay.grade', times(parse('3'), parse(GRADE[grade] ?? ''), share), 2)
  enterPerformance(sheet, quarter.last)
  const fixedAndEarned = ['pay.base', 'pay.grade', 'pay.performance'].map((figure) => number(sheet, figure))
  enter(sheet, 'pay.top_up', most(ZERO, minus(times(parse('4500'), share), sum(fixedAndEarned))), 2)
  const deferred = deferredPart(number(sheet, 'pay.performance'), grade)
  return [
    line(sheet, 'base', 'monthly'),
    line(sheet, 'grade', 'monthly'),
    { ...line(sheet, 'performance', 'with_run'), deferred },
    line(sheet, 'top_up', 'with_run'),
  ]
}

/** Enters and returns the pay of an agent. */
export function payAgent(sheet: Sheet): PayLine[] {
  enter(sheet, 'pay.service_fee', perWan('3', number(sheet, 'deposits')), 2)
  return [line(sheet, 'service_fee', 'with_run')]
}

/** Three yearly tranches equal to the fen; a fen left over goes to the last, a second one to the last but one. */
export function lotsOf(deferred: Fraction, period: string): Lot[] {
  if (compare(deferred, ZERO) <= 0) return []
  const fen = over(deferred, parse('0.01')).top
  const { first } = periodSpan(period)
  return [1, 2, 3].map((tranche) => ({
    tranche,
    dueOn: dayText(addMonths(first, 12 * tranche + 3) - 1),
    amount: over(fraction(fen / 3n + (BigInt(tranche) > 3n - (fen % 3n) ? 1n : 0n)), parse('100')),
  }))
}

function enterPerformance(sheet: Sheet, on: Day): void {
  const [demand, fixed] = [number(sheet, 'demand_avg'), number(sheet, 'fixed_avg')]
  const [baseDemand, baseFixed] = [base(sheet, 'base_demand'), base(sheet, 'base_fixed')]
  const [demandPrice, fixedPrice] = on < periodSpan('2005').first ? ['8', '5'] : ['6', '4']
  const growth = (now: Fraction, before: Fraction): Fraction => most(ZERO, minus(now, before))
  enter(sheet, 'stock_pay', perWan('1', plus(least(demand, baseDemand), least(fixed, baseFixed))))
  enter(sheet, 'margin_pay', perWan('2', number(sheet, 'margin_avg')))
  enter(
    sheet,
    'growth_pay',
    plus(perWan(demandPrice, growth(demand, baseDemand)), perWan(fixedPrice, growth(fixed, baseFixed))),
  )
  enter(sheet, 'loan_pay', loanPay(sheet))
  enter(sheet, 'fee_pay', times(parse('0.1'), number(sheet, 'fees')))
  enter(sheet, 'coefficient', parse(COEFFICIENT[word(sheet, 'rating')] ?? ''))
  const parts = ['stock_pay', 'margin_pay', 'growth_pay', 'loan_pay', 'fee_pay'].map((figure) =>
    number(sheet, figure),
  )
  enter(sheet, 'pay.performance', times(number(sheet, 'coefficient'), sum(parts)), 2)
}

function base(sheet: Sheet, figure: string): Fraction {
  return sheet.numbers.get(figure) ?? ZERO
}

function perWan(price: string, amount: Fraction): Fraction {
  return over(times(parse(price), amount), parse('10000'))
}

function loanPay(sheet: Sheet): Fraction {
  const clean = compare(number(sheet, 'npl_ratio'), ZERO) === 0
  const collected = compare(number(sheet, 'collection_rate'), parse('0.995')) >= 0
  return clean && collected ? times(parse('0.03'), number(sheet, 'interest_collected')) : ZERO
}

function deferredPart(performance: Fraction, grade: string): Fraction {
  if (compare(performance, ZERO) <= 0) return ZERO
  return round(times(performance, parse(DEFERRED[grade] ?? '')))
}

function line(sheet: Sheet, component: string, schedule: PayLine['schedule']): PayLine {
  return { component, schedule, amount: number(sheet, `pay.${component}`), deferred: ZERO }
}
