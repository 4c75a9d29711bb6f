import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import { type InputsFile, readInputsFile } from '../../src/core/tables/inputs-file.ts'
import { openExports } from '../../src/engines/open.ts'
import { checked, edited, sound } from '../bad-input/support.ts'
import { activityPlan, folderWith, opened, summed, told } from '../engines/support.ts'
import { unmarked } from '../support/marks.ts'
import { GB18030 } from './gb18030.ts'

function read(yaml: string): { readonly said: InputsFile | undefined; readonly told: readonly string[] } {
  const findings = new Findings()
  const said = readInputsFile(yaml, 'inputs.yaml', findings.report)
  return { said, told: told(findings) }
}

describe('inputs.yaml', () => {
  it.each<readonly [yaml: string, code: string]>([
    ['clients:\n  ▸files: a.csv\n', 'scheme-key-unknown'],
    ['▸client:\n  file: a.csv\n', 'scheme-key-unknown'],
    ['clients: ▸a.csv\n', 'scheme-entry-wanted'],
    ['clients:\n  file: ▸/etc/a.csv\n', 'inputs-file'],
    ['clients:\n  file: ▸../a.csv\n', 'inputs-file'],
    ['clients:\n  file: ▸a/../b.csv\n', 'inputs-file'],
    ['clients:\n  file: ▸a//b.csv\n', 'inputs-file'],
    ['clients:\n  file: ▸a/\n', 'inputs-file'],
    ['clients:\n  file: ▸.\n', 'inputs-file'],
    ['clients:\n  file: ▸C:\\a.csv\n', 'inputs-file'],
    ['clients:\n  file: ▸a\\b.csv\n', 'inputs-file'],
    ['clients:\n  file: [a.csv, ▸../b.csv]\n', 'inputs-file'],
    ['clients:\n  file: [a.csv, ▸a.csv]\n', 'scheme-listed-twice'],
    ['clients:\n  ▸file: []\n', 'scheme-list-wanted'],
    ['clients:\n  encoding: ▸gbk\n', 'scheme-choice'],
    ['clients:\n  delimiter: ▸":"\n', 'inputs-delimiter'],
    ['clients:\n  delimiter: ▸",,"\n', 'inputs-delimiter'],
    ['clients:\n  aliases: { 名: ▸nam }\n', 'scheme-choice'],
    ['clients:\n  date: ▸DD.MM.YYYY\n', 'scheme-choice'],
    ['clients:\n  date: { ▸name: YYYYMMDD }\n', 'scheme-key-unknown'],
    ['targets:\n  ▸date: YYYYMMDD\n', 'scheme-key-unknown'],
    ['targets:\n  numbers: { thousands: ▸true }\n', 'scheme-choice'],
    ['clients:\n  numbers: { ▸name: { full_width: yes } }\n', 'scheme-key-unknown'],
    ['targets:\n  numbers: { value: { ▸decimal: yes } }\n', 'scheme-key-unknown'],
    ['targets:\n  unit: { value: ▸亿元 }\n', 'scheme-choice'],
    ['assignments:\n  ▸unit: { share: 万元 }\n', 'scheme-key-unknown'],
    ['clients:\n  values: { ▸nam: { a: b } }\n', 'scheme-key-unknown'],
    ['clients:\n  values: { name: ▸b }\n', 'scheme-entry-wanted'],
    ['clients:\n  values: { opened_on: { 年初: ▸2004/1/1 } }\n', 'inputs-value'],
    ['clients:\n  values: { client_id: { "-": ▸"" } }\n', 'inputs-value'],
    ['targets:\n  values: { value: { 无: ▸"1,000" } }\n', 'inputs-value'],
    ['clients:\n  ▸products: [demand]\n', 'scheme-key-unknown'],
    ['balances:\n  products: [demand, ▸demand]\n', 'scheme-listed-twice'],
    ['clients:\n  expect: { rows: ▸1.5 }\n', 'inputs-number'],
    ['clients:\n  expect: { ▸sums: { name: 1 } }\n', 'scheme-key-unknown'],
    ['assignments:\n  expect: { ▸sums: { share: 1 } }\n', 'scheme-key-unknown'],
    ['balances:\n  expect: { sums: { balance: ▸1e3 } }\n', 'inputs-number'],
    ['balances:\n  snapshots: ▸hourly\n', 'scheme-choice'],
    ['clients:\n  ▸snapshots: daily\n', 'scheme-key-unknown'],
    ['clients:\n  ids_end_in_zeros: [▸name]\n', 'scheme-choice'],
    ['▸- a\n', 'scheme-entry-wanted'],
    ['clients: {\n▸', 'yaml-unclosed'],
  ])('%j: %s', (yaml, code) => {
    const { text, places } = unmarked(yaml)
    const { said, told } = read(text)
    expect(told).toEqual(places.map((place) => `inputs.yaml:${place} ${code}`))
    expect(said).toBeUndefined()
  })

  it('is plain data', () => {
    const { said } = read(`
balances:
  file: [bal-*.csv, old/bal.csv]
  encoding: gb18030
  delimiter: '\\t'
  aliases: { 户号: account_id }
  date: YYYYMMDD
  numbers: { thousands: yes, full_width: yes, balance: { full_width: no } }
  unit: { balance: 万元 }
  values: { product: { 活期: demand } }
  products: [demand, term]
  expect: { rows: 2, sums: { balance: 1.5 } }
  ids_end_in_zeros: account_id
  snapshots: changes
`)
    const place = (line: number, column: number, field: string, value: string) => ({
      ...{ file: 'inputs.yaml', line, column, field, value },
    })
    const known = new Set(['demand', 'term'])
    const expected = new Map([
      [
        'balances',
        {
          files: [
            { pattern: 'bal-*.csv', place: place(3, 10, 'balances.file.0', 'bal-*.csv') },
            { pattern: 'old/bal.csv', place: place(3, 21, 'balances.file.1', 'old/bal.csv') },
          ],
          encoding: 'gb18030',
          delimiter: '\t',
          aliases: new Map([['户号', 'account_id']]),
          forms: new Map<string, object>([
            ['date', { date: 'YYYYMMDD', fullWidth: true }],
            ['account_id', { fullWidth: true }],
            ['client_id', { fullWidth: true }],
            ['product', { fullWidth: true, values: new Map([['活期', 'demand']]), known }],
            ['balance', { thousands: true, shift: 4 }],
            ['manager_id', { fullWidth: true }],
            ['currency', { fullWidth: true }],
            ['branch', { fullWidth: true }],
          ]),
          products: known,
          snapshots: 'changes',
          expect: [
            { of: 'rows', text: '2', place: place(12, 19, 'balances.expect.rows', '2') },
            {
              of: { column: 'balance' },
              text: '1.5',
              place: place(12, 39, 'balances.expect.sums.balance', '1.5'),
            },
          ],
          endingInZeros: new Set(['account_id']),
        },
      ],
    ])
    expect(said).toEqual(expected)
    expect(structuredClone(said)).toEqual(expected)
  })

  it('that is not understood leaves the tables unread', async () => {
    const { exports, findings } = await opened({
      'inputs.yaml': 'clients:\n  delimeter: ;\n',
      'clients.csv': 'client_id;name\nC1;x\n',
      'balance.csv': '',
    })
    expect(told(findings)).toEqual(['inputs.yaml:2:3 scheme-key-unknown'])
    expect([
      exports.understood,
      [...exports.tables],
      (await exports.readFiles()).map(({ path }) => path),
    ]).toEqual([false, [], ['inputs.yaml']])
  })
})

