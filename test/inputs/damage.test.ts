import { describe, expect, it } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import { CellFault, id } from '../../src/core/tables/cells.ts'
import { LongIds } from '../../src/core/tables/long-ids.ts'
import { idWithoutItsZeros, nearId } from '../../src/core/tables/lost-zeros.ts'
import { SHAPES, type TableName } from '../../src/core/tables/shapes.ts'
import { totalCell } from '../../src/core/tables/total-row.ts'

describe('an id', () => {
  it.each(['1.23457E+17', '6E+18', '9.99E+15'])('%s is a number in scientific notation', (text) => {
    const read = id.read(text)
    expect(read instanceof CellFault && read.code).toBe('cell-id-exponent')
  })

  it.each(['1E5', '1e+17', 'A1E+17', '12E+17', 'E+17', '1.E+17', 'C+17', '1E+1'])('%s is an id', (text) =>
    expect(id.read(text)).toBe(text),
  )
})

describe('an id in full-width digits', () => {
  it.each(['１００１', '１0', '０'])('%s is a fault', (text) => {
    const read = id.read(text)
    expect(read instanceof CellFault && read.code).toBe('cell-full-width')
  })

  it.each(['第１支行', 'Ｍ１', 'M１', '１．０', '1001'])('%s is an id', (text) =>
    expect(id.read(text)).toBe(text),
  )
})

/** Notes ids as they stand in a file, a line each, cut at some line into two parts that are merged. */
function noted(ids: readonly string[], cut = ids.length): readonly string[] {
  const findings = new Findings()
  const parts = [new LongIds(), new LongIds()] as const
  for (const [index, each] of ids.entries()) {
    parts[index < cut ? 0 : 1].note('account_id', each, () => ({ file: 'f.csv', line: index + 2, column: 1 }))
  }
  const all = new LongIds()
  for (const part of [...parts].reverse()) all.merge(part.counts)
  all.close(new Set(), findings.report)
  return findings.sorted.map(({ code, place, facts }) => `${place.line} ${code} ${facts.found}`)
}

const random = (digits: number, index: number): string =>
  `62${index}7193846205718394`.slice(0, digits - 1) + 7
const rounded = (digits: number, index: number): string => `62284800${1000000 + index}`.padEnd(digits, '0')

describe('long ids', () => {
  const SIXTEEN = Array.from({ length: 20 }, (_, index) => random(16, 10 + index))
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['none', [], []],
    ['short ones with zeros', ['100000000000000', '200000000000000'], []],
    ['texts', ['A000000000000000000', 'B000000000000000000'], []],
    ['one of 19 digits', ['6228480012345670000'], ['2 ids-perhaps-rounded 6228480012345670000']],
    ['one of 16 digits, as chance has it', [rounded(16, 1)], []],
    ['two of 19 digits', [rounded(19, 1), rounded(19, 2)], [`2 ids-rounded ${rounded(19, 1)}`]],
    ['one of 19 digits twice', [rounded(19, 1), rounded(19, 1)], [`2 ids-perhaps-rounded ${rounded(19, 1)}`]],
    ['two of 16 digits', [rounded(16, 1), rounded(16, 2)], [`2 ids-perhaps-rounded ${rounded(16, 1)}`]],
    [
      'four of 16 digits',
      [1, 2, 3, 4].map((index) => rounded(16, index)),
      [`2 ids-rounded ${rounded(16, 1)}`],
    ],
    ['two among twenty of 16 digits, as chance has it', [...SIXTEEN, rounded(16, 1), rounded(16, 2)], []],
    [
      'two among others of 19 digits',
      [random(19, 1), rounded(19, 1), random(19, 2), rounded(19, 2)],
      [`3 ids-perhaps-rounded ${rounded(19, 1)}`],
    ],
    [
      'two lengths',
      [rounded(19, 1), random(17, 1), rounded(19, 2), rounded(18, 1)],
      [`2 ids-rounded ${rounded(19, 1)}`, `5 ids-perhaps-rounded ${rounded(18, 1)}`],
    ],
  ])('%s', (_, ids, expected) => {
    for (let cut = 0; cut <= ids.length; cut++) expect(noted(ids, cut)).toEqual(expected)
  })

  it('may really end in zeros', () => {
    const findings = new Findings()
    const ids = new LongIds()
    for (const index of [1, 2]) ids.note('account_id', rounded(19, index), () => ({ file: 'f.csv' }))
    ids.close(new Set(['account_id']), findings.report)
    expect(findings.sorted).toEqual([])
  })
})

describe('zeros before an id', () => {
  it.each([
    ['7', ['007', '8'], '007'],
    ['007', ['7'], '7'],
    ['007', ['0007'], '0007'],
    ['0', ['000'], '000'],
    ['7', ['70', '17'], undefined],
    ['A7', ['00A7'], undefined],
    ['6228480012345670018', ['06228480012345670018'], '06228480012345670018'],
  ])('%s among %j: %s', (found, known, expected) => {
    expect(idWithoutItsZeros(found, new Set(known))).toBe(expected)
  })

  it('are named before the likeliest id', () => {
    const known = new Map([...['1001', '007', 'M22']].map((each) => [each, 1]))
    expect(nearId('7', known).en).toBe(' (007 is: leading zeros were lost here)')
    expect(nearId('01001', known).en).toBe(' (1001 is: leading zeros were lost there)')
    expect(nearId('１００１', known).en).toBe(' (1001 is: this one has full-width digits)')
    expect(nearId('M2', known).en).toBe(' (M22?)')
  })
})

/** The column whose cell tells that the row is a total. */
function total(table: TableName, row: string): string | undefined {
  const names = Object.keys(SHAPES[table].columns)
  const index = totalCell(SHAPES[table], new Map(names.map((name, at) => [name, at])), row.split(','))
  return index === undefined ? undefined : names[index]
}

describe('a total row', () => {
  it.each<readonly [TableName, string, string | undefined]>([
    ['balances', '合计,,,,3000.00,,,', 'date'],
    ['balances', ',,,总计：,"3,000.00",,,'.replace('"3,000.00"', '3000'), 'product'],
    ['balances', ',Total,,,¥3000,,,', 'account_id'],
    ['balances', ',小 计,,,,,,', 'account_id'],
    ['clients', '合计,,,,,', 'client_id'],
    ['managers', ',共计,,,,,,,,,,,', 'name'],
    ['activity', '合计,,,,,12,300.00,', 'date'],
    ['targets', 'SUBTOTAL,,,,100', 'scope'],
    ['balances', '2024-03-31,合计,C1,demand,3000,,,', undefined],
    ['clients', 'C1,合计,,,,', undefined],
    ['clients', '合计,有限公司,,,,', undefined],
    ['adjustments', 'J1,M1,total,5,,Prize,ops,head,,', undefined],
    ['adjustments', '1,2,total,5,,,,,,', undefined],
    ['history', '2023,1001,total,80', undefined],
    ['targets', 'all,,total,2024Q1,5', undefined],
    ['balances', ',,,,3000.00,,,', undefined],
  ])('%s %s: %s', (table, row, expected) => expect(total(table, row)).toBe(expected))
})
