/** The engine `duckdb` against `scan`, on random banks and on the fixtures: the same bytes of every output. */
import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { main } from '../src/commands/main.ts'
import { generateBank } from './oracle/generate.ts'
import { balancesToParquet } from './support/parquet.ts'
import { testShell } from './support/shell.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')
const SCHEME = join(FIXTURES, 'city-bank/scheme.yaml')
const COUNT = Number(process.env.DUCKDB_BANKS ?? 40)
const folder = mkdtempSync(join(tmpdir(), 'duckdb-banks-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a period into a book; what it printed where it failed. */
async function run(input: string, period: string, out: string, ...more: string[]): Promise<string> {
  const shell = testShell()
  const code = await main(['quarter', '--input', input, '--period', period, '--out', out, ...more], shell)
  return code === 0 ? '' : `${period}: exit code ${code}\n${shell.err.text()}`
}

/** The sheets of a period by file. */
const sheets = (book: string, period: string) =>
  Object.fromEntries(
    readdirSync(join(book, period))
      .filter((file) => file.endsWith('.csv'))
      .map((file) => [file, readFileSync(join(book, period, file), 'utf8')]),
  )

/** The codes of the findings of a period, each with its facts. */
const findings = (book: string, period: string) =>
  readFileSync(join(book, period, 'findings.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .map(({ code, facts }) => JSON.stringify([code, facts]))
    .sort()

/** Runs the periods of a bank in three ways, into three books. */
async function compare(input: string, periods: readonly string[], typed: boolean): Promise<void> {
  const parquet = `${input}-parquet`
  cpSync(input, parquet, { recursive: true })
  await balancesToParquet(parquet, typed)
  const [scanned, again, columns] = ['scan', 'duckdb', 'parquet'].map((name) => `${input}-book-${name}`)
  if (!scanned || !again || !columns) return
  for (const period of periods) {
    const first = await run(input, period, scanned)
    expect([await run(input, period, again, '--engine', 'duckdb'), first]).toEqual(['', ''])
    expect(await run(parquet, period, columns)).toBe('')
    const manifest = (book: string) => readFileSync(join(book, period, 'manifest.json'), 'utf8')
    expect(manifest(again)).toBe(manifest(scanned))
    expect(sheets(columns, period)).toEqual(sheets(scanned, period))
    expect(findings(columns, period)).toEqual(findings(scanned, period))
  }
}

describe('duckdb gives the bytes that scan gives', () => {
  for (let at = 1; at <= COUNT; at += 10) {
    it(`on random banks ${at} to ${at + 9}`, { timeout: 300_000 }, async () => {
      for (let seed = at; seed < at + 10 && seed <= COUNT; seed++) {
        const input = join(folder, String(seed))
        const { periods } = generateBank(seed, input)
        copyFileSync(SCHEME, join(input, 'scheme.yaml'))
        await compare(input, periods, seed % 2 === 0)
      }
    })
  }

  it.each(['city-bank', 'river-union'])('on the fixture %s', { timeout: 60_000 }, async (name) => {
    const input = join(folder, name)
    cpSync(join(FIXTURES, name), input, { recursive: true })
    const periods = readdirSync(join(input, 'expected')).filter((period) => /^\d{4}Q\d$/.test(period))
    expect(periods.length).toBeGreaterThan(0)
    expect(existsSync(join(input, 'scheme.yaml'))).toBe(true)
    await compare(input, periods.sort(), true)
  })
})

describe('an option of the engine', () => {
  it.each([
    ['--workers', '0'],
    ['--workers', '65'],
    ['--workers', '1.5'],
    ['--workers', 'two'],
    ['--memory', 'much'],
    ['--memory', '0GB'],
    ['--engine', 'clickhouse'],
  ])('%s %s is wrong usage', async (option, value) => {
    const shell = testShell()
    expect(await main(['check', '--input', FIXTURES, option, value], shell)).toBe(2)
    expect(shell.err.text()).toContain(option)
  })

  it('is taken where it is right', async () => {
    const input = join(FIXTURES, 'river-union')
    const shell = testShell()
    const asked = ['--engine', 'duckdb', '--workers', '1', '--memory', '512mb']
    const book = join(folder, 'no-book')
    expect(await main(['check', '--input', input, '--out', book, ...asked], shell)).toBe(0)
  })
})
