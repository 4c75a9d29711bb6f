/** Measures in parts of a period and by client: the hooks of `by_part` and of client figures. */
import { describe, expect, it } from 'vitest'
import type { Adjustment } from '../src/core/appraisal/adjustments.ts'
import { takeByClient } from '../src/core/appraisal/client-measures.ts'
import { cutsOf, partsBetween } from '../src/core/appraisal/cuts.ts'
import { adjustedParts, measureParts } from '../src/core/appraisal/measure-parts.ts'
import { beginSums } from '../src/core/appraisal/sum-tables.ts'
import { takeMeasures } from '../src/core/appraisal/take.ts'
import { Findings } from '../src/core/findings/finding.ts'
import { readScheme } from '../src/core/scheme/read-scheme.ts'
import type { Scheme } from '../src/core/scheme/scheme.ts'
import { readGrounds } from '../src/core/tables/prepare.ts'
import { type Day, type Interval, parseDay, printDay } from '../src/core/values/calendar.ts'
import { type Exact, exact as exactly, isExact, printExact, ZERO } from '../src/core/values/exact.ts'
import { type Period, parsePeriod } from '../src/core/values/period.ts'
import { openExports } from '../src/engines/open.ts'
import { folderWith } from './engines/support.ts'
import { type Spec, wholeOf, windowOf } from './oracle/any-measure.ts'
import { bankOf } from './oracle/bank.ts'
import { parseDay as oracleDay, periodSpan } from './oracle/calendar.ts'
import { exact, fraction, over } from './oracle/fraction.ts'
import { csvOf, randomSpec, smallBank, tableTextOf, textOf } from './oracle/generate/measures.ts'
import { type Random, randomFrom } from './oracle/generate/random.ts'

const MANAGERS = ['M1', 'M2', 'M3']
const dayIn = ({ int }: Random, { first, last }: Interval) => int(first - 2, last + 2) as Day

/** The plainest of measures. */
const PLAIN: Spec = {
  ...{ of: 'balances', take: 'daily_average', over: 'period' },
  ...{ where: {}, amount: {}, weigh: {}, on: [], table: undefined },
}

const DAYS = [1, 2, 3] as readonly number[] as readonly Day[]

/** A scheme with these measures, in which a value and a table change on some days. */
function schemeWith(specs: readonly (readonly [string, Spec])[], days: readonly Day[]): Scheme {
  const findings = new Findings()
  const [first = 0, ...others] = days.map(printDay)
  const table = 'kind: whole, includes: lower'
  const scheme = readScheme(
    [
      ...['scheme: any', 'version: "1"', 'effective: { from: 2023-01-01 }', 'currency: CNY'],
      ...['periods: [month, quarter, half, year]', 'values:', '  price:', '    from:', `      ${first}: 5`],
      ...[
        'tables:',
        `  rates: { ${table}, from: { ${(others.length > 0 ? others : ['2024-01-01']).map((day) => `${day}: { rows: [ { gives: 1 } ] }`)} } }`,
      ],
      ...specs.flatMap(([name, spec]) => tableTextOf(name, spec) ?? []).map((text) => `  ${text}`),
      ...['measures:', ...specs.map(([name, spec]) => `  ${textOf(name, spec)}`)],
    ].join('\n'),
    'scheme.yaml',
    findings.report,
  )
  if (!scheme)
    throw new Error(findings.sorted.map(({ code, facts }) => `${code} ${JSON.stringify(facts)}`).join())
  return scheme
}

async function sumsFor(
  scheme: Scheme,
  files: Readonly<Record<string, string>>,
  needs: Partial<Scheme['needs']>,
) {
  const findings = new Findings()
  const exports = await openExports(folderWith(files), findings.report)
  const grounds = await readGrounds(exports)
  const asked = { ...scheme, needs: { ...scheme.needs, ...needs } }
  const sums = await beginSums(exports, asked, grounds, 'year')
  expect(findings.sorted.filter(({ code }) => code !== 'outside-post')).toEqual([])
  return { ...sums, posts: grounds.small.posts }
}

const filesOf = (tables: ReturnType<typeof smallBank>, more: Readonly<Record<string, string>> = {}) => ({
  ...Object.fromEntries([...tables].map(([table, rows]) => [`${table}.csv`, csvOf(rows)])),
  ...more,
})

const add = (values: readonly (Exact | unknown)[]): Exact =>
  values.reduce<Exact>((sum, value) => (isExact(value) ? sum.add(value) : sum), ZERO)

