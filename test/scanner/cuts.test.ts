/** One nasty file, cut at every byte: by blocks of every size and into every number of parts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { encodeGb18030 } from '../oracle/generate/gb18030.ts'
import type { Outcome } from './reference.ts'
import { put, scanned } from './support.ts'

const limits = vi.hoisted(() => ({ record: 400 }))
vi.mock('../../src/engines/csv/limits.ts', async (original) => ({
  ...(await original<object>()),
  get MOST_RECORD() {
    return limits.record
  },
  MOST_GLANCED: 64,
  LEAST_PART: 0,
}))

const ROWS = [
  'date,account_id,client_id,product,balance,manager_id,currency,"no\nte"\r\n',
  '2004-01-30,A1,C1,demand,1.50,M1,,x\n',
  '2004-01-30,"A,2",C1,"活期存款",-2.05,M1,CNY,"two\nlines 行"\r\n',
  '2004-01-30,行\u{20000},C2,term,3,M2,,"a ""b"""\n',
  '"2004-01-31",A1,C1,demand,1.50,M1,,\n',
  '2004-01-31,"A,2",C1,"活期存款",40000000000000000000,M1,CNY,"\n\n"\n',
  '2004-01-31,行\u{20000},C2,term,3.00,__proto__,,"three\r\n\r\nlines"\r\n',
  '2004-02-01,A1,C1,demand,0.00,M1,,\n',
  '2004-02-01,"A,2",C1,"活期存款",7.1,M9,CNY,y\n',
  '2004-02-01,行\u{20000},C2,term,3.5,M2,,z\n',
  '2004-02-02,A1,C1,demand,1e3,M1,,z\n',
  '2004-02-02,A1,C1,demand,8,M1,,z\n',
  '2004-02-02,A1,C1,demand,8,M1,"",z',
]

describe.each([
  ['UTF-8', Buffer.from(ROWS.join(''))],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${ROWS.join('')}`)],
  ['GB18030', Buffer.from(encodeGb18030(ROWS.join('')) ?? [])],
])('a nasty file in %s', (_, bytes) => {
  const folder = mkdtempSync(join(tmpdir(), 'cuts-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  let whole: Outcome
  beforeAll(async () => {
    limits.record = 100_000
    put(folder, bytes)
    whole = await scanned(folder, 1)
  })

  it('has what it is to have', () => {
    expect(whole.records).toBe(12)
    expect(whole.sums).toEqual([
      'M1 demand 24048 2 300',
      'M1 demand 24049 1 0',
      'M1 活期存款 24048 2 3999999999999999999795',
      'M2 term 24048 1 300',
      'M2 term 24049 1 350',
      '__proto__ term 24048 1 300',
    ])
    expect(whole.told.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'balances.csv:15:32 manager-unknown',
      'balances.csv:17:25 cell-exponent',
      'balances.csv:18:1 balance-twice',
      'balances.csv:19:1 balance-twice',
      'balances.csv:1:63 column-unknown',
    ])
  })

  it('comes to the same in blocks of every size', async () => {
    for (limits.record = 80; limits.record <= bytes.length + 2; limits.record += 1) {
      expect(await scanned(folder, 1), `${limits.record} bytes`).toEqual(whole)
    }
  })

  it('comes to the same in every number of parts', async () => {
    limits.record = 120
    for (let parts = 2; parts <= bytes.length; parts += parts < 40 ? 1 : 7) {
      expect(await scanned(folder, parts), `${parts} parts`).toEqual(whole)
    }
  })
})

describe('a table of several files', () => {
  it('comes to the same in every number of parts', async () => {
    // The header of each file is its own; the second has other columns, the third another encoding.
    const { folderWith } = await import('../engines/support.ts')
    const rows = (day: string) => `${day},A1,C1,demand,1.50,M1\n${day},A2,行,活期,2.50,M2\n`
    const turned = (day: string) => `M1,1.50,demand,C1,A1,${day}\nM2,2.50,活期,行,A2,${day}\n`
    const folder = folderWith({
      'balances/1.csv': `date,account_id,client_id,product,balance,manager_id\n${rows('2004-01-30')}${rows('2004-01-31')}`,
      'balances/2.csv': `manager_id,balance,product,client_id,account_id,date\n${turned('2004-02-01')}${turned('2004-02-02')}`,
      'balances/3.csv': encodeGb18030(`日期,账号,客户号,产品,余额,客户经理编号\n${rows('2004-02-03')}`) ?? '',
    })
    limits.record = 120
    const whole = await scanned(folder, 1)
    expect(whole.told).toEqual([])
    expect(whole.sums).toEqual([
      'M1 demand 24048 2 300',
      'M1 demand 24049 3 450',
      'M2 活期 24048 2 500',
      'M2 活期 24049 3 750',
    ])
    for (let parts = 2; parts <= 60; parts++) expect(await scanned(folder, parts)).toEqual(whole)
  })
})
