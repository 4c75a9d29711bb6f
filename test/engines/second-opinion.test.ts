import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as duckDb from '@duckdb/node-api'
import { afterEach, describe, expect, test } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import type { ActivitySums, BalancePlan, BalanceSums, Engine } from '../../src/core/tables/engine.ts'
import { AFTER_ALL, BEFORE_ALL, type Day } from '../../src/core/values/calendar.ts'
import { SecondOpinion } from '../../src/engines/duckdb/second-opinion.ts'
import { findTables } from '../../src/engines/files/find.ts'
import { openFolder } from '../../src/engines/files/folder.ts'
import { inspect } from '../../src/engines/files/inspect.ts'
import { openExports } from '../../src/engines/open.ts'
import { ScanEngine, type ScannedTable } from '../../src/engines/scan/engine.ts'
import { randomFrom } from '../oracle/generate/random.ts'
import { activityPlan, dayOf, folderWith, HEADER, planWith, told } from './support.ts'

const ACTIVITY = 'date,kind,manager_id,client_id,product,quantity,amount,ref\n'
const BIG = '12345678901234567890123456789012345.67'

const BALANCES = [
  '2004-03-30,A,C,demand,10.5,M1,,\n2004-03-31,A,C,demand,-3,M1,,\n',
  `2004-03-31,"B, ""b""\n2",C,demand,${BIG},M1,CNY,\n2004-03-31,D,C,term,-${BIG},,,east\n`,
  '2004-03-31,E,C,demand,99999999999999.99,M2,,\n2004-03-31,F,C,demand,-0.01,M2,,\n',
].join('')

async function comparedSums(
  files: Readonly<Record<string, string | Uint8Array>>,
  plan: Partial<BalancePlan> = {},
) {
  const dir = folderWith(files)
  const [scan, duckdb] = await Promise.all(
    (['scan', 'duckdb'] as const).map(async (engine) => {
      const findings = new Findings()
      const exports = await openExports(dir, findings.report, { engine })
      const activity = await exports.sumActivity(activityPlan)
      const balances = await exports.sumBalances(planWith(plan))
      return { activity: activity.cells, balances: balances.cells, told: told(findings) }
    }),
  )
  expect(duckdb).toEqual(scan)
  if (!duckdb) throw new Error('there is no second opinion')
  return duckdb
}

const always = { first: BEFORE_ALL, last: AFTER_ALL }
const turn = dayOf('2004-02-10')
const RATES = new Map([
  [
    'USD',
    [
      { ...always, last: (turn - 1) as Day, number: 1 },
      { ...always, first: turn, number: 2 },
    ],
  ],
])

/** Rows of a few accounts on random days of half a year, in two files and in random order. */
function randomChanges(seed: number): Readonly<Record<string, string>> {
  const { int, chance, pick, shuffled } = randomFrom(seed)
  const rows = new Map<string, string>()
  for (let row = 0; row < 40; row++) {
    const [account, currency] = [`A${int(0, 4)}`, pick(['', 'CNY', 'USD'])]
    const day = new Date(Date.UTC(2004, 0, int(1, 180))).toISOString().slice(0, 10)
    const amount = chance(0.2) ? BIG : `${int(-300, 700)}.${int(0, 9)}`
    const facts = [`C${int(0, 2)}`, pick(['demand', 'term']), amount, `M${int(1, 3)}`, currency]
    const line = [day, account, ...facts, pick(['', 'east'])].join()
    rows.set([day, account, currency === 'USD'].join(), `${line}\n`)
  }
  const lines = shuffled([...rows.values()])
  const half = lines.length >> 1
  return {
    'balances/1.csv': HEADER + lines.slice(0, half).join(''),
    'balances/2.csv': HEADER + lines.slice(half).join(''),
  }
}

