/** The sheets of deferred pay, worked out by hand. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type LedgerStory, runOne, writeStory } from './support/ledger-bank.ts'
import { run, tempFolder } from './support/run.ts'

/**
 * P1: 600 in 2001 and 300 in 2002, all of it kept in two yearly lots: 300, 300 and 150, 150. Of everything open on 30 June 2003
 * a tenth is forfeited: of 2001/2 30, of 2002/1 and 2002/2 15 each. P2: 100 in 2001: 50, 50, held from 2002 on; she retires.
 */
const STORY: LedgerStory = {
  story: '',
  defer: '{ share: 100%, round: 0.01, lots: 2, every: year }',
  periods: ['2001', '2002', '2003'],
  people: ['P1,甲,east,', 'P2,乙,west,2002-12-31'],
  activity: ['2001-03-01, earned, P1, 600', '2002-03-01, earned, P1, 300', '2001-03-01, earned, P2, 100'],
  events: [
    'E1 2003-06-30 P1 malus all x0.1 2004-02-01',
    'E2 2002-03-01 P2 hold all',
    'E3 2002-12-31 P2 retirement',
  ],
}

async function sheet(name: string, asOf: string, ...more: string[]): Promise<readonly string[]> {
  const [input, book] = [tempFolder(), join(tempFolder(), 'book')]
  writeStory(STORY, input)
  for (const period of STORY.periods)
    expect((await runOne(STORY, input, period, book, '--quiet')).code).toBe(0)
  const ran = await run([
    'defer',
    '--book',
    book,
    '--as-of',
    asOf,
    '--sheet',
    name,
    '--format',
    'csv',
    ...more,
  ])
  expect([ran.code, ran.err]).toEqual([0, ''])
  return ran.out.trimEnd().split('\n').slice(1)
}

describe('the sheets of deferred pay', () => {
  it('schedule: by person, month and year, then of everyone', async () => {
    expect(await sheet('schedule', '2002-12-31')).toEqual([
      'P1,甲,2003,2003-12,450.00,0.00',
      'P1,甲,2003,all,450.00,0.00',
      'P1,甲,2004,2004-12,150.00,0.00',
      'P1,甲,2004,all,150.00,0.00',
      'P1,甲,all,all,600.00,0.00',
      'P2,乙,2002,2002-12,50.00,50.00',
      'P2,乙,2002,all,50.00,50.00',
      'P2,乙,2003,2003-12,50.00,50.00',
      'P2,乙,2003,all,50.00,50.00',
      'P2,乙,all,all,100.00,100.00',
      ',,2002,2002-12,50.00,50.00',
      ',,2002,all,50.00,50.00',
      ',,2003,2003-12,500.00,50.00',
      ',,2003,all,500.00,50.00',
      ',,2004,2004-12,150.00,0.00',
      ',,2004,all,150.00,0.00',
      ',,all,all,700.00,100.00',
    ])
  })

  it('movements of a period', async () => {
    expect(await sheet('movements', '2004-12-31', '--period', '2003')).toEqual([
      'P1,甲,bonus,600.00,0.00,405.00,60.00,0.00,0.00,135.00',
      'P1,甲,,600.00,0.00,405.00,60.00,0.00,0.00,135.00',
      'P2,乙,bonus,100.00,0.00,0.00,0.00,0.00,0.00,100.00',
      'P2,乙,,100.00,0.00,0.00,0.00,0.00,0.00,100.00',
      ',,,700.00,0.00,405.00,60.00,0.00,0.00,235.00',
    ])
  })

  it('balance by the year of grant, of one person', async () => {
    expect(await sheet('balance', '2004-12-31', '--manager', 'P1')).toEqual([
      'P1,甲,2001,600.00,570.00,30.00,0.00,0.00,0.00,0.00',
      'P1,甲,2002,300.00,135.00,30.00,0.00,0.00,135.00,0.00',
      'P1,甲,all,900.00,705.00,60.00,0.00,0.00,135.00,0.00',
      ',,2001,600.00,570.00,30.00,0.00,0.00,0.00,0.00',
      ',,2002,300.00,135.00,30.00,0.00,0.00,135.00,0.00',
      ',,all,900.00,705.00,60.00,0.00,0.00,135.00,0.00',
    ])
  })

  it('leavers with what still stands open', async () => {
    expect(await sheet('leavers', '2003-12-31')).toEqual([
      'P2,乙,retirement,2002-12-31,100.00,100.00,2002-12-31,0.00',
    ])
    expect(await sheet('leavers', '2002-12-30')).toEqual([])
    expect(await sheet('leavers', '2002-12-30', '--format', 'table')).toEqual(['', 'Leavers', 'none'])
    expect(await sheet('leavers', '2002-12-30', '--format', 'table', '--lang', 'zh')).toEqual([
      '',
      '离职人员',
      '无',
    ])
  })

  it('accrual: P2 alone: 50 over 12 months and 50 over 24, cut to fen, the rest in the last month', async () => {
    const rows = await sheet('accrual', '2002-06-30', '--manager', 'P2')
    expect(rows).toHaveLength(25)
    // 12 x 4.16 = 49.92 and 24 x 2.08 = 49.92: whole fen of 50/12 = 4.1666 and 50/24 = 2.0833 cumulated.
    expect(rows[0]).toBe('bonus,2001-12,booked,0.00,0.00,100.00')
    expect(rows[1]).toBe('bonus,2002-01,booked,6.24,6.24,93.76')
    expect(rows[12]).toBe('bonus,2002-12,expected,6.26,75.00,25.00')
    expect(rows[24]).toBe('bonus,2003-12,expected,2.09,100.00,0.00')
  })

  it('as of a day knows only what was known then', async () => {
    // The tenth that was taken in 2003 is known since February 2004.
    expect((await sheet('movements', '2004-01-31', '--period', '2003')).at(-1)).toBe(
      ',,,700.00,0.00,405.00,0.00,0.00,0.00,295.00',
    )
    expect((await sheet('movements', '2004-02-01', '--period', '2003')).at(-1)).toBe(
      ',,,700.00,0.00,405.00,60.00,0.00,0.00,235.00',
    )
  })
})
