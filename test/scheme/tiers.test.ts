import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Place } from '../../src/core/findings/finding.ts'
import { printFact } from '../../src/core/findings/sentence.ts'
import type { TierRow, Tiers } from '../../src/core/scheme/scheme.ts'
import { lookUp, rowHolds } from '../../src/core/scheme/tiers.ts'
import {
  type Exact,
  exact,
  isExact,
  parseSchemeNumber,
  printExact,
  ZERO,
} from '../../src/core/values/exact.ts'
import { isMissing } from '../../src/core/values/missing.ts'
import { printValue } from '../../src/core/values/value.ts'

const PLACE: Place = { file: 'scheme.yaml', line: 1, column: 1 }

function number(text: string): Exact {
  const value = parseSchemeNumber(text)
  if (!value) throw new Error(`${text} is no number`)
  return value
}

/** `0 > 5% > 100万 > 8%`: bounds at the odd places, `…` for an open one, and what the rows give between them. */
function tiers(kind: Tiers['kind'], includes: Tiers['includes'], drawn: string): Tiers {
  const parts = drawn.split(' > ')
  const bound = (text = '…') => (text === '…' ? undefined : number(text))
  const rows: TierRow[] = []
  for (let at = 1; at < parts.length; at += 2) {
    const gives = parseSchemeNumber(parts[at] ?? '') ?? parts[at] ?? ''
    rows.push({ from: bound(parts[at - 1]), to: bound(parts[at + 1]), gives, place: PLACE })
  }
  return { kind, includes, rows }
}

function given(table: Tiers, x: string): string {
  const found = lookUp(table, number(x))
  return isMissing(found)
    ? `${found.missing} ${printFact(found.facts.bounds ?? '', 'en')}`
    : printValue(found.result)
}

describe('a whole table', () => {
  const rates = tiers('whole', 'upper', '0 > 1% > 50万 > 2% > 75万 > 3% > …')
  it.each([
    ['75万', '0.02'],
    ['75.01万', '0.03'],
    ['50万', '0.01'],
    ['0.01', '0.01'],
    ['0', 'table-outside above 0'],
    ['-5', 'table-outside above 0'],
  ])('of rates by amount gives for %s: %s', (x, wanted) => expect(given(rates, x)).toBe(wanted))

  it('pays the whole amount at the rate of its row', () => {
    for (const [x, pay] of [
      ['75万', '15000'],
      ['75.01万', '22503'],
    ] as const) {
      expect(printExact(number(x).mul(number(given(rates, x))))).toBe(pay)
    }
  })

  const grades = tiers('whole', 'lower', '0 > 1 > 70 > 2 > 80 > 3 > 90 > 4 > 100')
  it.each([
    ['79.9999', '2'],
    ['80.0', '3'],
    ['89.99', '3'],
    ['90', '4'],
    ['100', 'table-outside from 0 and below 100'],
    ['0', '1'],
  ])('of grades by score gives for %s: %s', (x, wanted) => expect(given(grades, x)).toBe(wanted))

  it('gives texts too', () => {
    expect(given(tiers('whole', 'lower', '… > low > 60 > high > …'), '60')).toBe('high')
  })
})

