import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withoutColumns } from './support/csv.ts'
import { filesIn, quarter, tempFolder } from './support/run.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')
const EXPECTED = join(FIXTURES, 'city-bank/expected')
const SAME = ['ranking.csv', 'recommendations.csv', 'pay.csv', 'deferred.csv', 'figures.csv']

const fileOf = (folder: string, file: string) => readFileSync(join(FIXTURES, folder, file), 'utf8')

const measuresOf = (files: Readonly<Record<string, string>>) =>
  withoutColumns(files['measures.csv'] ?? '', 'rows')

it('rows that tell changes have the same sums from DuckDB', { timeout: 60_000 }, async () => {
  const [book, again] = [tempFolder(), tempFolder()]
  for (const period of readdirSync(EXPECTED).sort()) {
    const input = join(FIXTURES, 'city-bank-changes')
    const written = filesIn(await quarter(input, period, again, '--engine', 'duckdb'))
    expect(written, period).toEqual(filesIn(await quarter(input, period, book)))
  }
})

/** The same facts, told in other ways; only `measures.csv` may differ, in its numbers of rows. */
describe.each(['city-bank-gb18030', 'city-bank-changes', 'city-bank-parquet'])('%s', (style) => {
  it('has the scheme of city-bank', () =>
    expect(fileOf(style, 'scheme.yaml')).toBe(fileOf('city-bank', 'scheme.yaml')))

  it('gives the files of city-bank, byte for byte', { timeout: 60_000 }, async () => {
    const book = tempFolder()
    for (const period of readdirSync(EXPECTED).sort()) {
      const written = filesIn(await quarter(join(FIXTURES, style), period, book))
      const expected = filesIn(join(EXPECTED, period))
      for (const file of SAME) expect(written[file], `${period}/${file}`).toBe(expected[file])
      expect(measuresOf(written), `${period}/measures.csv`).toEqual(measuresOf(expected))
    }
  })
})
