/** The independent computation checked against numbers worked out by hand. */
import { describe, expect, it } from 'vitest'
import type { Tables } from './bank.ts'
import { fixed, parse } from './fraction.ts'
import { lotsOf } from './pay.ts'
import { computeTables } from './quarter.ts'
import { columnOf, everyDay, figureOf, fullMarks, tablesOf } from './small-bank.ts'

const BALANCES = 'date,account_id,client_id,product,balance,manager_id,currency'
const TARGETS = 'scope,scope_id,target,period,value'

/** One senior with round balances; the second quarter of the test has other prices. */
function seniorBank(period: string): Tables {
  const owned = (account: string, product: string, balance: string): string[] =>
    everyDay(period, `${account},C1,${product},${balance},M1,`)
  return tablesOf({
    managers: ['manager_id,name,branch,grade,grade_since,term_to', 'M1,Li,East,senior,2001-01-01,2004-03-31'],
    balances: [
      BALANCES,
      ...owned('A1', 'demand', '20000000'),
      ...owned('A2', 'term', '15000000.00'),
      ...owned('A3', 'savings', '2000000'),
      ...owned('A4', 'margin', '1000000'),
      ...owned('A5', 'loan', '900000'),
      ...owned('A6', 'wealth', '77'),
    ],
    activity: [
      'date,kind,manager_id,quantity,amount',
      ...[
        'fee,M1,,30000',
        'new_client,M1,3,',
        'visit,M1,24,',
        'complaint,M1,1,',
        'interest_due,M1,,1000',
        'interest_collected,M1,,995',
      ].map((rest) => `${period === '2004Q1' ? '2004' : '2005'}-02-02,${rest}`),
    ],
    targets: [
      TARGETS,
      `all,,deposits,${period},30000000`,
      `all,,fees,${period},25000`,
      `grade,junior,fees,${period},1`,
    ],
    assessments: [
      'manager_id,item,score,assessor,weight',
      'M1,knowledge,90,,',
      'M1,conduct,80,,',
      'M1,satisfaction,100,boss,2',
      'M1,satisfaction,70,peer,1',
    ],
    history: [
      'period,manager_id,figure,value',
      '2003Q4,M1,base_demand,15000000',
      '2003-06,M1,base_fixed,20000000',
    ],
  })
}

describe('one senior worked out by hand', () => {
  const outputs = computeTables(seniorBank('2004Q1'), '2004Q1')

  it('earns 48 + 18 + 6 + 15 + 4 + 4.5 + 4 + 4.5 − 2 points', () => {
    expect(outputs.tables.get('ranking')?.rows).toEqual([
      '1,M1,Li,East,senior,48.00,18.00,6.00,15.00,4.00,4.50,4.00,4.50,-2.00,102.00,excellent,renew'.split(
        ',',
      ),
    ])
    expect(outputs.tables.get('recommendations')?.rows[0]?.slice(4)).toEqual([
      'renew',
      '',
      'renewed',
      'term_end',
      'proposed',
    ])
  })

  it('has measures with rows, sum, divisor and value', () => {
    const rows = outputs.tables.get('measures')?.rows.map((row) => row.join(','))
    expect(rows).toContain('M1,deposits,364,3412500000,91,37500000')
    expect(rows).toContain('M1,loan_end,1,900000,1,900000')
    expect(rows).toContain('M1,fixed_avg,182,1547000000,91,17000000')
  })

  it('is paid 1.2 × (3200 + 200 + 4000 + 29.85 + 3000), 40% of it deferred', () => {
    expect(outputs.tables.get('pay')?.rows.map((row) => row.slice(4).join(','))).toEqual([
      'base,monthly,3900.00,3900.00,0.00',
      'grade,monthly,6600.00,6600.00,0.00',
      'performance,with_run,12515.82,7509.49,5006.33',
      'top_up,with_run,0.00,0.00,0.00',
    ])
    expect(columnOf(outputs, 'deferred', 'amount')).toEqual(['1668.77', '1668.78', '1668.78'])
    expect(columnOf(outputs, 'deferred', 'due_on')).toEqual(['2005-03-31', '2006-03-31', '2007-03-31'])
    expect(columnOf(outputs, 'deferred', 'lot_id')[2]).toBe('2004Q1/M1/performance/3')
  })

  it('is paid growth at 6 and 4 from 2005 on', () => {
    expect(figureOf(computeTables(seniorBank('2005Q1'), '2005Q1'), 'M1', 'pay.performance')).toBe('11315.82')
  })
})

describe('exactness', () => {
  it('rounds 20.015 points, reached through thirds, to 20.02', () => {
    // 52,539,375 ÷ 90 over a target of 3,500,000 × 30 ÷ 90 is exactly 0.500375.
    const tables = tablesOf({
      managers: ['manager_id,name,branch,grade,hired_on', 'M1,Li,East,junior,2005-03-02'],
      balances: [
        BALANCES,
        '2005-03-05,A1,C1,demand,52539375.00,M1,',
        ...everyDay('2005Q1', 'A0,C0,demand,1,,'),
      ],
      activity: ['date,kind'],
      targets: [TARGETS, 'all,,deposits,2005Q1,3500000', 'all,,fees,2005Q1,1'],
      assessments: fullMarks('M1'),
    })
    const outputs = computeTables(tables, '2005Q1')
    expect(figureOf(outputs, 'M1', 'post_share')).toBe('1/3')
    expect(figureOf(outputs, 'M1', 'deposits')).toBe('3502625/6')
    expect(figureOf(outputs, 'M1', 'points.deposits')).toBe('20.015')
    expect(columnOf(outputs, 'ranking', 'deposits')).toEqual(['20.02'])
  })

  it.each([
    ['100', '33.33 33.33 33.34'],
    ['0.05', '0.01 0.02 0.02'],
    ['99.99', '33.33 33.33 33.33'],
  ])('shares %s into %s', (amount, shares) => {
    const lots = lotsOf(parse(amount), '2004Q1')
    expect(lots.map((lot) => fixed(lot.amount)).join(' ')).toBe(shares)
  })

  it('makes no lots of nothing or less', () => {
    expect([...lotsOf(parse('0'), '2004Q1'), ...lotsOf(parse('-5'), '2004Q1')]).toEqual([])
  })
})
