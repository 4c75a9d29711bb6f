import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Findings, type Place } from '../../src/core/findings/finding.ts'
import { CsvReader } from '../../src/engines/csv/reader.ts'
import type { Encoding } from '../../src/engines/files/encoding.ts'
import { told } from './support.ts'

interface Read {
  readonly rows: readonly (readonly string[])[]
  readonly places: readonly Place[]
  readonly told: readonly string[]
}

/** Reads a file given in pieces of so many bytes: records, the place of every record and cell, and findings. */
function read(bytes: Buffer, size: number, encoding: Encoding = 'utf-8'): Read {
  const findings = new Findings()
  const reader = new CsvReader('t.csv', { encoding }, findings.report)
  const [rows, places]: [(readonly string[])[], Place[]] = [[], []]
  const take = (piece: Buffer, isLast: boolean) => {
    for (const block of reader.read(piece, isLast)) {
      for (const [index, cells] of block.records.entries()) {
        rows.push(cells)
        if (bytes.length < 10_000)
          places.push(block.at(index), ...cells.map((_, cell) => block.at(index, cell)))
      }
    }
  }
  for (let at = 0; at < bytes.length && !reader.stopped; at += size)
    take(bytes.subarray(at, at + size), false)
  if (!reader.stopped) take(Buffer.alloc(0), true)
  return { rows, places, told: told(findings) }
}

const readText = (text: string) => read(Buffer.from(text), 1 << 20)

const NASTY = Buffer.from(
  [
    '\uFEFFid,名称,note\r\n',
    '1,"a, ""b""",x\n',
    '2,"two\nlines 行",y\r\n',
    '3,"three\r\n\r\nlines",\u{20000}z\n',
    '4,"",""\n',
    '"5\n6","",余额\r\n',
    'short,row\n',
    '7,long,row,"ve\nry"\n',
    '\n',
    '8,sto"p,in the middle\n',
    '9,"done"x,here, "\n',
    '10,\r,stray\n',
    '11,"last",one',
  ].join(''),
)

describe('records', () => {
  test('come out with their places', () => {
    const { rows, places } = read(NASTY, NASTY.length)
    expect(rows).toEqual([
      ['id', '名称', 'note'],
      ['1', 'a, "b"', 'x'],
      ['2', 'two\nlines 行', 'y'],
      ['3', 'three\r\n\r\nlines', '\u{20000}z'],
      ['4', '', ''],
      ['5\n6', '', '余额'],
      ['11', 'last', 'one'],
    ])
    const file = 't.csv'
    expect(places.slice(4, 16)).toEqual([
      { file, line: 2, column: 1 },
      { file, line: 2, column: 1 },
      { file, line: 2, column: 3 },
      { file, line: 2, column: 14 },
      { file, line: 3, column: 1 },
      { file, line: 3, column: 1 },
      { file, line: 3, column: 3 },
      { file, line: 4, column: 10 },
      { file, line: 5, column: 1 },
      { file, line: 5, column: 1 },
      { file, line: 5, column: 3 },
      { file, line: 7, column: 8 },
    ])
    expect(places.at(-1)).toEqual({ file, line: 18, column: 11 })
  })

  test('are the same from pieces of any size', () => {
    const whole = read(NASTY, NASTY.length)
    expect(whole.told).toEqual([
      't.csv:11:1 row-short',
      't.csv:12:1 row-long',
      't.csv:14:1 row-blank',
      't.csv:15:3 quote-inside',
      't.csv:16:3 quote-text-after',
      't.csv:17:4 return-stray',
    ])
    for (let size = 1; size < NASTY.length; size++) expect(read(NASTY, size)).toEqual(whole)
  })

  test('in GB18030 are cut at any byte', () => {
    // 测试,"数\n据" and a character of four bytes, whose second and fourth bytes are digits.
    const bytes = Buffer.concat([
      Buffer.from('b2e2cad42c22cafd0abedd220a', 'hex'),
      Buffer.from('953282362c6f6b0a', 'hex'),
    ])
    const whole = read(bytes, bytes.length, 'gb18030')
    expect(whole.rows).toEqual([
      ['测试', '数\n据'],
      ['\u{20000}', 'ok'],
    ])
    expect(whole.places.at(2)).toEqual({ file: 't.csv', line: 1, column: 4 })
    expect(whole.places.at(-1)).toEqual({ file: 't.csv', line: 3, column: 3 })
    for (let size = 1; size < bytes.length; size++) expect(read(bytes, size, 'gb18030')).toEqual(whole)
  })

  test('agree with the tokenizer on any text, or both refuse it', () => {
    const piece = fc.constantFrom('a', '中', ',', ',', '"', '"', '\n', '\n', '\r\n', '\r', ' ')
    const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (body, size) => {
        const { rows, told: found } = read(Buffer.from(`h,h\n${body}`), size)
        const refused = found.filter((each) => !/row-(short|long|blank)$/.test(each))
        const expected = parsed(`h,h\n${body}`)
        expect(refused.length === 0).toBe(expected !== undefined && !hasStrayReturn(body))
        if (refused.length === 0) expect(rows).toEqual(expected?.filter((cells) => cells.length === 2))
      }),
      { numRuns: 3000, seed: 20_040_331 },
    )
  })
})

