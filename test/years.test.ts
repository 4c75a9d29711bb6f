/** Sixteen quarters of the city bank: what they must have in common with the year that stands alone. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LEAVING_KINDS, LOT_EVENT_KINDS } from '../src/core/values/event-kinds.ts'
import { parseCsv } from './support/csv.ts'
import { expectLotsExplained } from './support/explained.ts'
import { linesOf } from './support/ledger-bank.ts'
import { quarter, run, tempFolder } from './support/run.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')
const [YEARS, YEAR] = [join(FIXTURES, 'city-bank-years'), join(FIXTURES, 'city-bank')]
const text = (...path: string[]): string => readFileSync(join(...path), 'utf8')

describe('the fixture city-bank-years', () => {
  it('has the same facts of 2004 as city-bank, and every kind of event', () => {
    for (const table of ['activity', 'targets', 'assessments', 'assignments'])
      expect(text(YEARS, table, '2004.csv'), table).toBe(text(YEAR, `${table}.csv`))
    for (const file of ['adjustments.csv', 'fx.csv', 'clients.csv'])
      expect(text(YEARS, file), file).toBe(text(YEAR, file))
    const kinds = new Set(
      parseCsv(text(YEARS, 'events.csv'))
        .slice(1)
        .map(([, , , kind]) => kind),
    )
    expect([...kinds].sort()).toEqual([...LEAVING_KINDS, ...LOT_EVENT_KINDS].sort())
  })

  it('comes in 2004 to the same figures as the year alone; its book is sound, and finance finds it open', async () => {
    const book = tempFolder()
    const periods = readdirSync(join(YEARS, 'expected')).sort()
    expect(periods).toHaveLength(16)
    for (const period of periods) {
      await quarter(YEARS, period, book)
      if (period >= '2004')
        expect(text(book, period, 'figures.csv')).toBe(text(YEAR, 'expected', period, 'figures.csv'))
    }
    for (const period of periods) await expectLotsExplained(join(book, period))
    expect(await run(['book', '--book', book, '--quiet'])).toMatchObject({ code: 0, err: '' })
    const movements = new Set(
      periods.flatMap((period) => linesOf(book, period).map((line) => line.split(' ')[2])),
    )
    expect([...movements].sort()).toEqual([
      ...['clawed_back', 'due', 'forfeited', 'held', 'lifted', 'paid', 'released', 'transferred'],
    ])
    const owed = await run([
      'defer',
      '--book',
      book,
      '--as-of',
      '2003-06-30',
      '--manager',
      'M14',
      '--sheet',
      'lots',
      '--format',
      'csv',
    ])
    expect(owed.out).toContain(
      '2001Q1/M14/performance/1,M14,钱伟,performance,2001Q1,1,2002-03-31,north,562.67,562.67,0.00,562.67,0.00,-562.67,released',
    )
  })
})
