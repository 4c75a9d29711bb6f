import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import { readScheme } from '../../src/core/scheme/read-scheme.ts'
import type { Scheme } from '../../src/core/scheme/scheme.ts'
import { lookUp } from '../../src/core/scheme/tiers.ts'
import { tiersOn, valueOn } from '../../src/core/scheme/values-in-force.ts'
import { type Day, parseDay } from '../../src/core/values/calendar.ts'
import { parseSchemeNumber, printExact } from '../../src/core/values/exact.ts'
import { isMissing } from '../../src/core/values/missing.ts'
import { printValue } from '../../src/core/values/value.ts'

const TEXT = readFileSync(new URL('../../fixtures/city-bank/scheme.yaml', import.meta.url), 'utf8')

function read(): Scheme {
  const findings = new Findings()
  const scheme = readScheme(TEXT, 'scheme.yaml', findings.report)
  expect(findings.sorted).toEqual([])
  if (!scheme) throw new Error('the scheme was not read')
  return scheme
}

const day = (text: string): Day => parseDay(text) ?? (0 as Day)
const SCHEME = read()

function valueText(name: string, on: string, key?: string): string {
  const value = SCHEME.values.get(name)
  const found = value && valueOn(value, day(on), key)
  if (!found) return 'no such value'
  return isMissing(found) ? found.missing : `${printValue(found.value)} ${found.clause ?? found.source}`
}

describe('the reference scheme', () => {
  it('says who it is', () => {
    const { id, version, language, currency, periods, name, effective, place } = SCHEME
    expect({ id, version, language, currency, periods }).toEqual({
      id: 'city-bank',
      version: '2004.1',
      language: 'en',
      currency: 'CNY',
      periods: ['quarter'],
    })
    expect(name.zh).toBe('某市商业银行')
    expect(effective).toEqual({ from: day('2004-01-01'), to: undefined })
    expect(place).toMatchObject({ file: 'scheme.yaml', line: 3 })
  })

  it('knows its grades and people', () => {
    expect(SCHEME.grades.map(({ id, name }) => `${id} ${name.zh}`)).toEqual([
      'junior 初级',
      'intermediate 中级',
      'senior 高级',
    ])
    expect([...SCHEME.people.ungraded]).toEqual(['agent'])
    expect([...SCHEME.people.statuses]).toEqual(['active', 'leave', 'probation'])
  })

  it('gives values by date and by column, each with its own origin', () => {
    expect(valueText('deposit_floor', '2004-03-31', 'junior')).toBe('3000000 第九条')
    expect(valueText('deposit_floor', '2004-03-31', 'senior')).toBe('30000000 illustrative')
    expect(valueText('deposit_floor', '2004-03-31', 'head')).toBe('value-no-entry')
    expect(valueText('demand_growth_price', '2004-12-31')).toBe("8 a city bank's published prices")
    expect(valueText('demand_growth_price', '2005-01-01')).toBe("6 a city bank's published prices")
    expect(valueText('demand_growth_price', '2003-12-31')).toBe('value-not-yet')
    expect(valueText('rating_coefficient', '2004-03-31', 'basic')).toBe('0.8 illustrative')
  })

  it.each([
    ['-1', '15'],
    ['0', '15'],
    ['0.000001', '12'],
    ['0.5%', '12'],
    ['0.51%', '9'],
    ['1%', '9'],
    ['2%', '5'],
    ['2.0001%', '0'],
  ])('scores a loan ratio of %s with %s points', (ratio, points) => {
    const table = SCHEME.tables.get('loan_quality_points')
    const tiers = table && tiersOn(table, day('2004-03-31'))
    const x = parseSchemeNumber(ratio)
    if (!tiers || isMissing(tiers) || !x) throw new Error('no table')
    const found = lookUp(tiers, x)
    expect(isMissing(found) ? found.missing : printValue(found.result)).toBe(points)
  })

  it('puts every figure after those it reads', () => {
    const names = SCHEME.figures.map(({ name }) => name)
    const comes = (a: string, b: string) =>
      expect(names.indexOf(a), `${a} before ${b}`).toBeLessThan(names.indexOf(b))
    comes('npl_ratio', 'points.loan_quality')
    comes('points.deposits', 'points')
    comes('points', 'total')
    comes('adjustment_points', 'total')
    comes('total', 'rating')
    comes('rating', 'coefficient')
    comes('coefficient', 'pay.performance')
    comes('left_before_end', 'rank')
    comes('pay.performance', 'pay.top_up')
    comes('below_floor', 'recommendation')
  })

  it('has its appraisal, recommendation and pay as written', () => {
    expect(SCHEME.appraisal?.indicators.map(({ id, of }) => `${id} ${printExact(of)}`)).toEqual([
      ...['deposits 40', 'fees 15', 'new_clients 10', 'loan_quality 15', 'visits 5'],
      ...['knowledge 5', 'conduct 5', 'satisfaction 5'],
    ])
    expect(SCHEME.appraisal?.decimals).toBe(2)
    expect(SCHEME.recommendation.map(({ rule, gives }) => `${rule} ${gives}`)).toEqual([
      ...['absent none', 'incompetent_twice dismiss', 'probation_failed dismiss', 'lowest_grade renew'],
      ...['below_standard demote', 'excellent_twice promote', 'renewed renew'],
    ])
    expect(SCHEME.recommendation[2]?.clause).toBe('第九条')
    expect(SCHEME.pay.map(({ id, schedule }) => `${id} ${schedule}`)).toEqual([
      ...['base monthly', 'grade monthly', 'performance with_run', 'top_up with_run', 'service_fee with_run'],
    ])
    expect(SCHEME.pay[2]?.defer).toMatchObject({ lots: 3, every: 'year' })
  })

  it('types its figures and tells what it needs', () => {
    const infoOf = (name: string) => SCHEME.figures.find((figure) => figure.name === name)?.info
    expect(infoOf('left_within')?.type).toBe('yesno')
    expect(infoOf('rating')?.domain?.ids).toEqual(new Set(['incompetent', 'excellent', 'competent', 'basic']))
    expect([...SCHEME.needs.targets]).toEqual(['deposits', 'fees'])
    expect([...SCHEME.needs.assessments]).toEqual(['knowledge', 'conduct', 'satisfaction'])
    expect([...SCHEME.needs.tables]).toEqual(['balances', 'activity'])
  })
})
