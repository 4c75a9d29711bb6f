import { describe, expect, it } from 'vitest'
import type { Missing } from '../../src/core/values/missing.ts'
import { isMissing } from '../../src/core/values/missing.ts'
import { day, evaluated, number, type Person, record, shown } from './support.ts'

const PERSON: Person = {
  figures: record({
    deposits: '5000',
    fees: '0',
    total: '89.99',
    rating: 'excellent',
    grade: 'bronze',
    'points.fees': '7.5',
    日均存款: '300',
    __proto__: 'no',
    absent_twice: 'yes',
  }),
  values: record({ price: '8', floor_of: '1000', 'floor_of[silver_grade]': '4000' }),
  facts: record({
    'manager.status': 'leave',
    'manager.left_on': '2004-02-29',
    'period.last_day': '2004-03-31',
  }),
  table: () => number(12),
}

describe('evaluate', () => {
  it.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['10 - 4 - 3', '3'],
    ['100 / 10 / 5', '2'],
    ['-2 * -3', '6'],
    ['--3', '3'],
    ['2 - -3', '5'],
    ['-(1 + 2)', '-3'],
    ['1 / 3 + 1 / 6', '0.5'],
    ['2 / 3', '2/3'],
    ['0.1 + 0.2 = 0.3', 'yes'],
    ['80%', '0.8'],
    ['3‰', '0.003'],
    ['300万', '3000000'],
    ['2亿 / 1万', '20000'],
    ['99999999999999999999 + 1', '100000000000000000000'],
    ['1 < 2', 'yes'],
    ['2 <= 2', 'yes'],
    ['2 > 2', 'no'],
    ['2 >= 3', 'no'],
    ['2 <> 3', 'yes'],
    ['2004-01-31 < 2004-02-01', 'yes'],
    ['2004-01-31 = 2004-01-31', 'yes'],
    ['2004 - 01 = 2003', undefined],
    ['yes = no', 'no'],
    ['"a" = \'a\'', 'yes'],
    ['yes or no and no', 'yes'],
    ['(yes or no) and no', 'no'],
    ['not yes or yes', 'yes'],
    ['not 1 = 2', 'yes'],
    ['not not yes', 'yes'],
    ['no and not yes', 'no'],
    ['deposits / 1000', '5'],
    ['日均存款 * 2', '600'],
    ['points.fees', '7.5'],
    ['rating = excellent', 'yes'],
    ['rating = "excellent"', 'yes'],
    ['excellent = rating', 'yes'],
    ['rating <> excellent', 'no'],
    ['manager.status', 'leave'],
    ['manager.left_on < period.last_day', 'yes'],
    ['price * 2', '16'],
    ['floor_of', '1000'],
    ['floor_of[silver_grade]', '4000'],
    ['floor_of[higher(grade)]', '4000'],
    ['floor_of["silver_grade"]', '4000'],
    ['tiers(deposits / 2)', '12'],
    ['if(rating = excellent, 1, 2)', '1'],
    ['if(rating = basic, basic, excellent) = rating', 'yes'],
    ['deposits\n  + 1', '5001'],
  ])('%s gives %s', (formula, wanted) => {
    if (wanted === undefined) expect(() => evaluated(formula, PERSON)).toThrow('is not a number')
    else expect(shown(evaluated(formula, PERSON))).toBe(wanted)
  })
})

describe('what is missing', () => {
  it.each([
    ['previous(deposits)', '<column-absent>'],
    ['previous(deposits) + 1', '<column-absent>'],
    ['-previous(deposits)', '<column-absent>'],
    ['max(1, previous(deposits))', '<column-absent>'],
    ['not previous(absent_twice)', '<column-absent>'],
    ['tiers(previous(deposits))', '<column-absent>'],
    ['floor_of[previous(grade)]', '<column-absent>'],
    ['floor_of[golden]', '<column-absent>'],
    ['previous(deposits) otherwise 0', '0'],
    ['deposits otherwise 1 / 0', '5000'],
    ['previous(deposits) otherwise previous(fees) otherwise 3', '3'],
    ['target.deposits otherwise 4', '4'],
    ['floor_of[golden] otherwise 5', '5'],
    ['higher(golden)', '<grade-ladder-end>'],
    ['floor_of[higher(higher(higher(grade)))] otherwise 6', '6'],
    ['previous(absent_twice) and yes', '<column-absent>'],
    ['no and previous(absent_twice)', 'no'],
    ['yes or previous(absent_twice)', 'yes'],
    ['yes and previous(absent_twice) otherwise no', 'no'],
    ['1 / fees', '<division-by-zero>'],
    ['1 / fees otherwise 0', '<division-by-zero>'],
    ['1 / 0 + previous(deposits) otherwise 0', '<division-by-zero>'],
    ['previous(deposits) / 0 otherwise 0', '0'],
    ['if(fees = 0, 0, 1 / fees)', '0'],
    ['if(previous(absent_twice), 1, 2)', '<column-absent>'],
    ['clamp(1, 3, 2) otherwise 0', '<bounds-crossed>'],
    ['round(1, fees) otherwise 0', '<step-not-positive>'],
    ['round(1, -1) otherwise 0', '<step-not-positive>'],
    ['previous(deposits, fees) otherwise 0', '<number-not-whole>'],
    ['previous(deposits, 3 / 2) otherwise 0', '<number-not-whole>'],
    ['add_months(2004-01-01, 1亿) otherwise 2004-01-01', undefined],
    ['add_months(2004-01-01, deposits) otherwise 2004-01-01', '<number-not-whole>'],
  ])('%s gives %s', (formula, wanted) => {
    if (wanted === undefined) expect(() => evaluated(formula, PERSON)).toThrow('a whole number from')
    else expect(shown(evaluated(formula, PERSON))).toBe(wanted)
  })

  it('says what it was', () => {
    const facts = (formula: string) => (evaluated(formula, PERSON) as Missing).facts
    expect(facts('1 / (fees * 2)')).toEqual({ divisor: 'fees * 2' })
    expect(facts('clamp(1, 3, 5/2)')).toEqual({ low: '3', high: '2.5' })
    expect(facts('previous(deposits, 1/2 * 1)')).toEqual({
      name: 'previous',
      found: '0.5',
      least: 1,
      most: 400,
    })
    expect(facts('higher(golden)')).toEqual({ grade: 'golden', direction: { en: 'higher', zh: '高' } })
    expect(facts('lower("bronze")')).toMatchObject({ grade: 'bronze' })
  })

  it('never answers for a grade that is none', () => {
    const person = { figures: record({ grade: 'chief' }) }
    const found = evaluated('higher(grade) otherwise bronze', person)
    expect(isMissing(found) && found.missing).toBe('grade-not-on-ladder')
  })
})

describe('names that objects have of themselves', () => {
  it('are names like all others', () => {
    const figures = new Map([
      ['__proto__', number(2)],
      ['constructor', number(3)],
    ])
    expect(shown(evaluated('__proto__ * constructor', { figures }))).toBe('6')
  })

  it('are unknown where the scheme has none', () => {
    expect(() => evaluated('toString')).toThrow('nothing named `toString`')
    expect(() => evaluated('toString(1)')).toThrow('no function or table named `toString`')
    expect(() => evaluated('rating = hasOwnProperty')).toThrow('nothing named `hasOwnProperty`')
    expect(() => evaluated('rating = "__proto__"')).toThrow('is not in the list ratings')
  })
})

it('adds months by the calendar', () => {
  expect(evaluated('add_months(2004-01-31, 1)')).toBe(day('2004-02-29'))
})
