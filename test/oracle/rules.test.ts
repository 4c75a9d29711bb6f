/** Thresholds, ownership, adjustments and the rules of recommendation in small worked examples. */
import { describe, expect, it } from 'vitest'
import type { Tables } from './bank.ts'
import { computeTables } from './quarter.ts'
import { columnOf, everyDay, figureOf, fullMarks, tablesOf } from './small-bank.ts'

const BALANCES = 'date,account_id,client_id,product,balance,manager_id,currency'
const ADJUSTMENTS = 'id,manager_id,figure,value,mode,period,expires_on'

/** Two juniors, full marks, one account of the first; more lines and tables where an example needs them. */
function juniors(
  more: Readonly<Record<string, readonly string[]>> = {},
  balances: readonly string[] = [],
): Tables {
  return tablesOf({
    managers: ['manager_id,name,branch,grade', 'M1,Li,East,junior', 'M2,Wu,West,junior'],
    balances: [BALANCES, ...everyDay('2004Q1', 'A1,C1,demand,4000000,M1,'), ...balances],
    activity: ['date,kind'],
    targets: ['scope,scope_id,target,period,value', 'all,,deposits,2004Q1,4000000', 'all,,fees,2004Q1,1000'],
    assessments: fullMarks('M1', 'M2'),
    ...more,
  })
}

describe('thresholds', () => {
  it.each([
    ['0', '15'],
    ['500000', '12'],
    ['500000.01', '9'],
    ['1000000', '9'],
    ['1000000.01', '5'],
    ['2000000', '5'],
    ['2000000.01', '0'],
  ])('of 100 million in loans %s bad give %s points', (bad, points) => {
    const good = (100_000_000 - Number(bad)).toFixed(2)
    const tables = juniors({}, [`2004-03-31,L1,C1,loan,${good},M1,`, `2004-03-31,L2,C1,npl,${bad},M1,`])
    expect(figureOf(computeTables(tables, '2004Q1'), 'M1', 'points.loan_quality')).toBe(points)
  })

  it.each([
    ['9700', '0'],
    ['9699.99', '0'],
    ['9600.01', '0'],
    ['9600', '-1'],
    ['9200', '-5'],
    ['0', '-5'],
  ])('of 10,000 interest due %s collected gives %s points', (collected, points) => {
    const activity = [
      'date,kind,manager_id,amount',
      '2004-01-01,interest_due,M1,10000',
      `2004-03-31,interest_collected,M1,${collected}`,
    ]
    expect(figureOf(computeTables(juniors({ activity }), '2004Q1'), 'M1', 'collection_points')).toBe(points)
  })

  it.each([
    ['59.995', 'basic'],
    ['59.9949', 'incompetent'],
    ['75', 'competent'],
    ['74.99', 'basic'],
    ['89.995', 'excellent'],
    ['89.99', 'competent'],
  ])('a total set to %s is %s', (value, rating) => {
    const adjustments = [
      ADJUSTMENTS,
      `J1,M1,total,${value},set,,2004-03-31`,
      'J2,M1,total,50,add,,2004-03-30',
    ]
    expect(figureOf(computeTables(juniors({ adjustments }), '2004Q1'), 'M1', 'rating')).toBe(rating)
  })
})

describe('ownership', () => {
  const balances = ['2004-02-01,F1,C2,demand,100,M2,USD', '2004-02-02,F1,C2,demand,100,M2,USD']
  const fx = ['date,currency,rate', '2004-02-01,USD,8.2765', '2004-02-03,USD,9']
  const sumOf = (tables: Tables, id: string): string | undefined =>
    computeTables(tables, '2004Q1')
      .tables.get('measures')
      ?.rows.find((row) => row[0] === id && row[1] === 'deposits')
      ?.slice(2, 4)
      .join(' ')

  it('takes the latest earlier rate', () => {
    expect(sumOf(juniors({ fx }, balances), 'M2')).toBe('2 1655.3')
  })

  it('lets assignments alone decide, account before client, shares in parts, days without owner unclaimed', () => {
    const assignments = [
      'account_id,client_id,manager_id,share,from,to',
      'F1,,M1,0.33333333,2004-02-01,2004-02-01',
      'F1,,M2,0.66666667,2004-02-01,2004-02-01',
      ',C2,M1,,2004-01-01,',
      ',C1,M2,1,2004-03-31,',
    ]
    const tables = juniors({ fx, assignments }, balances)
    expect(sumOf(tables, 'M1')).toBe('2 1103.5333305745')
    expect(sumOf(tables, 'M2')).toBe('2 4000551.7666694255')
  })

  it('credits nobody out of post, but a named activity on any day', () => {
    const managers = [
      'manager_id,name,branch,grade,left_on',
      'M1,Li,East,junior,',
      'M2,Wu,West,junior,2004-02-01',
    ]
    const activity = [
      'date,kind,manager_id,client_id',
      '2004-03-01,visit,M2,',
      '2004-03-01,visit,,C1',
      '2004-02-02,visit,,C2',
    ]
    const tables = juniors({ fx, managers, activity }, balances)
    expect(sumOf(tables, 'M2')).toBe('1 827.65')
    const outputs = computeTables(tables, '2004Q1')
    expect([figureOf(outputs, 'M1', 'visits'), figureOf(outputs, 'M2', 'visits')]).toEqual(['1', '1'])
    expect(columnOf(outputs, 'ranking', 'rank')).toEqual(['1', ''])
  })
})