function parsed(text: string): readonly (readonly string[])[] | undefined {
  try {
    return parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n'] })
  } catch {
    return undefined
  }
}

/** The tokenizer alone lets a carriage return stand outside quotes. */
function hasStrayReturn(text: string): boolean {
  return /\r(?!\n)/.test(text.replace(/"(?:[^"]|"")*"/g, ''))
}

describe('faults', () => {
  test.each([
    ['a quote that never closes', 'a,b\n1,2\n3,"4\n5,6\n', ['t.csv:3:3 quote-unclosed'], 2],
    ['a quote that closes in a later row', 'a,b\n3,"4\n5,"6"\n7,8\n', ['t.csv:2:3 quote-text-after'], 2],
    ['a quote inside', 'a,b\n1,2"3\n4,5\n', ['t.csv:2:3 quote-inside'], 2],
    [
      'two in one file',
      'a,b\n1,2"3\n"4" ,5\n6,7\n',
      ['t.csv:2:3 quote-inside', 't.csv:3:1 quote-text-after'],
      2,
    ],
    ['a header that is none', 'a,"b"c\n1,2\n', ['t.csv:1:3 quote-text-after'], 0],
    ['lines ended by returns alone', 'a,b\r1,2\r', ['t.csv:1:3 return-stray'], 0],
    ['a blank last line', 'a,b\n1,2\n\n', ['t.csv:3:1 row-blank'], 2],
    ['rows too short and too long', 'a,b\n1\n1,2,3\n4,5\n', ['t.csv:2:1 row-short', 't.csv:3:1 row-long'], 2],
    ['a short row after line breaks in cells', 'a,b\n"1\n2",3\n"4\n5"\n', ['t.csv:4:1 row-short'], 2],
  ])('%s', (_, text, expected, rows) => {
    const found = readText(text)
    expect(found.told).toEqual(expected)
    expect(found.rows.length).toBe(rows)
  })

  test('a quoted monster is refused where its quote opens', () => {
    const found = read(Buffer.from(`a,b\n1,2\n3,"${'x\n'.repeat(700_000)}`), 100_000)
    expect(found.told).toEqual(['t.csv:3:3 row-too-long'])
    expect(found.rows.length).toBe(2)
  })

  test('a line without end is refused', () => {
    expect(read(Buffer.from(`a,b\n1,${'x'.repeat(1_500_000)}`), 100_000).told).toEqual([
      't.csv:2:1 row-too-long',
    ])
  })

  test('a stray quote is found although quotes pair up again much later', () => {
    const rows = 'good,row\n'.repeat(130_000)
    const found = read(Buffer.from(`a,b\n1,in"side\n${rows}2,in"side\n${rows}`), 256 * 1024)
    expect(found.told).toEqual(['t.csv:2:3 quote-inside', 't.csv:130003:3 quote-inside'])
    expect(found.rows.length).toBe(260_001)
  })
})