it('that is not understood is told with the faults of the scheme, and alone otherwise', async () => {
  const {
    told: found,
    marks,
    exit,
  } = await checked({
    'inputs.yaml': 'targets:\n  ▸delimeter: ;\n',
    'targets.csv': 'scope;target;period;value\nall;deposits;2024Q1;1000\n',
    'scheme.yaml': edited('scheme.yaml', 'total >= 60', '▸totl >= 60'),
  })
  expect(found).toEqual([`${marks[0]} scheme-key-unknown`, `${marks[1]} formula-name`])
  expect(exit).toBe(3)
})

/** What is told of a folder when its clients are read, and the names of those. */
async function clientsIn(files: Readonly<Record<string, string | Uint8Array>>) {
  const { exports, findings } = await opened(files)
  const rows = await exports.rows('clients')
  return { names: rows.map(({ cells }) => cells.name), told: told(findings) }
}

const CLIENTS = 'client_id,name\nC1,x\n'
const OTHERS = 'client_id,name\nC2,y\n'

describe('the files of a table', () => {
  it.each<
    readonly [
      file: string,
      Readonly<Record<string, string>>,
      names: readonly string[],
      told: readonly string[],
    ]
  >([
    ['k.csv', { 'k.csv': CLIENTS }, ['x'], []],
    ['k.dat', { 'k.dat': CLIENTS }, ['x'], []],
    ['"*.csv"', { 'b.csv': OTHERS, 'a.csv': CLIENTS }, ['x', 'y'], []],
    ['k?.csv', { 'k1.csv': CLIENTS, 'k12.csv': OTHERS }, ['x'], ['k12.csv file-unknown']],
    ['k.c?v', { 'k.csv': CLIENTS, kxcsv: OTHERS }, ['x'], []],
    ['out/客户-*.csv', { 'out/客户-1.csv': CLIENTS, 'out/客户-2.csv': OTHERS }, ['x', 'y'], []],
    ['out/1.csv', { 'out/1.csv': CLIENTS, 'out/2.csv': OTHERS }, ['x'], ['out/2.csv file-unknown']],
    ['"*/1.csv"', { 'a/1.csv': CLIENTS, 'b/1.csv': OTHERS, '.c/1.csv': OTHERS }, ['x', 'y'], []],
    ['"*.csv"', { '.a.csv': OTHERS, 'a.csv': CLIENTS }, ['x'], ['.a.csv file-unknown']],
    ['clients.csv', { 'clients.csv': CLIENTS }, ['x'], []],
    ['clients/1.csv', { 'clients/1.csv': CLIENTS }, ['x'], []],
    ['k.csv', { 'k.csv': CLIENTS, 'clients.csv': OTHERS }, ['x'], ['clients.csv file-not-named']],
    ['k.csv', { 'k.csv': CLIENTS, 'clients/a.csv': OTHERS }, ['x'], ['clients file-not-named']],
    [
      'k.csv',
      { 'clients.csv': OTHERS },
      [],
      ['inputs.yaml:2:9 file-not-found', 'clients.csv file-not-named'],
    ],
    ['K.csv', { 'k.csv': CLIENTS }, [], ['inputs.yaml:2:9 file-not-found', 'k.csv file-unknown']],
    ['a(b)+.csv', { 'a(b)+.csv': CLIENTS }, ['x'], []],
    ['k', { 'k/a.csv': CLIENTS }, [], ['inputs.yaml:2:9 file-not-found', 'k file-unknown']],
    ['[k.csv, m.csv]', { 'k.csv': CLIENTS }, ['x'], ['inputs.yaml:2:17 file-not-found']],
    ['k.parquet', { 'k.parquet': 'PAR1' }, [], ['k.parquet parquet-table']],
    ['"k.*"', { 'k.csv': CLIENTS, 'k.parquet': '' }, ['x'], ['k.parquet parquet-table']],
    ['[k.csv, "k*"]', { 'k.csv': CLIENTS, 'k.csv.gz': '' }, [], ['k.csv table-two-forms']],
  ])('%s of %j', async (file, files, names, expected) => {
    const found = await clientsIn({ 'inputs.yaml': `clients:\n  file: ${file}\n`, ...files })
    const besides = found.told.filter((each) => !each.startsWith('k.csv.gz'))
    expect(besides).toEqual(expected)
    if (!expected.some((each) => each.endsWith('two-forms'))) expect(found.names).toEqual(names)
  })
})