describe('recommendation', () => {
  const managers = (grade: string, more = ''): string[] => [
    `manager_id,name,branch,grade,grade_since,status`,
    `M1,Li,East,${grade},${more}`,
  ]
  const adjusted = (total: string, deposits: string): string[] => [
    ADJUSTMENTS,
    `J1,M1,total,${total},set,,`,
    `J2,M1,deposits_ytd,${deposits},set,,`,
  ]
  const lastQuarter = (rating: string, deposits: string): string[] => [
    'period,manager_id,figure,value',
    `2003Q4,M1,rating,${rating}`,
    `2003Q4,M1,deposits_ytd,${deposits}`,
  ]

  it.each([
    [
      'junior',
      '2003-03-31,',
      '90',
      '10000000',
      lastQuarter('excellent', '1'),
      'promote intermediate excellent_twice',
    ],
    ['junior', '2003-04-01,', '90', '10000000', lastQuarter('excellent', '1'), 'renew  renewed'],
    ['junior', '2003-03-31,', '90', '9999999.9999', lastQuarter('excellent', '1'), 'renew  renewed'],
    ['junior', ',', '90', '10000000', lastQuarter('excellent', '1'), 'renew  renewed'],
    ['senior', '2003-03-31,', '90', '90000000', lastQuarter('excellent', '1'), 'renew  renewed'],
    ['intermediate', ',', '59', '10000000', lastQuarter('incompetent', '1'), 'dismiss  incompetent_twice'],
    ['intermediate', ',', '59', '10000000', [], 'demote junior below_standard'],
    ['intermediate', ',', '75', '9999999', lastQuarter('basic', '9999999'), 'demote junior below_standard'],
    ['intermediate', ',', '75', '9999999', lastQuarter('basic', '10000000'), 'renew  renewed'],
    ['junior', ',', '75', '2999999', lastQuarter('basic', '2999999'), 'renew  lowest_grade'],
    ['senior', ',probation', '75', '2999999', [], 'dismiss  probation_failed'],
    ['senior', ',probation', '75', '3000000', [], 'renew  renewed'],
    ['senior', ',leave', '10', '0', lastQuarter('incompetent', '0'), 'none  absent'],
  ])('%s since %s with %s points and %s deposits', (grade, more, total, deposits, history, expected) => {
    const tables = juniors({
      managers: managers(grade, more),
      adjustments: adjusted(total, deposits),
      history,
    })
    const outputs = computeTables(tables, '2004Q1')
    const cells = ['recommendation', 'to_grade', 'rule'].map(
      (column) => columnOf(outputs, 'recommendations', column)[0],
    )
    expect(cells.join(' ')).toBe(expected)
  })

  it('reads the book before history', () => {
    const history = lastQuarter('incompetent', '1')
    const tables = juniors({ managers: managers('junior', ','), adjustments: adjusted('50', '1'), history })
    const book = [{ period: '2003Q4', managerId: 'M1', figure: 'rating', value: 'basic' }]
    expect(columnOf(computeTables(tables, '2004Q1', book), 'recommendations', 'rule')).toEqual([
      'lowest_grade',
    ])
    expect(columnOf(computeTables(tables, '2004Q1'), 'recommendations', 'rule')).toEqual([
      'incompetent_twice',
    ])
  })
})
