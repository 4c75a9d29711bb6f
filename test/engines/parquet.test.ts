import { mkdirSync, mkdtempSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import type { BalancePlan } from '../../src/core/tables/engine.ts'
import { openExports } from '../../src/engines/open.ts'
import { runSql, writeParquet } from '../support/parquet.ts'
import { dayOf, folderWith, HEADER, planWith, summed, told } from './support.ts'

const calls = vi.hoisted(() => ({ throughCsv: 0 }))
vi.mock('../../src/engines/duckdb/through-csv.ts', async (original) => {
  const real = await original<typeof import('../../src/engines/duckdb/through-csv.ts')>()
  const sumsThroughCsv: typeof real.sumsThroughCsv = (...args) => {
    calls.throughCsv += 1
    return real.sumsThroughCsv(...args)
  }
  return { ...real, sumsThroughCsv }
})

/** A folder of its own for all temporary files, so that a test sees what is left in it. */
const realTmp = process.env.TMPDIR
let temporary = ''
beforeEach(() => {
  calls.throughCsv = 0
  temporary = mkdtempSync(join(realTmp ?? '/tmp', 'rm-appraise-test-'))
})
afterEach(() => {
  if (realTmp === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = realTmp
})

async function sumFolder(dir: string, plan: Partial<BalancePlan> = {}, memory = '1GB') {
  const findings = new Findings()
  const exports = await openExports(dir, findings.report, { memory })
  process.env.TMPDIR = temporary
  const sums = await exports.sumBalances(planWith(plan))
  const left = readdirSync(temporary).filter((name) => name.includes('spill'))
  expect(left, 'nothing is left behind').toEqual([])
  return { sums, findings, told: told(findings), exports }
}

/** Sums Parquet files made of CSV rows, each with the header. */
async function summedRows(
  files: Readonly<Record<string, string>>,
  { typed = false, ...plan }: Partial<BalancePlan> & { readonly typed?: boolean } = {},
) {
  const dir = folderWith({})
  for (const [name, rows] of Object.entries(files)) {
    if (name.includes('/')) mkdirSync(join(dir, 'balances'), { recursive: true })
    await writeParquet((HEADER + rows).trim(), join(dir, name), typed)
  }
  return sumFolder(dir, plan)
}

/** Sums one Parquet file that a query makes. */
async function summedQuery(query: string, plan: Partial<BalancePlan> = {}, memory?: string) {
  const dir = folderWith({})
  await runSql(`copy (${query}) to '${join(dir, 'balances.parquet')}' (format parquet)`)
  return sumFolder(dir, plan, memory)
}

const SOUND = '2004-03-31,Z,C,demand,5,M1,CNY,\n'

describe('a faulty row of Parquet is told with its number', () => {
  test.each([
    ['2004-03-31,A,C,demand,"1,000.00",M1,,', ['balances.parquet:2 cell-thousands']],
    ['2004-03-31,A,C,demand,1e3,M1,,', ['balances.parquet:2 cell-exponent']],
    ['2004-03-31,A,C,demand,1_000,M1,,', ['balances.parquet:2 cell-number']],
    ['2004-03-31,A,C,demand,+5,M1,,', ['balances.parquet:2 cell-signs']],
    ['2004-03-31,A,C,demand,.5,M1,,', ['balances.parquet:2 cell-number']],
    ['2004-03-31,A,C,demand,5.,M1,,', ['balances.parquet:2 cell-number']],
    ['2004-03-31,A,C,demand," 5",M1,,', ['balances.parquet:2 cell-signs']],
    ['2004-03-31,A,C,demand,１２,M1,,', ['balances.parquet:2 cell-full-width']],
    ['2004-03-31,A,C,demand,123.456,M1,,', ['balances.parquet:2 cell-decimals']],
    [
      '2004-03-31,A,C,demand,12345678901234567890123456789012345678901,M1,,',
      ['balances.parquet:2 cell-number'],
    ],
    ['2004-03-31,A,C,demand,,M1,,', ['balances.parquet:2 cell-empty']],
    ['2004-02-30,A,C,demand,5,M1,,', ['balances.parquet:2 cell-day']],
    ['2004/03/31,A,C,demand,5,M1,,', ['balances.parquet:2 cell-day-form']],
    ['2004-3-31,A,C,demand,5,M1,,', ['balances.parquet:2 cell-day']],
    ['0000-03-31,A,C,demand,5,M1,,', ['balances.parquet:2 cell-day']],
    ['12004-03-31,A,C,demand,5,M1,,', ['balances.parquet:2 cell-day']],
    ['"2004-03-31 ",A,C,demand,5,M1,,', ['balances.parquet:2 cell-day']],
    [',A,C,demand,5,M1,,', ['balances.parquet:2 cell-empty']],
    ['2004-03-31,,C,demand,5,M1,,', ['balances.parquet:2 cell-empty']],
    ['2004-03-31,A,,demand,5,M1,,', ['balances.parquet:2 cell-empty']],
    ['2004-03-31,A,C,,5,M1,,', ['balances.parquet:2 cell-empty']],
    ['2004-03-31," A",C,demand,5,M1,,', ['balances.parquet:2 cell-blanks']],
    ['2004-03-31,A,C\u3000,demand,5,M1,,', ['balances.parquet:2 cell-blanks']],
    ['2004-03-31,A,C,demand\u00a0,5,M1,,', ['balances.parquet:2 cell-blanks']],
    ['2004-03-31,A,C,demand,5,\ufeffM1,,', ['balances.parquet:2 cell-blanks']],
    ['2004-03-31,A,C,demand,5,M9,,', ['balances.parquet:2 manager-unknown']],
    ['2004-03-31,A,C,demand,5,M1,USD,', ['balances.parquet:2 rate-missing']],
    ['2004-03-31,A,C,demand,5,M1,"US ",', ['balances.parquet:2 cell-blanks']],
    ['2004-03-31,A,C,demand,5,M1,," x"', ['balances.parquet:2 cell-blanks']],
    ['2004-03-31,Z,C,demand,6,M2,,', ['balances.parquet:2 balance-twice']],
    ['2004-03-29,Z,C,demand,6,M2,,', ['balances balance-days-hole']],
    [
      '2004-02-30,"行\n2","C\n\nD"," demand",5,M1,,',
      ['balances.parquet:2 cell-blanks', 'balances.parquet:2 cell-day'],
    ],
  ])('%j', async (row, expected) => {
    const { told } = await summedRows({ 'balances.parquet': `${SOUND}${row}\n${SOUND.replace('Z', 'Y')}` })
    expect(told).toEqual(expected)
  })

  test('after rows with line breaks, in the file where it stands, and only so often', async () => {
    const good = '2004-03-31,"A\nB","C\n\nD",demand,5,M1,,\n'
    const many = Array.from({ length: 10_003 }, (_, row) => `2004-03-31,B${row},C,demand,x,M1,,\n`)
    const { told } = await summedRows({
      'balances/1.parquet': SOUND,
      'balances/2.parquet': `${good}2004-03-31,Y,C,demand,5,M9,,\n`,
      'balances/3.parquet': many.join(''),
    })
    expect(told.filter((each) => !each.endsWith('cell-number'))).toEqual([
      'balances/2.parquet:2 manager-unknown',
      'balances/3.parquet more-errors',
    ])
    expect(told.length).toBe(10_002)
  })
})

describe('columns of Parquet', () => {
  const row = (columns: string) =>
    `select date '2004-03-31' as date, 'A' as account_id, 'C' as client_id, 'demand' as product, 'M1' as manager_id, ${columns}`

  test.each([
    ['5::double as balance', ['balances.parquet column-type']],
    ['5::float as balance', ['balances.parquet column-type']],
    [`5 as balance, 7 as branch`, ['balances.parquet column-type']],
    ['5 as amount', ['balances.parquet column-missing', 'balances.parquet column-unknown']],
    ['5 as balance, 6 as "余额"', ['balances.parquet column-twice']],
    ['5 as balance, 6 as more', ['balances.parquet column-unknown']],
    ['1.005::decimal(18, 3) as balance', ['balances.parquet:1 cell-decimals']],
    ['null::decimal(18, 2) as balance', ['balances.parquet:1 cell-empty']],
  ])('%s', async (columns, expected) => {
    expect((await summedQuery(row(columns))).told).toEqual(expected)
  })

  test.each([
    ['-5 as balance', -500n],
    ['5::utinyint as balance', 500n],
    ['9223372036854775807::bigint as balance', 922_337_203_685_477_580_700n],
    ['-1.5000::decimal(18, 4) as balance', -150n],
    ['-0.01::decimal(9, 2) as balance', -1n],
    [
      '1234567890123456789012345678901234.56::decimal(36, 2) as balance',
      123_456_789_012_345_678_901_234_567_890_123_456n,
    ],
    [
      "'1234567890123456789012345678901234567.8' as balance",
      123_456_789_012_345_678_901_234_567_890_123_456_780n,
    ],
    ["'007.50' as balance", 750n],
  ])('%s is read exactly', async (columns, expected) => {
    const { sums, told } = await summedQuery(row(columns))
    expect([told, sums.cells.map(({ amount }) => amount)]).toEqual([[], [expected]])
  })

  test('with days as timestamps are read where the clock says nothing', async () => {
    const at = (time: string) =>
      summedQuery(`select timestamp '2004-03-31 ${time}' as date, 'A' as "账号", 'C' as CLIENT_ID,
        'demand' as product, 5 as balance`)
    const [sound, faulty] = [await at('00:00:00'), await at('10:30:00')]
    expect([sound.told, sound.sums.cells[0]?.days]).toEqual([[], 1 << 30])
    expect(faulty.told).toEqual(['balances.parquet:1 cell-day'])
  })
})

describe('sound Parquet', () => {
  const days = Array.from({ length: 91 }, (_, day) => day)
  const dateOf = (day: number) => new Date(Date.UTC(2004, 0, 1 + day)).toISOString().slice(0, 10)
  const rows = days.flatMap((day) =>
    Array.from({ length: 12 }, (_, account) => {
      const [currency, manager] = [['', 'CNY', 'USD'][account % 3], ['M1', 'M2', ''][day % 3]]
      const branch = account % 2 ? 'east' : ''
      return `${dateOf(day)},A${account},C${account % 4},${account % 5 ? 'term' : 'demand'},${day * account}.5,${manager},${currency},${branch}\n`
    }),
  )
  const end = '2004-02-01,E,C1,demand,7,M1,,\n'
  const text = rows.join('') + end
  const always = [{ first: dayOf('2004-01-01'), last: dayOf('2004-12-31'), number: 3 }]
  const assigned = {
    ...planWith().owners,
    managers: undefined,
    accounts: new Map([
      ['A1', always],
      ['none', always],
    ]),
    clients: new Map([['C2', always]]),
  }
  const plan = {
    otherRate: 1,
    watched: new Map(
      ['C1', 'C2'].map((client) => [client, new Set([dayOf('2004-01-03'), dayOf('2004-01-04')])]),
    ),
  }

  test.each([
    ['text', false, {}],
    ['typed', true, {}],
    ['typed and assigned', true, { owners: assigned }],
  ])('(%s) is summed by columns to the cells of scan', async (_, typed, more) => {
    const csv = await summed({ 'balances.csv': HEADER + text }, { ...plan, ...more })
    const half = rows.length >> 1
    const parts = {
      'balances/1.parquet': rows.slice(half).join(''),
      'balances/2.parquet': rows.slice(0, half).join('') + end,
    }
    const parquet = await summedRows(parts, { ...plan, ...more, typed })
    expect([parquet.told, calls.throughCsv]).toEqual([[], 0])
    expect(parquet.sums.cells).toEqual(csv.sums.cells)
    expect([parquet.sums.rows, parquet.sums.whole]).toEqual([csv.sums.rows, true])
    for (const client of ['C1', 'C2', 'C3'])
      for (const day of ['2004-01-03', '2004-01-04', '2004-01-05'])
        expect(parquet.sums.managerOf(client, dayOf(day))).toBe(csv.sums.managerOf(client, dayOf(day)))
    const place = { file: 'balances/2.parquet', line: half + 1 }
    expect([...parquet.sums.openEnds(dayOf('2004-03-31'))]).toEqual([
      { account: 'E', currency: '', day: dayOf('2004-02-01'), place },
    ])
    if ('owners' in more) expect(['A1', 'none'].map(parquet.sums.hasAccount)).toEqual([true, false])
  })

  test('over many years is too, and a hole in it is found', async () => {
    const long = Array.from({ length: 900 }, (_, day) => `${dateOf(day)},A,C,demand,1,M1,,\n`)
    const { told, sums } = await summedRows({ 'balances.parquet': long.join('') }, { typed: true })
    expect([told, sums.rows, calls.throughCsv]).toEqual([[], 900, 0])
    const holed = `${long.filter((_, day) => day !== 500).join('')}2005-05-15,B,C,demand,1,M1,,\n`
    const found = await summedRows({ 'balances.parquet': holed }, { typed: true })
    expect(found.told).toEqual(['balances balance-hole'])
  })

  test('of thousands of products has them share one name', async () => {
    const many = Array.from({ length: 2100 }, (_, row) => `2004-03-31,P${row},C,text ${row},0.01,M1,,\n`)
    const { sums } = await summedRows({
      'balances.parquet': `${many.join('')}2004-03-31,D,C,demand,5,M1,,\n`,
    })
    expect(sums.cells.map(({ product, rows: count }) => [product, count])).toEqual([
      ['', 2100],
      ['demand', 1],
    ])
  })
})

describe('Parquet that says what CSV says in another way', () => {
  const CHANGES = 'balances:\n  snapshots: changes\n'
  const FORMS =
    'balances:\n  date: YYYYMMDD\n  unit: { balance: 万元 }\n  values: { product: { 活期: demand } }\n'
  test.each([
    [
      'changes',
      CHANGES,
      '2004-02-10,A,C,demand,5,M1,,\n2004-01-05,A,C,term,7.5,M2,,\n2004-03-30,B,C,term,1,M1,,\n',
    ],
    [
      'days, units and words of the bank',
      FORMS,
      '20040330,A,C,活期,1.23456,M1,,\n20040331,A,C,活期,2,M1,,\n',
    ],
  ])('(%s) is read as CSV is', async (_, yaml, rows) => {
    const csv = await summed({ 'inputs.yaml': yaml, 'balances.csv': HEADER + rows })
    const dir = folderWith({ 'inputs.yaml': yaml })
    await writeParquet((HEADER + rows).trim(), join(dir, 'balances.parquet'), false)
    const parquet = await sumFolder(dir)
    expect([parquet.told, csv.told, calls.throughCsv]).toEqual([[], [], 1])
    expect(parquet.sums.cells).toEqual(csv.sums.cells)
    expect([parquet.sums.rows, parquet.sums.cells.length > 0]).toEqual([csv.sums.rows, true])
  })
})

describe('sound Parquet is summed by columns', () => {
  const days = (rows: readonly string[]) =>
    ['2004-03-30', '2004-03-31'].flatMap((day) => rows.map((row) => `${day},${row}\n`)).join('')
  const summedWith = async (yaml: string, rows: string, plan: Partial<BalancePlan> = {}) => {
    const files = yaml === '' ? {} : { 'inputs.yaml': `balances:\n  ${yaml}\n` }
    const csv = await summed({ ...files, 'balances.csv': HEADER + rows }, plan)
    const dir = folderWith(files)
    await writeParquet((HEADER + rows).trim(), join(dir, 'balances.parquet'), true)
    const parquet = await sumFolder(dir, plan)
    expect(parquet.sums.cells).toEqual(csv.sums.cells)
    const codes = (found: readonly string[]) => found.map((each) => each.split(' ')[1])
    expect(codes(parquet.told)).toEqual(codes(csv.told))
    return { told: parquet.told, throughCsv: calls.throughCsv }
  }

  test.each([
    ['the currency of the scheme', ['CNY']],
    ['one foreign currency', ['USD']],
    ["the scheme's in two ways", ['CNY', '']],
    ['several', ['CNY', '', 'USD', 'EUR']],
  ])('in %s', async (_, currencies) => {
    const rows = currencies.flatMap((currency, at) => [
      `A${at},C1,demand,5.25,M1,${currency},`,
      `B${at},C2,demand,7,,${currency},${['', 'east'][at % 2]}`,
      `${at > 0 && currency === 'USD' ? 'A0' : `D${at}`},C,term,1,M2,${currency},`,
    ])
    expect(await summedWith('', days(rows), { otherRate: 1 })).toEqual({ told: [], throughCsv: 0 })
    const owned = days(rows.filter((row) => row.includes('M')))
    expect(await summedWith('', owned, { otherRate: 1 })).toEqual({ told: [], throughCsv: 0 })
  })

  test('where its source states its rows and its sum', async () => {
    const rows = days(['A,C,demand,5.25,M1,,', 'B,C,demand,7,M1,,'])
    const right = 'expect: { rows: 4, sums: { balance: 24.5 } }'
    expect(await summedWith(right, rows)).toEqual({ told: [], throughCsv: 0 })
    const wrong = await summedWith('expect: { rows: 5, sums: { balance: 24.51 } }', rows)
    expect(wrong.told).toEqual(['inputs.yaml:2:19 expect-rows', 'inputs.yaml:2:39 expect-sum'])
    expect(wrong.throughCsv).toBe(0)
  })

  const ids = (ending: (at: number) => string) =>
    days(Array.from({ length: 40 }, (_, at) => `62220000123${1000 + at}${ending(at)},C,demand,1,M1,,`))
  test.each([
    ['end in zeros once in ten times', '', (at: number) => String(at % 10), [], 0],
    ['all end in a zero', '', () => '0', ['ids-rounded'], 1],
    ['often end in zeros', '', (at: number) => (at % 2 ? '123' : '000'), ['ids-perhaps-rounded'], 1],
    ['really end so', 'ids_end_in_zeros: account_id', () => '000', [], 0],
  ] as const)(
    'with long ids that %s, unless they look rounded',
    async (_, yaml, ending, codes, throughCsv) => {
      const found = await summedWith(yaml, ids(ending))
      expect(found).toEqual({ told: codes.map((code) => `balances.parquet:41 ${code}`), throughCsv })
    },
  )

  test('but not where all long ids of clients look rounded', async () => {
    const rows = Array.from({ length: 4 }, (_, at) => `A${at},11010119900${1000 + at}000,demand,1,M1,,`)
    expect((await summedWith('', days(rows))).throughCsv).toBe(1)
  })

  test('but not where a day is none', async () => {
    const dir = folderWith({})
    const file = join(dir, 'balances.parquet')
    await runSql(`copy (select 'infinity'::date as date, 'A' as account_id, 'C' as client_id, 'demand' as product,
      5 as balance) to '${file}' (format parquet)`)
    expect((await sumFolder(dir)).told).toEqual(['balances.parquet:1 cell-day'])
  })
})

describe('a Parquet file', () => {
  test('that is none, or is cut off, is refused', async () => {
    for (const content of ['PAR1', 'PAR1\0\0\0\0PAR1', 'date,account_id\n']) {
      const { told, sums } = await sumFolder(folderWith({ 'balances.parquet': content }))
      expect([told, sums.whole]).toEqual([['balances.parquet parquet-damaged'], false])
    }
    expect((await sumFolder(folderWith({ 'balances.parquet': '' }))).told).toEqual([
      'balances.parquet file-empty',
    ])
  })

  test('beside CSV, or asked to be read by scan, is refused', async () => {
    const two = await sumFolder(folderWith({ 'balances/1.csv': HEADER, 'balances/2.parquet': 'PAR1' }))
    expect(two.told).toEqual(['balances table-two-forms'])
    const findings = new Findings()
    const exports = await openExports(folderWith({ 'balances.parquet': 'PAR1' }), findings.report, {
      engine: 'scan',
    })
    expect(told(findings)).toEqual(['balances.parquet parquet-scan'])
    const sums = await exports.sumBalances(planWith())
    expect([sums.hasAccount('A'), sums.whole, exports.filled('balances')]).toEqual([true, false, true])
  })

  test('is hashed whole, and counts as filled where it has a row', async () => {
    const { exports } = await summedRows({ 'balances.parquet': SOUND })
    expect(
      (await exports.readFiles()).map(({ path, sha256 }) => [path, /^[0-9a-f]{64}$/.test(sha256)]),
    ).toEqual([['balances.parquet', true]])
    expect([exports.filled('balances'), exports.tables.has('balances')]).toEqual([true, true])
  })

  test('that changes after it was opened is refused', async () => {
    const dir = folderWith({})
    const path = join(dir, 'balances.parquet')
    await writeParquet((HEADER + SOUND).trim(), path, true)
    const findings = new Findings()
    const exports = await openExports(dir, findings.report)
    utimesSync(path, 1, 1)
    const sums = await exports.sumBalances(planWith())
    expect([told(findings), sums.whole]).toEqual([['balances.parquet file-changed'], false])
  })

  test('that needs more memory than allowed says so', async () => {
    const { told } = await summedQuery(
      `select date '2004-01-01' + (range % 90)::integer as date, 'account ' || range as account_id, 'C' as client_id,
        'demand' as product, 5 as balance from range(400000)`,
      {},
      '6MB',
    )
    expect(told).toEqual(['balances memory-short'])
  })
})