const GB_CLIENTS = GB18030(['client_id,name', 'C1,李', ''])

describe('the encoding stated', () => {
  it.each<readonly [string, string | Uint8Array, readonly string[], readonly (string | undefined)[]]>([
    ['gb18030', GB_CLIENTS, [], ['李']],
    ['gb18030', CLIENTS, [], ['x']],
    ['utf-8', CLIENTS, [], ['x']],
    ['utf-8', GB_CLIENTS, ['clients.csv:2:1 file-encoding'], []],
    ['gb18030', '\uFEFFclient_id,name\nC1,x\n', ['clients.csv:1:1 file-encoding'], []],
    ['gb18030', 'client_id,name\nC1,x\nC2,李\n', ['clients.csv:3:1 file-encoding'], []],
  ])('%s', async (encoding, clients, expected, names) => {
    const yaml = `clients: { encoding: ${encoding} }\n`
    const found = await clientsIn({ 'inputs.yaml': yaml, 'clients.csv': clients })
    expect(found).toEqual({ told: expected, names })
  })
})

describe('the delimiter stated', () => {
  it.each([',', ';', '|', '\t'])('%j parts cells, and faults have their places', async (sign) => {
    const files = (text: (line: string) => string | Uint8Array) => ({
      'inputs.yaml': `clients: { delimiter: ${JSON.stringify(sign)} }\n`,
      'clients.csv': text(
        ['client_id,name,opened_on', 'C1,"a,b",', 'C2,李亅,2004-02-30', 'C3,亅', 'C4,x"y,', ''].join('\n'),
      ),
    })
    const expected = {
      names: [`a${sign}b`],
      told: ['clients.csv:3:7 cell-day', 'clients.csv:4:1 row-short', 'clients.csv:5:4 quote-inside'],
    }
    const parted = (text: string) => text.replaceAll(',', sign)
    expect(await clientsIn(files(parted))).toEqual(expected)
    expect(await clientsIn(files((text) => GB18030([parted(text)])))).toEqual(expected)
  })
})

