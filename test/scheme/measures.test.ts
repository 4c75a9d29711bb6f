import { describe, expect, it } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import { readScheme } from '../../src/core/scheme/read-scheme.ts'
import { printExact } from '../../src/core/values/exact.ts'

/** A scheme with one measure, and what is found in it besides that nothing reads it. */
function read(measure: string, more = '') {
  const findings = new Findings()
  const scheme = readScheme(
    `scheme: tiny\nversion: "1"\neffective: { from: 2024-01-01 }\ncurrency: CNY\nperiods: [quarter]\n${more}measures:\n  asked: { ${measure} }\n`,
    'scheme.yaml',
    findings.report,
  )
  const told = findings.sorted.filter(({ code }) => !code.endsWith('-unread'))
  return {
    scheme,
    told: told.map(({ code, facts }) => `${code} ${facts.setting ?? ''}`.trim()),
  }
}

const TABLES = `tables:
  counts: { kind: whole, includes: lower, rows: [{ to: 100, gives: 0 }, { gives: 1 }] }
  words: { kind: whole, includes: lower, rows: [{ to: 100, gives: low }, { gives: high }] }
  rates: { kind: marginal, includes: lower, rows: [{ to: 100, gives: 0 }, { gives: 1 }] }
`

describe('the settings of a measure', () => {
  it.each([
    ['of: balances, take: average_of_days', ['measure-setting-absent on']],
    ['of: balances, take: average_of_days, on: [0, 32, Last, 1.5, "08"]', 5],
    ['of: balances, take: average_of_days, on: [10, 10]', 1],
    ['of: balances, take: closing_balance, on: 10', 1],
    ['of: activity, take: sum_by_table', ['measure-setting-absent table']],
    ['of: activity, take: sum_by_table, table: words', 1],
    ['of: activity, take: sum_by_table, table: rates', 1],
    ['of: activity, take: sum_by_table, table: nowhere', 1],
    ['of: activity, take: count_of_rows, table: counts', 1],
    ['of: activity, take: count_of_days, weigh: { product: { a: 2 } }', 1],
    ['of: balances, take: daily_average, where: { amount: { from: 1 } }', 1],
    ['of: activity, take: count_of_rows, where: { amount: {} }', 1],
    ['of: activity, take: count_of_rows, where: { amount: { from: 1, above: 1 } }', 1],
    ['of: activity, take: count_of_rows, where: { amount: { to: 1, below: 1 } }', 1],
    ['of: activity, take: count_of_rows, where: { amount: { from: 2, to: 1 } }', 1],
    ['of: activity, take: count_of_rows, where: { amount: { above: 1, to: 1 } }', 1],
    ['of: activity, take: count_of_rows, where: { amount: { over: 1 } }', 2],
    ['of: activity, take: count_of_rows, over: next_year', 1],
  ])('%s is refused', (measure, expected) => {
    const { scheme, told } = read(measure, TABLES)
    expect(scheme).toBeUndefined()
    if (typeof expected === 'number') expect(told).toHaveLength(expected)
    else expect(told).toEqual(expected)
  })

  it('are read', () => {
    const sampled = read('of: balances, take: average_of_days, on: [last, 10, 31, 20]').scheme?.measures[0]
    expect(sampled?.on).toEqual([10, 20, 31])
    const counted = read(
      'of: activity, take: sum_by_table, table: counts, where: { amount: { above: 5万, to: 1亿 } }',
      TABLES,
    )
    const [measure] = counted.scheme?.measures ?? []
    expect([counted.told, measure?.table?.name]).toEqual([[], 'counts'])
    const { amount } = measure ?? {}
    expect([amount?.above, amount?.to].map((bound) => bound && printExact(bound))).toEqual([
      '50000',
      '100000000',
    ])
    expect([amount?.from, amount?.below]).toEqual([undefined, undefined])
  })

  it('a table that a measure goes by is read', () => {
    const findings = new Findings()
    const scheme = `scheme: tiny\nversion: "1"\neffective: { from: 2024-01-01 }\ncurrency: CNY\nperiods: [quarter]\n${TABLES}measures:\n  asked: { of: activity, take: sum_by_table, table: counts }\n`
    readScheme(scheme, 'scheme.yaml', findings.report)
    const unread = findings.sorted
      .filter(({ code }) => code === 'table-unread')
      .map(({ facts }) => facts.name)
    expect(unread).toEqual(['words', 'rates'])
  })

  it.each([
    ['where: { tier: A }', true],
    ['where: { segment: [retail, corporate] }', true],
    ['weigh: { tier: { A: 2 } }', true],
    ['where: { product: term }', false],
  ])('with %s the table of clients is needed: %s', (says, needed) => {
    const { scheme, told } = read(`of: balances, take: daily_average, ${says}`)
    expect([told, scheme?.needs.tables.has('clients')]).toEqual([[], needed])
  })
})