describe('a marginal table', () => {
  const loans = tiers('marginal', 'upper', '0 > 0 > 4 > 20 > 5 > 70 > 9 > 120 > …')
  it.each([
    ['12', '660'],
    ['4', '0'],
    ['5', '20'],
    ['4.5', '10'],
    ['9', '300'],
    ['0', '0'],
    ['-1', 'table-outside from 0'],
  ])('of pay by loan gives for %s: %s', (x, wanted) => expect(given(loans, x)).toBe(wanted))

  const items = tiers('marginal', 'upper', '… > 0.15 > 6000 > 0.05 > …')
  it.each([
    ['12000', '1200'],
    ['6000', '900'],
    ['0', '0'],
    ['-100', '-15'],
  ])('of pay by item gives for %s: %s', (x, wanted) => expect(given(items, x)).toBe(wanted))

  it('counts from its first bound where it begins above 0', () => {
    const bonus = tiers('marginal', 'lower', '100万 > 2% > …')
    expect(given(bonus, '120万')).toBe('4000')
    expect(given(bonus, '100万')).toBe('0')
    expect(given(bonus, '99万')).toBe('table-outside from 1000000')
  })

  it('shows the parts it summed', () => {
    const found = lookUp(loans, number('12'))
    if (isMissing(found)) throw new Error(found.missing)
    expect(found.parts.map(({ amount, gives }) => `${printExact(amount)} ${printExact(gives)}`)).toEqual([
      '4 0',
      '1 20',
      '4 280',
      '3 360',
    ])
  })
})

const rational = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 30 }))
  .map(([n, d]) => exact(BigInt(n), BigInt(d)))

const includes = fc.constantFrom<Tiers['includes']>('lower', 'upper')

/** A table over all numbers, cut at random bounds. */
function cutAt(
  kind: Tiers['kind'],
  side: Tiers['includes'],
  cuts: readonly Exact[],
  rates: readonly Exact[],
): Tiers {
  const bounds = [...cuts].sort((a, b) => a.compare(b)).filter((cut, at, all) => !all[at - 1]?.equals(cut))
  const rows = [...bounds, undefined].map((to, at) => {
    return { from: bounds[at - 1], to, gives: rates[at % rates.length] ?? ZERO, place: PLACE }
  })
  return { kind, includes: side, rows }
}

const tables = (kind: Tiers['kind']) =>
  fc
    .tuple(includes, fc.array(rational, { maxLength: 6 }), fc.array(rational, { minLength: 1, maxLength: 7 }))
    .map(([side, cuts, rates]) => cutAt(kind, side, cuts, rates))

const onBoundsToo = (table: Tiers) => {
  const bounds = table.rows.flatMap(({ to }) => to ?? [])
  return bounds.length > 0 ? fc.oneof(rational, fc.constantFrom(...bounds)) : rational
}

function resultAt(table: Tiers, x: Exact): Exact {
  const found = lookUp(table, x)
  if (isMissing(found) || !isExact(found.result)) throw new Error('no number')
  return found.result
}

describe('any table', () => {
  it('cut anywhere, has exactly one row for every number', () => {
    const cases = tables('whole').chain((table) => fc.tuple(fc.constant(table), onBoundsToo(table)))
    fc.assert(
      fc.property(cases, ([table, x]) => {
        expect(table.rows.filter((row) => rowHolds(row, table.includes, x))).toHaveLength(1)
      }),
    )
  })

  it('when marginal, never jumps: a step changes it by no more than its steepest rate times the step', () => {
    const cases = tables('marginal').chain((table) =>
      fc.tuple(fc.constant(table), onBoundsToo(table), rational),
    )
    fc.assert(
      fc.property(cases, ([table, x, step]) => {
        const rates = table.rows.flatMap(({ gives }) => (isExact(gives) ? gives.abs() : []))
        const steepest = rates.reduce((most, rate) => (rate.gt(most) ? rate : most), ZERO)
        const change = resultAt(table, x.add(step)).sub(resultAt(table, x)).abs()
        expect(change.lte(steepest.mul(step.abs()))).toBe(true)
      }),
    )
  })

  it('when marginal, gives the same whichever bound its rows include', () => {
    const cases = tables('marginal').chain((table) => fc.tuple(fc.constant(table), onBoundsToo(table)))
    fc.assert(
      fc.property(cases, ([table, x]) => {
        const [lower, upper] = [
          resultAt({ ...table, includes: 'lower' }, x),
          resultAt({ ...table, includes: 'upper' }, x),
        ]
        expect(lower.equals(upper)).toBe(true)
      }),
    )
  })
})
