/**
 * Thousands of damaged files, each read the plain way and by the byte scanner: the same records, sums and findings. The
 * limits are small, so that a file is many blocks and several parts, and is only glanced at before. `DAMAGED` says how
 * many files are read; `DAMAGED_SEED` reads one alone.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { damagedFile } from './damage.ts'
import { readPlainly } from './reference.ts'
import { MANAGERS, put, scanned } from './support.ts'

vi.mock('../../src/engines/csv/limits.ts', async (original) => ({
  ...(await original<object>()),
  MOST_RECORD: 512,
  MOST_GLANCED: 100,
  LEAST_PART: 40,
}))

const COUNT = Number(process.env.DAMAGED ?? 4000)
const ONLY = process.env.DAMAGED_SEED
const SEEDS = ONLY ? [Number(ONLY)] : Array.from({ length: COUNT }, (_, index) => index + 1)
const AT_A_TIME = 500

describe('damaged files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'damaged-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const codes = new Set<string>()

  for (let at = 0; at < SEEDS.length; at += AT_A_TIME) {
    const seeds = SEEDS.slice(at, at + AT_A_TIME)
    it(`read alike: seeds ${seeds[0]} to ${seeds.at(-1)}`, async () => {
      for (const seed of seeds) {
        const { bytes, inputs } = damagedFile(seed)
        const path = put(folder, bytes, inputs)
        const plain = await readPlainly(path, MANAGERS, inputs)
        for (const workers of [1, 2 + (seed % 4)]) {
          expect(await scanned(folder, workers), `seed ${seed}, ${workers} parts`).toEqual(plain)
        }
        for (const line of plain.told) codes.add(line.split(' ')[1] ?? '')
      }
    })
  }

  if (SEEDS.length >= 4000)
    it('show every fault that a row or a file can have', () => {
      expect([...codes].sort()).toEqual(FAULTS)
    })
})

const FAULTS = [
  ...[
    'cell-day-declared',
    'cell-day-form',
    'cell-exponent',
    'cell-full-width',
    'cell-groups',
    'cell-product',
  ],
  ...['cell-signs', 'cell-thousands', 'cell-id-exponent', 'row-total'],
  ...['balance-twice', 'cell-blanks', 'cell-day', 'cell-decimals', 'cell-empty', 'cell-number'],
  ...['column-missing', 'column-twice', 'column-unknown', 'file-empty', 'file-nul', 'file-undecodable'],
  ...[
    'manager-unknown',
    'quote-inside',
    'quote-text-after',
    'quote-unclosed',
    'rate-missing',
    'return-stray',
  ],
  ...['row-blank', 'row-long', 'row-short', 'row-too-long'],
].sort()