it('one file may serve two tables', async () => {
  const yaml = 'clients: { file: all.csv }\nposts: { file: all.csv }\n'
  const { exports, findings } = await opened({
    'inputs.yaml': yaml,
    'all.csv': 'client_id,manager_id,from\nC1,M1,2004-01-01\n',
  })
  expect((await exports.rows('clients')).map(({ cells }) => cells.client_id)).toEqual(['C1'])
  expect((await exports.rows('posts')).map(({ cells }) => cells.manager_id)).toEqual(['M1'])
  expect((await exports.readFiles()).map(({ path }) => path)).toEqual(['all.csv', 'inputs.yaml'])
  expect(new Set(findings.sorted.map(({ code }) => code))).toEqual(new Set(['column-unknown']))
})

it('a name that leads out of the folder by a link is told once', async () => {
  const folder = folderWith({ 'inputs.yaml': 'clients: { file: out/k.csv }\n' })
  symlinkSync('/', join(folder, 'out'))
  const findings = new Findings()
  await openExports(folder, findings.report)
  expect(told(findings)).toEqual(['out file-outside'])
})

it.each([
  ['client_id;name\nC1;x\n', ["';'", 'clients']],
  ['客户号|客户名称\nC1|x\n', ["'|'", 'clients']],
  ['client_id\tname\nC1\tx\n', ['tab', 'clients']],
])('a header parted by another sign, %j, is told once', async (clients, facts) => {
  const { exports, findings } = await opened({ 'clients.csv': clients })
  expect(await exports.rows('clients')).toEqual([])
  expect(told(findings)).toEqual(['clients.csv:1:1 header-delimiter'])
  expect(findings.sorted.map(({ facts: { sign, table } }) => [sign, table])).toEqual([facts])
})

