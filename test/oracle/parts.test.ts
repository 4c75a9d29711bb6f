/** The parts under the independent computation: numbers, days, CSV, the generator and the comparison. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { addMonths, dayText, parseDay, periodSpan, quarterBefore } from './calendar.ts'
import { readFigures, writeOutputs } from './cli.ts'
import { differences } from './compare.ts'
import { csvText, decode, guard, parseCsv, unguard } from './csv.ts'
import { exact, fixed, over, parse, roundTo } from './fraction.ts'
import { encodeGb18030 } from './generate/gb18030.ts'
import { generateBank } from './generate.ts'
import { byCodePoint } from './people.ts'
import { computeQuarter } from './quarter.ts'

const temporary = mkdtempSync(join(tmpdir(), 'oracle-'))
afterAll(() => rmSync(temporary, { recursive: true }))

describe('fractions', () => {
  it.each([
    ['20.015', '20.02'],
    ['-20.015', '-20.02'],
    ['20.0149', '20.01'],
    ['-0.004', '0.00'],
    ['2/3', '0.67'],
    ['0.995', '1.00'],
    ['7', '7.00'],
  ])('%s is %s with two decimals', (value, text) => expect(fixed(parse(value))).toBe(text))

  it.each([
    ['-1234.50', '-1234.5'],
    ['6/4', '1.5'],
    ['2/6', '1/3'],
    ['-10/30', '-1/3'],
    ['0.00', '0'],
    ['1/8', '0.125'],
  ])('%s is exactly %s', (value, text) => expect(exact(parse(value))).toBe(text))

  it('rounds to a step and divides by a negative number', () => {
    expect(exact(roundTo(parse('7.5'), parse('5')))).toBe('10')
    expect(exact(roundTo(parse('-0.025'), parse('0.05')))).toBe('-0.05')
    expect(exact(over(parse('1'), parse('-3')))).toBe('-1/3')
  })
})

describe('calendar', () => {
  it.each([
    ['2004-01-31', 1, '2004-02-29'],
    ['2004-02-29', 12, '2005-02-28'],
    ['2004-12-31', 2, '2005-02-28'],
    ['2004-03-31', -1, '2004-02-29'],
  ])('%s and %d months is %s', (from, months, to) =>
    expect(dayText(addMonths(parseDay(from), months))).toBe(to),
  )

  it.each([
    ['2004Q1', '2004-01-01', '2004-03-31'],
    ['2004-02', '2004-02-01', '2004-02-29'],
    ['2005H2', '2005-07-01', '2005-12-31'],
    ['1900', '1900-01-01', '1900-12-31'],
  ])('%s runs from %s to %s', (period, first, last) => {
    expect([periodSpan(period).first, periodSpan(period).last].map(dayText)).toEqual([first, last])
  })

  it('knows the quarter before and agrees with the clock over four centuries', () => {
    expect([quarterBefore('2005Q1'), quarterBefore('2004Q3')]).toEqual(['2004Q4', '2004Q2'])
    const first = parseDay('1800-01-01')
    for (let i = 0; i < 146_097; i += 59) {
      expect(dayText(first + i)).toBe(new Date(Date.UTC(1800, 0, 1 + i)).toISOString().slice(0, 10))
    }
  })
})

describe('CSV', () => {
  it('reads quotes, doubled quotes, line breaks and both line ends', () => {
    expect(parseCsv('a,"b ""x"", y"\r\n"1\r\n2",\n,')).toEqual([
      ['a', 'b "x", y'],
      ['1\r\n2', ''],
      ['', ''],
    ])
  })

  it('reads back what it writes, in GB18030 too', () => {
    const text = csvText(
      [
        ['日期', '=1,"x"', '𠀀'],
        ['支行\n', '', 'b'],
      ],
      '\r\n',
    )
    expect(decode(encodeGb18030(text) ?? new Uint8Array())).toBe(text)
    expect(parseCsv(text)).toEqual([
      ['日期', '=1,"x"', '𠀀'],
      ['支行\n', '', 'b'],
    ])
  })

  it('guards formulas and leaves numbers', () => {
    expect(['=A1', '-x', '-1.5', '-1/3', 'a'].map(guard)).toEqual(["'=A1", "'-x", '-1.5', '-1/3', 'a'])
    expect(["'=A1", "'a"].map(unguard)).toEqual(['=A1', "'a"])
  })

  it('sorts by code point', () =>
    expect(['𠀀', 'Ａ', 'B', 'a'].sort(byCodePoint)).toEqual(['B', 'a', 'Ａ', '𠀀']))
})

describe('random banks', () => {
  it('are the same for the same seed', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const [a, b] = [join(temporary, `a${seed}`), join(temporary, `b${seed}`)]
      expect(generateBank(seed, a)).toEqual(generateBank(seed, b))
      expect(contentOf(a)).toEqual(contentOf(b))
    }
  })

  it('give differences when a cell, a row or an order changes, and none otherwise', () => {
    const input = join(temporary, 'bank')
    const { periods } = generateBank(7, input)
    const outputs = computeQuarter(input, periods[0] ?? '')
    const out = join(temporary, 'out')
    writeOutputs(outputs, out)
    addClauses(out)
    expect(differences(outputs, out)).toEqual([])
    expect(readFigures(join(out, 'figures.csv'))).toEqual(outputs.figures)
    expect(
      differences(
        outputs,
        changed(out, 'ranking', (lines) => lines.toReversed()),
      ),
    ).not.toEqual([])
    expect(
      differences(
        outputs,
        changed(out, 'pay', (lines) => lines.slice(1)),
      ),
    ).toHaveLength(1)
    expect(
      differences(
        outputs,
        changed(out, 'figures', (lines) => [...lines, `${periods[0]},nobody,total,1`]),
      ),
    ).toHaveLength(1)
    expect(
      differences(
        outputs,
        changed(out, 'measures', (lines) => [`${lines[0]}0`, ...lines.slice(1)]),
      ),
    ).toHaveLength(1)
  })
})

/** Every file of a folder with its bytes. */
function contentOf(folder: string): (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true })
    .map((name) => String(name))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => [name, readFileSync(join(folder, name)).toString('base64')])
}

/** Gives the written tables the text columns that a real run has besides. */
function addClauses(out: string): void {
  insert(join(out, 'recommendations.csv'), 7, ['clause', 'reason'])
  insert(join(out, 'pay.csv'), 5, ['clause'])
}

function insert(path: string, at: number, names: readonly string[]): void {
  const rows = parseCsv(readFileSync(path, 'utf8'))
  writeFileSync(
    path,
    csvText(rows.map((row, i) => row.toSpliced(at, 0, ...names.map((name) => (i === 0 ? name : 'x'))))),
  )
}

/** The folder with the data lines of one table changed for one look; the table is put back by the next call. */
function changed(out: string, table: string, change: (lines: string[]) => string[]): string {
  const copy = mkdtempSync(join(temporary, 'changed-'))
  for (const name of readdirSync(out)) {
    const [header = [], ...rows] = parseCsv(readFileSync(join(out, name), 'utf8'))
    const lines = rows.map((row) => csvText([row], ''))
    writeFileSync(
      join(copy, name),
      [csvText([header], ''), ...(name === `${table}.csv` ? change(lines) : lines), ''].join('\n'),
    )
  }
  return copy
}