describe('DuckDB sums what scan has accepted', () => {
  const gb18030 = Buffer.concat([
    Buffer.from(`${HEADER}2004-03-31,A,C,`),
    Buffer.from('b2e2cad4', 'hex'),
    Buffer.from(',10.25,M1,,\n'),
  ])
  test.each([
    ['as it lies', { 'balances.csv': HEADER + BALANCES }],
    ['with a mark of the encoding', { 'balances.csv': `\ufeff${HEADER}${BALANCES}` }],
    ['with CRLF', { 'balances.csv': (HEADER + BALANCES).replaceAll('\n', '\r\n') }],
    ['with mixed line ends', { 'balances.csv': HEADER.replace('\n', '\r\n') + BALANCES }],
    ['packed', { 'balances.csv.gz': gzipSync(HEADER + BALANCES) }],
    ['in GB18030', { 'balances.csv': gb18030 }],
    ['without a last line end', { 'balances.csv': (HEADER + BALANCES).slice(0, -1) }],
    [
      'in files of different columns',
      {
        'balances/1.csv': HEADER + BALANCES,
        'balances/2.csv': '余额,产品,note,客户号,账号,DATE\n5,demand,"x\ny",C1,G,2004-03-31\n',
      },
    ],
    ['without any row', { 'balances.csv': HEADER }],
  ])('%s', async (_, files) => {
    const { balances } = await comparedSums(files as Readonly<Record<string, string | Uint8Array>>)
    expect(balances.length > 0).toBe(!('balances.csv' in files && files['balances.csv'] === HEADER))
  })

  test('of activity too', async () => {
    const rows = [
      '2004-03-01,visit,M1,C1,,,,\n2004-03-02,visit,M1,C1,,2.0001,10.05,r1\n2004-03-02,visit,,C1,,,,\n',
      `2004-03-05,fee,,,free text,${'9'.repeat(34)}.1234,-${BIG},r2\n2004-03-01,visit,M1,C1,,,,\n`,
    ]
    const { activity } = await comparedSums({ 'activity.csv': ACTIVITY + rows.join('') })
    expect(activity.reduce((sum, { rows: count }) => sum + count, 0)).toBe(5)
  })

  test('where rows tell changes, in any order', async () => {
    const horizons = [dayOf('2004-02-15'), dayOf('2005-01-01'), 'month', 'quarter', 'year'] as const
    for (let seed = 1; seed <= 25; seed++) {
      const files = { 'inputs.yaml': 'balances:\n  snapshots: changes\n', ...randomChanges(seed) }
      const plan = { horizon: horizons[seed % horizons.length] ?? 'quarter', rates: RATES }
      const { balances, told: found } = await comparedSums(files, plan)
      expect([found, balances.length > 0]).toEqual([[], true])
      const all = balances.reduce((sum, { rows }) => sum + rows, 0)
      expect(all).toBe(Object.values(randomChanges(seed)).join('').split('2004-').length - 1)
    }
  })

  test('not where a row is refused: the run ends with what scan has found', async () => {
    const faulty = '2004-03-31,Z,C,demand,1e3,M1,,\n'
    const { told: found } = await comparedSums({ 'balances.csv': HEADER + BALANCES + faulty })
    expect(found).toEqual(['balances.csv:9:23 cell-exponent'])
  })

  test('nor where a file or a row is none of its table', async () => {
    const { told: found } = await comparedSums({
      'activity/1.csv': `${ACTIVITY}2004-03-01,visit,M1,C1,,,,\nshort,row\n`,
      'activity/2.csv': 'date,what\n2004-03-01,visit\n',
      'balances/1.csv': HEADER + BALANCES,
      'balances/2.csv': 'date,what\n2004-03-01,visit\n',
    })
    expect(found.filter((each) => !each.endsWith('column-unknown'))).toEqual([
      'activity/1.csv:3:1 row-short',
      'activity/2.csv:1:1 column-missing',
      ...Array.from({ length: 4 }, () => 'balances/2.csv:1:1 column-missing'),
    ])
  })
})

const realTmp = process.env.TMPDIR
afterEach(() => {
  if (realTmp === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = realTmp
})

/** A second opinion on sums that someone has altered. */
async function doubted(
  alterBalances: (sums: BalanceSums) => BalanceSums,
  alterActivity: (sums: ActivitySums) => ActivitySums = (sums) => sums,
) {
  const dir = folderWith({
    'balances.csv': HEADER + BALANCES,
    'activity.csv': `${ACTIVITY}2004-03-01,visit,M1,C1,,2,,\n`,
  })
  const tables = new Map<'balances' | 'activity', ScannedTable>()
  const folder = openFolder(dir, () => {})
  const found = folder ? findTables(folder, new Map(), () => {}) : new Map()
  for (const table of ['balances', 'activity'] as const) {
    const [file] = found.get(table)?.files ?? []
    const inspected =
      file &&
      (await inspect(
        file,
        () => {},
        () => {},
      ))
    tables.set(table, { files: inspected ? [inspected] : [], whole: true })
  }
  const { report } = new Findings()
  const scan = await ScanEngine.open({
    ...{ tables, inputs: new Map(), workers: 1, report, progress: () => {} },
  })
  const first: Engine = {
    tables: scan.tables,
    filled: (table) => scan.filled(table),
    isWhole: (table) => scan.isWhole(table),
    rows: (table) => scan.rows(table),
    sumActivity: async (plan) => alterActivity(await scan.sumActivity(plan)),
    sumBalances: async (plan) => alterBalances(await scan.sumBalances(plan)),
  }
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'rm-appraise-test-'))
  const limits = { memory: '1GB', workers: 2, duckDb }
  return new SecondOpinion(first, { tables, inputs: new Map(), limits, erred: () => false })
}

describe('a sum that differs', () => {
  const altered = (change: (cell: BalanceSums['cells'][number]) => object) => (sums: BalanceSums) => ({
    ...sums,
    cells: sums.cells.map((cell, index) => (index === 1 ? { ...cell, ...change(cell) } : cell)),
  })

  test.each([
    ['by a fen', altered(({ amount }) => ({ amount: amount + 1n }))],
    ['by a row', altered(({ rows }) => ({ rows: rows + 1 }))],
    ['by a day', altered(({ days }) => ({ days: days | 1 }))],
    ['in its product', altered(() => ({ product: 'other' }))],
    ['by being left out', (sums: BalanceSums) => ({ ...sums, cells: sums.cells.slice(1) })],
  ])('%s is a defect of the tool, and nothing is left behind', async (_, alter) => {
    const engine = await doubted(alter)
    await expect(engine.sumBalances(planWith())).rejects.toThrow(/^the two engines differ in balances at /)
    expect(readdirSync(process.env.TMPDIR ?? '')).toEqual([])
  })

  test('in activity is one too; sums that agree are taken', async () => {
    const more = (sums: ActivitySums) => ({
      ...sums,
      cells: sums.cells.map((cell) => ({ ...cell, quantity: cell.quantity + 1n })),
    })
    const wrong = await doubted((sums) => sums, more)
    await expect(wrong.sumActivity(activityPlan)).rejects.toThrow(/duckdb has 1 rows.*quantity 20000$/)
    const right = await doubted((sums) => sums)
    expect((await right.sumActivity(activityPlan)).cells.length).toBe(1)
    expect((await right.sumBalances(planWith())).cells.length).toBeGreaterThan(2)
    expect(readdirSync(process.env.TMPDIR ?? '')).toEqual([])
  })
})