describe('what the source states', () => {
  const TARGETS = 'scope,target,period,value\nall,a,2004Q1,1.5\nall,b,2004Q1,-0.25\n'
  const ACTIVITY =
    'date,kind,manager_id,quantity,amount\n2004-03-01,visit,M1,,5.05\n2004-03-01,call,M1,2,-1\n'

  it.each<readonly [expect: string, unit: string, readonly string[]]>([
    ['{ rows: 2, sums: { value: 1.25 } }', 'yuan', []],
    ['{ rows: 2, sums: { value: 1.2500 } }', '万元', []],
    ['{ rows: 3, sums: { value: 12500 } }', '万元', ['3:19 expect-rows', '3:37 expect-sum']],
    ['{ rows: 0 }', 'yuan', ['3:19 expect-rows']],
    ['{ sums: { value: -1.25 } }', '元', ['3:28 expect-sum']],
  ])('of targets: %s in %s', async (stated, unit, expected) => {
    const yaml = `targets:\n  unit: { value: ${unit} }\n  expect: ${stated}\n`
    const { exports, findings } = await opened({ 'inputs.yaml': yaml, 'targets.csv': TARGETS })
    await exports.rows('targets')
    expect(told(findings)).toEqual(expected.map((each) => `inputs.yaml:${each}`))
  })

  it.each<readonly [expect: string, readonly string[]]>([
    ['{ rows: 2, sums: { quantity: 2, amount: 4.05 } }', []],
    ['{ rows: 1, sums: { quantity: 3, amount: 4.06 } }', ['expect-rows', 'expect-sum', 'expect-sum']],
  ])('of activity: %s', async (stated, expected) => {
    const yaml = `activity:\n  expect: ${stated}\n`
    const { exports, findings } = await opened({ 'inputs.yaml': yaml, 'activity.csv': ACTIVITY })
    await exports.sumActivity(activityPlan)
    expect(findings.sorted.map(({ code }) => code)).toEqual(expected)
  })

  it('is not held against rows of which some were refused', async () => {
    const { exports, findings } = await opened({
      'inputs.yaml': 'targets:\n  expect: { rows: 9 }\n',
      'targets.csv': TARGETS.replace('1.5', 'x'),
    })
    await exports.rows('targets')
    expect(told(findings)).toEqual(['targets.csv:2:14 cell-number'])
  })
})

it.each([
  ['daily', 100_00n],
  ['changes', 91n * 100_00n],
])('balances are %s', async (snapshots, expected) => {
  const { sums } = await summed({
    'inputs.yaml': `balances: { snapshots: ${snapshots} }\n`,
    'balances.csv': 'date,account_id,client_id,product,balance,manager_id\n2004-01-01,A,C,demand,100.00,M1\n',
  })
  expect(sums.cells.reduce((sum, { amount }) => sum + amount, 0n)).toBe(expected)
})

describe('activity in another style', () => {
  const YAML = 'activity:\n  date: YYYYMMDD\n  products: [a]\n  numbers: { thousands: yes }\n'
  const HEADER = 'date,kind,manager_id,client_id,product,quantity,ref\n'

  it.each<readonly [row: string, readonly string[]]>([
    ['20040301,visit,M1,C1,a,"1,000",r', []],
    ['2004-03-01,visit,M1,C1,a,1,r', ['activity.csv:2:1 cell-day-declared']],
    ['20040301,visit,M1,C1,b,"1,00",r', ['activity.csv:2:22 cell-product', 'activity.csv:2:24 cell-groups']],
    ['20040301,visit,M1,C1,,1,r', []],
    [
      '20040301,visit,M1,1.2E+15,a,1,2E+18',
      ['activity.csv:2:19 cell-id-exponent', 'activity.csv:2:31 cell-id-exponent'],
    ],
    ['合计,,,,,"1,000",', ['activity.csv:2:1 row-total']],
  ])('%s', async (row, expected) => {
    const { exports, findings } = await opened({ 'inputs.yaml': YAML, 'activity.csv': `${HEADER}${row}\n` })
    await exports.sumActivity(activityPlan)
    expect(told(findings)).toEqual(expected)
  })

  it('tells of ids that a spreadsheet has rounded', async () => {
    const rows = [1, 2].map((index) => `20040301,visit,M1,622848000${index}234560000,a,1,r${index}\n`)
    const { exports, findings } = await opened({
      'inputs.yaml': YAML,
      'activity.csv': HEADER + rows.join(''),
    })
    await exports.sumActivity(activityPlan)
    expect(told(findings)).toEqual(['activity.csv:2:19 ids-rounded'])
  })
})

it('lost zeros are told between assignments and clients', async () => {
  const { told: found, exit } = await checked({
    'clients.csv': 'client_id\n0007\n8\nC1\nC2\n',
    'assignments.csv':
      'account_id,client_id,manager_id,from\nA1,,M1,2024-01-01\n,▸7,M1,2024-01-01\n,▸008,M1,2024-01-01\n,9,M1,2024-01-01\n▸0012,,M1,2024-01-01\n',
    'balances.csv': `${sound('balances.csv')}2024-03-31,12,C2,demand,1,M1\n`,
  })
  expect(found).toEqual([
    'assignments.csv:3:2 id-zeros',
    'assignments.csv:4:2 id-zeros',
    'assignments.csv:6:1 id-zeros',
  ])
  expect(exit).toBe(1)
})
