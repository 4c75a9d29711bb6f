/** Ratios, points, total and rating of one person of the staff. */
import { type Bank, cell } from './bank.ts'
import type { Row } from './csv.ts'
import {
  clamp,
  compare,
  type Fraction,
  floor,
  fraction,
  least,
  minus,
  most,
  ONE,
  over,
  parse,
  plus,
  sum,
  times,
  ZERO,
} from './fraction.ts'
import { enter, number, type Sheet } from './sheet.ts'

/** The indicators in the order of the ranking's columns. */
export const INDICATORS = [
  'deposits',
  'fees',
  'new_clients',
  'loan_quality',
  'visits',
  'knowledge',
  'conduct',
  'satisfaction',
] as const

const ASSESSED = ['knowledge', 'conduct', 'satisfaction'] as const
const QUALITY: readonly (readonly [upTo: string, points: string])[] = [
  ['0', '15'],
  ['0.005', '12'],
  ['0.01', '9'],
  ['0.02', '5'],
]
const RATINGS: readonly (readonly [from: string, rating: string])[] = [
  ['90', 'excellent'],
  ['75', 'competent'],
  ['60', 'basic'],
]

/** Enters the two ratios that points and pay both read. */
export function enterRatios(sheet: Sheet): void {
  enter(sheet, 'npl_ratio', ratio(number(sheet, 'npl_end'), number(sheet, 'loan_end'), ZERO))
  enter(
    sheet,
    'collection_rate',
    ratio(number(sheet, 'interest_collected'), number(sheet, 'interest_due'), ONE),
  )
}

/** Enters points, total and rating. */
export function appraise(sheet: Sheet, bank: Bank, period: string): void {
  const points = (name: string, value: Fraction): void => enter(sheet, `points.${name}`, value)
  points('deposits', times(parse('40'), reached(sheet, bank, period, 'deposits')))
  points('fees', times(parse('15'), reached(sheet, bank, period, 'fees')))
  points('new_clients', least(parse('10'), times(parse('2'), number(sheet, 'new_clients'))))
  points('loan_quality', qualityPoints(number(sheet, 'npl_ratio')))
  points('visits', times(parse('5'), clamp(over(number(sheet, 'visits'), parse('30')), ZERO, ONE)))
  for (const item of ASSESSED)
    points(item, over(times(parse('5'), score(sheet, bank, period, item)), parse('100')))
  enterAdjustmentPoints(sheet)
  const earned = sum(INDICATORS.map((name) => number(sheet, `points.${name}`)))
  enter(sheet, 'total', most(ZERO, plus(earned, number(sheet, 'adjustment_points'))), 2)
  sheet.words.set('rating', rating(sheet))
}

function ratio(part: Fraction, whole: Fraction, otherwise: Fraction): Fraction {
  return compare(whole, ZERO) === 0 ? otherwise : over(part, whole)
}

/** How far the person's target is reached, in proportion to the days in post, held between 0 and 1.2. */
function reached(sheet: Sheet, bank: Bank, period: string, name: string): Fraction {
  const target = targetOf(sheet, bank, period, name)
  sheet.numbers.set(`target.${name}`, target)
  const asked = times(target, number(sheet, 'post_share'))
  return clamp(over(number(sheet, name), asked), ZERO, parse('1.2'))
}

function targetOf(sheet: Sheet, bank: Bank, period: string, name: string): Fraction {
  const rows = bank
    .rows('targets')
    .filter((row) => cell(row, 'target') === name && cell(row, 'period') === period)
  const { id, grade, columns } = sheet.person
  const scopes = [
    ['manager', id],
    ['grade', grade],
    ['branch', cell(columns, 'branch')],
    ['all', ''],
  ] as const
  for (const [scope, scopeId] of scopes) {
    const row = rows.find(
      (r) => cell(r, 'scope') === scope && (scope === 'all' || cell(r, 'scope_id') === scopeId),
    )
    if (row) return parse(cell(row, 'value'))
  }
  throw new Error(`${id} has no target ${name}`)
}

function qualityPoints(nplRatio: Fraction): Fraction {
  const row = QUALITY.find(([upTo]) => compare(nplRatio, parse(upTo)) <= 0)
  return parse(row ? row[1] : '0')
}

/** The weighted mean of all assessors' scores of one item. */
function score(sheet: Sheet, bank: Bank, period: string, item: string): Fraction {
  const rows = bank.rows('assessments').filter((row) => isScore(row, sheet.person.id, item, period))
  const weight = (row: Row): Fraction => parse(cell(row, 'weight', '1'))
  const total = sum(rows.map((row) => times(parse(cell(row, 'score')), weight(row))))
  const value = over(total, sum(rows.map(weight)))
  sheet.numbers.set(`assessment.${item}`, value)
  return value
}

function isScore(row: Row, id: string, item: string, period: string): boolean {
  return (
    cell(row, 'manager_id') === id && cell(row, 'item') === item && cell(row, 'period', period) === period
  )
}

function enterAdjustmentPoints(sheet: Sheet): void {
  const short = minus(parse('0.97'), number(sheet, 'collection_rate'))
  const wholePoints = most(ZERO, fraction(floor(times(short, parse('100')))))
  enter(sheet, 'complaint_points', most(parse('-10'), times(parse('-2'), number(sheet, 'complaints'))))
  enter(sheet, 'collection_points', most(parse('-5'), minus(ZERO, wholePoints)))
  enter(
    sheet,
    'adjustment_points',
    plus(number(sheet, 'complaint_points'), number(sheet, 'collection_points')),
  )
}

function rating(sheet: Sheet): string {
  if (compare(number(sheet, 'major_violations'), ONE) >= 0) return 'incompetent'
  const row = RATINGS.find(([from]) => compare(number(sheet, 'total'), parse(from)) >= 0)
  return row ? row[1] : 'incompetent'
}