describe('measures in parts of a period', () => {
  it('count the rows of each part as an independent computation does, and add up', {
    timeout: 120_000,
  }, async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = randomFrom(seed + 5000)
      const period = parsePeriod(random.pick(['2025-03', '2025Q3', '2025H2', '2025'])) as Period
      const specs = Array.from({ length: 8 }, (_, index) => [`m${index}`, randomSpec(random)] as const)
      const tables = smallBank(seed)
      const scheme = schemeWith(specs, [dayIn(random, period), dayIn(random, period), dayIn(random, period)])
      const post = `M1,${printDay(dayIn(random, period))},${random.chance(0.5) ? printDay(period.last) : ''}`
      const files = filesOf(tables, { 'posts.csv': `manager_id,from,to\n${post}\n` })
      const { alike, posts } = await sumsFor(scheme, files, { parts: true })
      const measureIn = measureParts(scheme.measures, alike, period)
      const parts = partsBetween(period, cutsOf(scheme, posts, true))
      expect(parts.length).toBeGreaterThan(0)
      const { totals } = takeMeasures(scheme.measures, alike, period)
      for (const [name, spec] of specs) {
        const title = `seed ${seed}, ${period.id}, ${name} ${spec.take} ${spec.over}`
        const whole = totals.find(({ measure }) => measure.name === name)
        for (const manager of MANAGERS) {
          const values = parts.map((part) => measureIn(manager, name, part))
          const value = whole?.taken.get(manager)?.value ?? ZERO
          expect(printExact(add(values)), title).toBe(printExact(value as Exact))
        }
        const window = windowOf(spec.over, period.id)
        const own = periodSpan(period.id)
        if (window.first !== own.first || window.last !== own.last) continue
        for (const part of parts) {
          const days = { first: oracleDay(printDay(part.first)), last: oracleDay(printDay(part.last)) }
          for (const [manager, { sum, divisor }] of wholeOf(bankOf(tables), spec, period.id, days)) {
            const value = measureIn(manager, name, part)
            expect(printExact(value as Exact), title).toBe(exact(over(sum, fraction(BigInt(divisor)))))
          }
        }
      }
    }
  })

  it('are refused where the sums were not cut', async () => {
    const scheme = schemeWith([['m', PLAIN]], DAYS)
    const { alike } = await sumsFor(scheme, filesOf(smallBank(1)), {})
    const measureIn = measureParts(scheme.measures, alike, parsePeriod('2025Q1') as Period)
    const part = { first: parseDay('2025-01-01') as Day, last: parseDay('2025-02-10') as Day }
    expect(() => measureIn('M1', 'm', part)).toThrow('not cut')
  })
})

describe('an adjusted measure', () => {
  const day = (text: string) => parseDay(text) as Day

  it('has what adjustments changed of it spread over its parts by days', async () => {
    const scheme = schemeWith([['m', PLAIN]], [day('2025-01-11')])
    const { alike } = await sumsFor(scheme, filesOf(smallBank(2)), { parts: true })
    const period = parsePeriod('2025-01') as Period
    const plain = measureParts(scheme.measures, alike, period)
    const whole = plain('M1', 'm', period) as Exact
    const adjustment = { cells: { mode: 'add', value: exactly(310n) } } as unknown as Adjustment
    const adjusted = adjustedParts(plain, (id) => (id === 'M1' ? [adjustment] : []), period)
    const parts = partsBetween(period, cutsOf(scheme, [], true))
    const values = parts.map((part) => adjusted('M1', 'm', part) as Exact)
    expect(printExact(add(values))).toBe(printExact(whole.add(exactly(310n))))
    // Ten days of 31 have 100 of it.
    const first = plain('M1', 'm', parts[0] as Interval) as Exact
    expect(printExact((values[0] as Exact).sub(first))).toBe('100')
    expect(adjusted('M2', 'm', period)).toEqual(plain('M2', 'm', period))
  })
})

describe('cuts', () => {
  const day = (text: string) => parseDay(text) as Day

  it('are none where no formula looks at parts', () => {
    expect(cutsOf(schemeWith([['m', PLAIN]], DAYS), [], false)).toEqual([])
  })

  it('are the days on which values and tables begin to hold, and posts begin and have ended', () => {
    const scheme = schemeWith([['m', PLAIN]], [day('2025-02-01'), day('2025-01-15')])
    const [from, to] = [day('2025-01-15'), day('2025-03-31')]
    const posts = [{ cells: { from, to } }]
    expect(cutsOf(scheme, posts, true).map(printDay)).toEqual(['2025-01-15', '2025-02-01', '2025-04-01'])
  })

  it('make parts of the days between them', () => {
    const period = parsePeriod('2025-02') as Period
    const cuts = ['2025-03-01', '2025-02-20', '2025-02-01', '2025-02-20', '2025-02-28'].map(day)
    expect(
      partsBetween(period, cuts).map(({ first, last }) => `${printDay(first)} ${printDay(last)}`),
    ).toEqual(['2025-02-01 2025-02-19', '2025-02-20 2025-02-27', '2025-02-28 2025-02-28'])
    expect(partsBetween(period, [])).toEqual([{ first: period.first, last: period.last }])
  })
})

describe('measures by client', () => {
  it('add up to what is credited and unclaimed, with the tiers and segments that measures ask for', {
    timeout: 120_000,
  }, async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = randomFrom(seed + 9000)
      const specs = Array.from({ length: 8 }, (_, index) => [`m${index}`, randomSpec(random)] as const)
      const scheme = schemeWith(specs, DAYS)
      const files = filesOf(smallBank(seed))
      const period = parsePeriod('2025') as Period
      const apart = await sumsFor(scheme, files, { clients: true })
      const together = await sumsFor(scheme, files, {})
      const totals = takeMeasures(scheme.measures, together.alike, period).totals
      for (const [index, measure] of scheme.measures.entries()) {
        const clients = takeByClient(measure, apart.alike, period)
        const sum = add([...clients.values()].map((taken) => taken.sum))
        const rows = [...clients.values()].reduce((all, taken) => all + taken.rows, 0)
        expect(rows).toBe(totals[index]?.rows)
        if (measure.kind.counts !== 'days')
          expect(printExact(sum)).toBe(printExact(totals[index]?.sum ?? ZERO))
      }
      const again = takeMeasures(scheme.measures, apart.alike, period).totals
      expect(again.map(({ sum }) => printExact(sum))).toEqual(totals.map(({ sum }) => printExact(sum)))
    }
  })
})
