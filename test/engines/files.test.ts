import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import { openExports } from '../../src/engines/open.ts'
import { folderWith, opened, planWith, told } from './support.ts'

const MANAGERS = 'manager_id,name,branch,grade\nM1,陈国栋,east,senior\n'
const CLIENTS = 'client_id,name\nC1,东湖\n'
const GB_CLIENTS = Buffer.concat([Buffer.from('client_id,name\nC1,'), Buffer.from('b2e2cad40a', 'hex')])

/** Opens a folder and reads the clients in it. */
async function clientsIn(files: Readonly<Record<string, string | Uint8Array>>) {
  const { exports, findings } = await opened(files)
  const rows = await exports.rows('clients')
  return { names: rows.map(({ cells }) => cells.name), told: told(findings), exports, findings }
}

describe('the tables of a folder', () => {
  test('are found in every form, with the hash of each file as it lies', async () => {
    const packed = gzipSync(CLIENTS)
    const yaml = 'managers:\n  aliases: { 工号: manager_id }\n'
    const { exports, findings } = await opened({
      'managers.csv': MANAGERS.replace('manager_id', '工号'),
      'clients/b.csv.gz': packed,
      'clients/a.csv': CLIENTS.replace('C1', 'C0'),
      'inputs.yaml': yaml,
      'scheme.yaml': '',
      'expected/2004Q1/ranking.csv': '',
    })
    const hash = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    expect((await exports.readFiles()).map(({ path }) => path)).toEqual([
      'clients/a.csv',
      'clients/b.csv.gz',
      'inputs.yaml',
      'managers.csv',
    ])
    expect((await exports.readFiles())[1]?.sha256).toBe(hash(packed))
    expect((await exports.readFiles())[2]?.sha256).toBe(hash(yaml))
    expect(Buffer.from(exports.inputsYaml ?? []).toString()).toBe(yaml)
    expect([...exports.tables].sort()).toEqual(['clients', 'managers'])
    expect((await exports.rows('clients')).map(({ cells }) => cells.client_id)).toEqual(['C0', 'C1'])
    expect((await exports.rows('managers')).map(({ cells }) => cells.manager_id)).toEqual(['M1'])
    expect(await exports.rows('fx')).toEqual([])
    expect(told(findings)).toEqual([])
  })

  test('say whether they have rows', async () => {
    const { exports } = await opened({
      'clients/a.csv': 'client_id\n',
      'clients/b.csv': 'client_id\r\n',
      'managers.csv': MANAGERS,
      'fx/1.csv': 'date,currency,rate\n',
      'fx/2.csv': 'date,currency,rate\nnot a row',
    })
    expect([exports.filled('clients'), exports.filled('managers')]).toEqual([false, true])
    expect([exports.filled('fx'), exports.filled('posts')]).toEqual([true, false])
  })

  test.each([
    [{ 'clients.csv': CLIENTS, 'clients.csv.gz': gzipSync(CLIENTS) }, ['clients.csv table-two-forms']],
    [{ 'clients.csv': CLIENTS, 'clients/1.csv': CLIENTS }, ['clients table-two-forms']],
    [
      { 'clients/1.csv': CLIENTS, 'clients/1.csv.gz': gzipSync('client_id,name\n') },
      ['clients/1.csv table-two-forms'],
    ],
    [{ 'client.csv': CLIENTS }, ['client.csv file-unknown']],
    [{ 'Clients.CSV': CLIENTS }, ['Clients.CSV file-unknown']],
    [{ 'managers.parquet': 'PAR1' }, ['managers.parquet file-unknown']],
    [{ 'expected.csv': CLIENTS, 'expected/a.csv': CLIENTS }, ['expected.csv file-unknown']],
    [{ 'balance/2004-01.csv': '', 'notes/readme.txt': '' }, ['balance file-unknown']],
    [{ 'balances/1.csv': 'date\n', 'balances/1.parquet': 'PAR1' }, ['balances table-two-forms']],
    [{ 'clients/1.parquet': 'PAR1' }, ['clients folder-empty', 'clients/1.parquet file-unread']],
    [{ 'clients/1.csv': CLIENTS, 'clients/2.CSV': '', 'clients/.x': '' }, ['clients/2.CSV file-unread']],
    [{ 'clients/readme.txt': '' }, ['clients folder-empty', 'clients/readme.txt file-unread']],
    [{ 'clients.csv/1.csv': CLIENTS }, ['clients.csv file-irregular']],
    [{ 'inputs.yaml/1.txt': '' }, ['inputs.yaml file-irregular']],
  ])('%j', async (files, expected) => {
    const { findings } = await opened(files)
    expect(told(findings)).toEqual(expected)
  })

  test('name the table most likely meant', async () => {
    const { findings } = await opened({ 'manager.csv': MANAGERS })
    expect(findings.sorted[0]?.facts).toEqual({
      file: 'manager.csv',
      likeliest: { en: ' (managers?)', zh: '（是否为 managers？）' },
    })
  })

  test('do not lie outside the folder', async () => {
    const outside = folderWith({ 'clients.csv': CLIENTS })
    const dir = folderWith({ 'real.txt': CLIENTS })
    symlinkSync(join(outside, 'clients.csv'), join(dir, 'managers.csv'))
    symlinkSync(join(dir, 'real.txt'), join(dir, 'clients.csv'))
    symlinkSync(join(dir, 'nowhere'), join(dir, 'fx.csv'))
    mkdirSync(join(dir, 'posts'))
    symlinkSync(join(outside, 'clients.csv'), join(dir, 'posts', '1.csv'))
    const findings = new Findings()
    const exports = await openExports(dir, findings.report)
    expect((await exports.rows('clients')).length).toBe(1)
    expect(told(findings)).toEqual([
      'fx.csv file-unreadable',
      'managers.csv file-outside',
      'posts/1.csv file-outside',
    ])
  })

  test('are not there where the folder is not', async () => {
    const findings = new Findings()
    const exports = await openExports('/nowhere/at/all', findings.report)
    expect(exports.tables.size).toBe(0)
    expect(told(findings)).toEqual(['. file-unreadable'])
  })
})

