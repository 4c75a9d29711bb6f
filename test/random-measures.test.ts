/**
 * Random measures of every kind and window, with filters, weights, sampled days and tables, on random banks: what the program
 * takes by each engine against an independent computation row by row. `RANDOM_MEASURES` says how many seeds are run.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Spec, wholeOf } from './oracle/any-measure.ts'
import { type Bank, bankOf } from './oracle/bank.ts'
import { exact, fraction, over } from './oracle/fraction.ts'
import { csvOf, randomSpec, smallBank, tableTextOf, textOf } from './oracle/generate/measures.ts'
import { randomFrom } from './oracle/generate/random.ts'
import { parseCsv } from './support/csv.ts'
import { balancesToParquet } from './support/parquet.ts'
import { run } from './support/run.ts'

const COUNT = Number(process.env.RANDOM_MEASURES ?? 40)
const PERIODS = [
  ...(['2025-12', '2025Q4', '2025H2', '2025'] as const),
  // Before the year ends there is no whole year.
  ...(['2025-02', '2025-03', '2025Q1', '2025H1'] as const),
]
const COMMANDS = { 7: 'month', 6: 'quarter', 4: 'year' } as const
const folder = mkdtempSync(join(tmpdir(), 'random-measures-'))
afterAll(() => rmSync(folder, { recursive: true }))

const commandOf = (period: string): string =>
  period.includes('H') ? 'half' : (COMMANDS[period.length as 4 | 6 | 7] ?? '')

function schemeOf(specs: readonly (readonly [string, Spec])[]): string {
  const tables = specs.flatMap(([name, spec]) => tableTextOf(name, spec) ?? [])
  return [
    ...['scheme: any', 'version: "1"', 'effective: { from: 2023-01-01 }', 'currency: CNY'],
    'periods: [month, quarter, half, year]',
    ...(tables.length > 0 ? ['tables:', ...tables.map((text) => `  ${text}`)] : []),
    ...['measures:', ...specs.map(([name, spec]) => `  ${textOf(name, spec)}`)],
    '',
  ].join('\n')
}

const expectedOf = (bank: Bank, specs: readonly (readonly [string, Spec])[], period: string) =>
  specs.flatMap(([name, spec]) =>
    [...wholeOf(bank, spec, period)].map(([manager, { rows, sum, divisor }]) => {
      const value = over(sum, fraction(BigInt(divisor)))
      return [manager, name, `${rows}`, exact(sum), `${divisor}`, exact(value)].join()
    }),
  )

/** The lines of measures.csv of a run; what it printed where it failed. */
async function takenBy(input: string, period: string, ...more: string[]): Promise<readonly string[]> {
  const book = join(input, 'book')
  const command = [commandOf(period), '--input', input, '--period', period, '--out', book, '--quiet', ...more]
  const { code, err } = await run(command)
  if (code !== 0) return [err]
  const lines = parseCsv(readFileSync(join(book, period, 'measures.csv'), 'utf8'))
  rmSync(book, { recursive: true })
  return lines.slice(1).map((cells) => cells.join())
}

describe('random measures agree with the independent computation', () => {
  let filled = 0
  for (let at = 1; at <= COUNT; at += 10) {
    it(`seeds ${at} to ${at + 9}`, { timeout: 300_000 }, async () => {
      for (let seed = at; seed < at + 10 && seed <= COUNT; seed++) {
        const random = randomFrom(seed + 1000)
        const tables = smallBank(seed)
        const specs = Array.from({ length: 12 }, (_, index) => [`m${index}`, randomSpec(random)] as const)
        const input = join(folder, `${seed}`)
        mkdirSync(input)
        for (const [table, rows] of tables) writeFileSync(join(input, `${table}.csv`), csvOf(rows))
        writeFileSync(join(input, 'scheme.yaml'), schemeOf(specs))
        const period = random.pick(PERIODS)
        const expected = [...expectedOf(bankOf(tables), specs, period)].sort()
        filled += expected.filter((line) => !line.endsWith(',0')).length
        const title = `seed ${seed}, ${period}`
        expect([...(await takenBy(input, period))].sort(), title).toEqual(expected)
        expect([...(await takenBy(input, period, '--engine', 'duckdb'))].sort(), title).toEqual(expected)
        await balancesToParquet(input, seed % 2 === 0)
        expect([...(await takenBy(input, period))].sort(), title).toEqual(expected)
        rmSync(input, { recursive: true })
      }
    })
  }

  it('most of them come to something', () => expect(filled).toBeGreaterThan(COUNT * 12))
})
