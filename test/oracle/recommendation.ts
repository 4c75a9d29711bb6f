/** The rank among all, and what is recommended for each: the first rule that holds. */

import { cell, since } from './bank.ts'
import { addMonths, periodSpan, type Span } from './calendar.ts'
import type { Earlier } from './earlier.ts'
import { compare, fraction, parse } from './fraction.ts'
import { byCodePoint } from './people.ts'
import { enter, number, type Sheet, word } from './sheet.ts'

/** What is recommended: the word, the grade it leads to, and the rule that held. */
export interface Recommendation {
  readonly recommendation: string
  readonly toGrade: string
  readonly rule: string
}

const GRADES = ['junior', 'intermediate', 'senior']
const FLOORS = ['3000000', '10000000', '30000000']

/** Enters the ranks: by total, then deposits, both falling, then manager id. */
export function rankAll(sheets: readonly Sheet[]): void {
  const falling = (a: Sheet, b: Sheet, figure: string): number =>
    compare(number(b, figure), number(a, figure))
  const ranked = sheets.filter((sheet) => sheet.person.ranked)
  ranked.sort(
    (a, b) => falling(a, b, 'total') || falling(a, b, 'deposits') || byCodePoint(a.person.id, b.person.id),
  )
  for (const [i, sheet] of ranked.entries()) enter(sheet, 'rank', fraction(BigInt(i + 1)))
}

/** The first rule that holds for an appraised person. */
export function recommend(sheet: Sheet, earlier: Earlier, quarter: Span): Recommendation {
  const { person } = sheet
  const grade = GRADES.indexOf(person.grade)
  const before = earlier.previous(person.id, 'rating')
  const incompetent = word(sheet, 'rating') === 'incompetent'
  const status = cell(person.columns, 'status')

  if (status === 'leave' || person.leftWithin) return only('none', 'absent')
  if (incompetent && before === 'incompetent') return only('dismiss', 'incompetent_twice')
  if (status === 'probation' && (incompetent || isUnder(sheet, 0))) return only('dismiss', 'probation_failed')
  if (incompetent || (isUnder(sheet, grade) && wasUnder(sheet, earlier, grade))) return lower(grade)
  if (word(sheet, 'rating') === 'excellent' && before === 'excellent' && mayRise(sheet, grade, quarter)) {
    return { recommendation: 'promote', toGrade: GRADES[grade + 1] ?? '', rule: 'excellent_twice' }
  }
  return only('renew', 'renewed')
}

/** Whether the person's term ends in the period. */
export function basis(sheet: Sheet, period: string): string {
  const end = since(sheet.person.columns, 'term_to')
  const { first, last } = periodSpan(period)
  return first <= end && end <= last ? 'term_end' : 'interim'
}

function only(recommendation: string, rule: string): Recommendation {
  return { recommendation, toGrade: '', rule }
}

function lower(grade: number): Recommendation {
  if (grade === 0) return only('renew', 'lowest_grade')
  return { recommendation: 'demote', toGrade: GRADES[grade - 1] ?? '', rule: 'below_standard' }
}

function isUnder(sheet: Sheet, grade: number): boolean {
  return compare(number(sheet, 'deposits_ytd'), parse(FLOORS[grade] ?? '')) < 0
}

function wasUnder(sheet: Sheet, earlier: Earlier, grade: number): boolean {
  const before = earlier.previous(sheet.person.id, 'deposits_ytd')
  return before !== undefined && compare(parse(before), parse(FLOORS[grade] ?? '')) < 0
}

function mayRise(sheet: Sheet, grade: number, quarter: Span): boolean {
  const from = since(sheet.person.columns, 'grade_since')
  const longEnough = from !== -Infinity && addMonths(from, 12) <= quarter.last
  return longEnough && grade + 1 < GRADES.length && !isUnder(sheet, grade + 1)
}