describe('text', () => {
  test.each([
    ['UTF-8', Buffer.from(CLIENTS), '东湖'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${CLIENTS}`), '东湖'],
    ['GB18030', GB_CLIENTS, '测试'],
    ['GB18030 with its mark', Buffer.concat([Buffer.from('84319533', 'hex'), GB_CLIENTS]), '测试'],
    ['packed GB18030', gzipSync(GB_CLIENTS), '测试'],
  ])('in %s is read', async (name, bytes, expected) => {
    const found = await clientsIn({ [name.startsWith('packed') ? 'clients.csv.gz' : 'clients.csv']: bytes })
    expect(found.told).toEqual([])
    expect(found.names).toEqual([expected])
  })

  test('is told apart for each file of a table', async () => {
    const found = await clientsIn({
      'clients/1.csv': CLIENTS.replace('C1', 'C0'),
      'clients/2.csv': GB_CLIENTS,
    })
    expect([found.names, found.told]).toEqual([['东湖', '测试'], []])
  })

  test('far behind in another encoding is found', async () => {
    const rows = Array.from({ length: 60_000 }, (_, row) => `C${row},plain\n`).join('')
    const bytes = Buffer.concat([
      Buffer.from(`client_id,name\n${rows}`),
      Buffer.from('X1,'),
      Buffer.from('b2e2cad40a', 'hex'),
    ])
    const found = await clientsIn({ 'clients.csv': bytes })
    expect(found.names.at(-1)).toBe('测试')
    expect(found.told).toEqual([])
  })

  test.each([
    ['neither encoding', Buffer.from([0x61, 0x0a, 0x62, 0xff, 0x0a]), ['clients.csv:2:1 file-undecodable']],
    [
      'a fault far behind',
      Buffer.concat([Buffer.from('编号\n好\n'), Buffer.from([0xff])]),
      ['clients.csv:3:1 file-undecodable'],
    ],
    ['a lone 80', Buffer.from([0x61, 0x0a, 0x80, 0x0a]), ['clients.csv:2:1 file-undecodable']],
    [
      'UTF-8 by its mark, but not inside',
      Buffer.concat([Buffer.from('\uFEFFa\n'), Buffer.from('b2e2', 'hex')]),
      ['clients.csv:2:1 file-undecodable'],
    ],
    ['a NUL byte', Buffer.from('client_id\nC1\nC\0\n'), ['clients.csv:3:1 file-nul']],
    [
      'a line without end',
      Buffer.from(`client_id\n${'x'.repeat(1_200_000)}`),
      ['clients.csv:2:1 row-too-long'],
    ],
    ['no byte', Buffer.alloc(0), ['clients.csv file-empty']],
    ['only a mark and a line end', Buffer.from('\uFEFF\r\n'), ['clients.csv file-empty']],
  ])('with %s is refused', async (_, bytes, expected) => {
    const found = await clientsIn({ 'clients.csv': bytes })
    expect(found.told).toEqual(expected)
    // What is refused is not missing besides.
    expect(found.exports.filled('clients')).toBe(true)
  })
})

describe('packed files', () => {
  const noise = Buffer.from(
    Array.from({ length: 20_000 }, (_, row) => `C${(row * 7919) % 20_011},n\n`).join(''),
  )
  const packed = gzipSync(Buffer.concat([Buffer.from('client_id,name\n'), noise]))
  const damaged = Buffer.from(packed)
  damaged[packed.length >> 1] = (damaged[packed.length >> 1] ?? 0) ^ 0xff

  test.each([
    ['cut off', packed.subarray(0, -5), ['gzip-cut']],
    ['cut in half', packed.subarray(0, packed.length >> 1), ['gzip-cut']],
    ['of no byte', Buffer.alloc(0), ['gzip-cut']],
    ['damaged', damaged, ['gzip-damaged']],
    ['with a wrong checksum', Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8)]), ['gzip-damaged']],
    ['followed by something else', Buffer.concat([packed, Buffer.from('rest')]), ['gzip-damaged']],
    ['that are not packed', Buffer.from(CLIENTS), ['gzip-damaged']],
    ['that unpack to nothing', gzipSync(''), ['file-empty']],
    ['that blow up', gzipSync(Buffer.alloc(80 * 1024 * 1024, 'C1,n\n')), ['gzip-bomb']],
  ])('%s are refused', async (_, bytes, codes) => {
    const found = await clientsIn({ 'clients.csv.gz': bytes })
    expect(found.told).toEqual(codes.map((code) => `clients.csv.gz ${code}`))
    expect(found.names).toEqual([])
  })

  test('of several parts are one', async () => {
    const parts = Buffer.concat([gzipSync('client_id,name\n'), gzipSync('C1,one\nC2,two\n')])
    expect((await clientsIn({ 'clients.csv.gz': parts })).names).toEqual(['one', 'two'])
  })
})

describe('rows of small tables', () => {
  test('are refused cell by cell, at their places', async () => {
    const found = await clientsIn({
      'clients.csv': 'name,client_id,opened_on\n"a\nb", C1,2004-02-30\n,,\nc,C3,2004-02-29\nd,C3,\n',
    })
    expect(found.told).toEqual([
      'clients.csv:3:4 cell-blanks',
      'clients.csv:3:8 cell-day',
      'clients.csv:4:2 cell-empty',
      'clients.csv:6:1 key-twice',
    ])
  })

  test('need their columns, each once', async () => {
    expect((await clientsIn({ 'clients.csv': 'name,Client\nx,C1\n' })).told).toEqual([
      'clients.csv:1:1 column-missing',
      'clients.csv:1:6 column-unknown',
    ])
    expect((await clientsIn({ 'clients.csv': 'client_id,客户号\nC1,C1\n' })).told).toEqual([
      'clients.csv:1:11 column-twice',
    ])
  })

  test('are not listed without end when all are faulty', async () => {
    const rows = 'x,2004-99-99\n'.repeat(10_007)
    const { findings } = await clientsIn({ 'clients.csv': `client_id,opened_on\n${rows}` })
    const more = findings.sorted.filter(({ code }) => code === 'more-errors')
    expect(findings.sorted.length).toBe(10_001)
    expect(more.map(({ facts }) => facts)).toEqual([{ count: 7, code: 'cell-day' }])
  })
})

test('a file that changes between the two looks is refused', async () => {
  const dir = folderWith({ 'clients.csv': CLIENTS })
  const findings = new Findings()
  const exports = await openExports(dir, findings.report)
  writeFileSync(join(dir, 'clients.csv'), `${CLIENTS}C2,more\n`)
  await exports.rows('clients')
  await exports.sumBalances(planWith())
  expect(told(findings)).toEqual(['clients.csv file-changed'])
})

test('a large file that changes before its hash is known is refused', async () => {
  const rows = Array.from({ length: 40_000 }, (_, number) => `2004-01-01,A${number},C,demand,1.00,M1\n`)
  const balances = `date,account_id,client_id,product,balance,manager_id\n${rows.join('')}`
  const dir = folderWith({ 'balances.csv': balances })
  const findings = new Findings()
  const exports = await openExports(dir, findings.report)
  await exports.sumBalances(planWith())
  const [file] = await exports.readFiles()
  expect(told(findings)).toEqual([])
  expect(file?.sha256).toBe(createHash('sha256').update(balances).digest('hex'))
  appendFileSync(join(dir, 'balances.csv'), rows[0] ?? '')
  await exports.readFiles()
  expect(told(findings)).toEqual(['balances.csv file-changed'])
})

describe('inputs.yaml', () => {
  test.each([
    ['clients:\n  aliases: { KUNDE: client_id }\n', 'kunde,name\nC1,x\n', []],
    ['clients:\n  aliases: { 客户号: name, k: client_id }\n', '客户号,k\nx,C1\n', []],
    ['balances:\n  snapshots: daily\n', CLIENTS, []],
    ['balances:\n  snapshots: hourly\n', CLIENTS, ['inputs.yaml:2:14 scheme-choice']],
    ['client:\n  aliases: {}\n', CLIENTS, ['inputs.yaml:1:1 scheme-key-unknown']],
    ['clients:\n  snapshots: daily\n', CLIENTS, ['inputs.yaml:2:3 scheme-key-unknown']],
    ['clients:\n  aliases:\n    nom: nam\n', CLIENTS, ['inputs.yaml:3:10 scheme-choice']],
  ])('%j', async (yaml, clients, expected) => {
    const found = await clientsIn({ 'inputs.yaml': yaml, 'clients.csv': clients })
    expect(found.told).toEqual(expected)
  })

  test('must be UTF-8', async () => {
    expect((await clientsIn({ 'inputs.yaml': Buffer.from('b2e2', 'hex') })).told).toEqual([
      'inputs.yaml inputs-encoding',
    ])
  })
})
