/**
 * Random banks: the program's outputs against an independent computation that shares no code with it.
 * `RANDOM_BANKS` says how many seeds are run; `RANDOM_BANK` runs one seed alone.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { main } from '../src/commands/main.ts'
import { differences } from './oracle/compare.ts'
import { generateBank } from './oracle/generate.ts'
import { computeQuarter } from './oracle/quarter.ts'
import type { Figure } from './oracle/sheet.ts'
import { columnOf } from './oracle/small-bank.ts'
import type { Outputs } from './oracle/worked.ts'
import { testShell } from './support/shell.ts'

const SCHEME = new URL('../fixtures/city-bank/scheme.yaml', import.meta.url)
const COUNT = Number(process.env.RANDOM_BANKS ?? 300)
const ONLY = process.env.RANDOM_BANK
const SEEDS = ONLY ? [Number(ONLY)] : Array.from({ length: COUNT }, (_, i) => i + 1)
const AT_A_TIME = 40

describe('random banks agree with the independent computation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'random-banks-'))
  const seen = new Set<string>()
  afterAll(() => rmSync(folder, { recursive: true }))

  for (let at = 0; at < SEEDS.length; at += AT_A_TIME) {
    const seeds = SEEDS.slice(at, at + AT_A_TIME)
    it(`seeds ${seeds[0]} to ${seeds.at(-1)}`, { timeout: 300_000 }, async () => {
      const failures: string[] = []
      for (const seed of seeds) failures.push(...(await failuresOf(seed, join(folder, String(seed)), seen)))
      expect(failures).toEqual([])
    })
  }

  if (SEEDS.length >= 200)
    it('reach every rating and every rule', () => {
      expect([...seen].sort()).toEqual(OUTCOMES)
    })
})

const OUTCOMES = [
  'absent',
  'basic',
  'below_standard',
  'competent',
  'excellent',
  'excellent_twice',
  'incompetent',
  'incompetent_twice',
  'lowest_grade',
  'probation_failed',
  'renewed',
]

/** What goes wrong with one seed: every period of the bank is run into one book. */
async function failuresOf(seed: number, folder: string, seen: Set<string>): Promise<string[]> {
  const [input, out] = [join(folder, 'input'), join(folder, 'book')]
  const { periods } = generateBank(seed, input)
  copyFileSync(SCHEME, join(input, 'scheme.yaml'))
  const book: Figure[] = []
  for (const period of periods) {
    const expected = computeQuarter(input, period, book)
    const failures = await run(input, period, out, expected)
    if (failures.length > 0) return failures.slice(0, 20).map((text) => `seed ${seed}, ${period}: ${text}`)
    book.push(...expected.figures)
    note(expected, seen)
  }
  rmSync(folder, { recursive: true })
  return []
}

async function run(input: string, period: string, out: string, expected: Outputs): Promise<string[]> {
  const shell = testShell()
  const code = await main(['quarter', '--input', input, '--period', period, '--out', out], shell)
  return code === 0 ? differences(expected, join(out, period)) : [`exit code ${code}`, shell.err.text()]
}

function note(outputs: Outputs, seen: Set<string>): void {
  for (const word of columnOf(outputs, 'ranking', 'rating')) seen.add(word)
  for (const word of columnOf(outputs, 'recommendations', 'rule')) seen.add(word)
}
