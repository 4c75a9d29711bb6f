import { describe, expect, it } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import { readScheme } from '../../src/core/scheme/read-scheme.ts'
import type { Scheme } from '../../src/core/scheme/scheme.ts'
import { tiersOn, valueOn } from '../../src/core/scheme/values-in-force.ts'
import { type Day, parseDay, printDay } from '../../src/core/values/calendar.ts'
import { isMissing } from '../../src/core/values/missing.ts'
import { printValue } from '../../src/core/values/value.ts'
import { HEAD } from './broken.ts'

function read(text: string): Scheme {
  const findings = new Findings()
  const scheme = readScheme(HEAD + text, 'scheme.yaml', findings.report)
  expect(findings.sorted.filter(({ severity }) => severity === 'error')).toEqual([])
  if (!scheme) throw new Error('the scheme was not read')
  return scheme
}

const day = (text: string): Day => parseDay(text) ?? (0 as Day)

const FORMS = read(`
values:
  short: 300万
  cited: { is: 80%, clause: 第九条, source: 办法, name: { en: Share, zh: 比例 } }
  agreed: yes
  opened: 2004-01-01
  wording: 三级
  by_status: { by: manager.status, is: { active: 1, leave: { is: 0, clause: 第二条 }, probation: 90% }, source: 办法 }
  dated:
    source: 办法
    from:
      2009-01-01: ended
      2004-01-01: 8
      2005-01-01: { is: 6, clause: 第三条 }
  both:
    by: manager.branch
    from:
      2004-01-01: { north: 1, is: 2 }
      2005-01-01: { is: { north: 3, __proto__: 4, constructor: 5 }, clause: 第四条 }
tables:
  steps:
    kind: whole
    includes: lower
    from:
      2004-01-01: { rows: [{ to: 5, gives: low }, { gives: high }] }
      2005-01-01: { rows: [{ to: 6, gives: low }, { from: 6, to: 7, gives: mid }, { from: 7, gives: high }], clause: 第五条 }
`)

function on(name: string, text: string, key?: string): string {
  const value = FORMS.values.get(name)
  if (!value) throw new Error(`no value ${name}`)
  const found = valueOn(value, day(text), key)
  if (isMissing(found)) return `${found.missing} ${Object.values(found.facts).join(' ')}`
  const since = found.since === undefined ? 'always' : printDay(found.since)
  return [printValue(found.value), since, found.clause, found.source].filter(Boolean).join(' ')
}

describe('a value of the scheme', () => {
  it.each([
    ['short', undefined, '3000000 always'],
    ['cited', undefined, '0.8 always 第九条 办法'],
    ['agreed', undefined, 'yes always'],
    ['opened', undefined, '2004-01-01 always'],
    ['wording', undefined, '三级 always'],
    ['by_status', 'active', '1 always 办法'],
    ['by_status', 'leave', '0 always 第二条 办法'],
    ['by_status', 'away', 'value-no-entry by_status away'],
    ['by_status', undefined, 'value-no-entry by_status '],
    ['by_status', 'constructor', 'value-no-entry by_status constructor'],
  ])('written as %s gives for the key %s: %s', (name, key, wanted) => {
    expect(on(name, '2004-06-30', key)).toBe(wanted)
  })

  it.each([
    ['2003-12-31', 'value-not-yet dated 2003-12-31 2004-01-01'],
    ['2004-01-01', '8 2004-01-01 办法'],
    ['2004-12-31', '8 2004-01-01 办法'],
    ['2005-01-01', '6 2005-01-01 第三条 办法'],
    ['2008-12-31', '6 2005-01-01 第三条 办法'],
    ['2009-01-01', 'value-ended dated 2009-01-01 2009-01-01'],
  ])('with dates is on %s: %s', (date, wanted) => expect(on('dated', date)).toBe(wanted))

  it('goes by dates and a column at once, any id being a key', () => {
    expect(on('both', '2004-06-30', 'north')).toBe('1 2004-01-01')
    expect(on('both', '2004-06-30', 'is')).toBe('2 2004-01-01')
    expect(on('both', '2005-06-30', '__proto__')).toBe('4 2005-01-01 第四条')
    expect(on('both', '2005-06-30', 'constructor')).toBe('5 2005-01-01 第四条')
    expect(on('both', '2004-06-30', '__proto__')).toBe('value-no-entry both __proto__')
  })
})

describe('a table with dates', () => {
  it('has the rows of the day, each bound on both sides', () => {
    const table = FORMS.tables.get('steps')
    if (!table) throw new Error('no table')
    expect(tiersOn(table, day('2003-12-31'))).toMatchObject({ missing: 'table-not-yet' })
    const tiers = tiersOn(table, day('2005-01-01'))
    if (isMissing(tiers)) throw new Error(tiers.missing)
    expect(
      tiers.rows.map(({ from, to }) => `${from ? printValue(from) : ''}-${to ? printValue(to) : ''}`),
    ).toEqual(['-6', '6-7', '7-'])
    expect(table.history[1]).toMatchObject({ clause: '第五条' })
  })
})
