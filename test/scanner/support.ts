import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Findings } from '../../src/core/findings/finding.ts'
import { openExports } from '../../src/engines/open.ts'
import { ownerOf, planWith } from '../engines/support.ts'
import { type Outcome, toldIn } from './reference.ts'

/** Reads `balances.csv` of a folder as the program does, in so many parts; compared as the plain reading is. */
export async function scanned(folder: string, workers: number): Promise<Outcome> {
  const findings = new Findings()
  const exports = await openExports(folder, findings.report, { workers })
  const { rows, cells } = await exports.sumBalances(planWith())
  const sums = new Map<string, { rows: number; fen: bigint }>()
  for (const { owners, product, month, rows, amount } of cells) {
    const key = [ownerOf(owners) || '-', product, month].join(' ')
    const sum = sums.get(key) ?? { rows: 0, fen: 0n }
    sums.set(key, { rows: sum.rows + rows, fen: sum.fen + amount })
  }
  const lines = [...sums].map(([key, { rows, fen }]) => `${key} ${rows} ${fen}`).sort()
  return { records: rows, sums: lines, told: toldIn(findings) }
}

/** Puts `balances.csv` into a folder, and `inputs.yaml` where it says something. */
export function put(folder: string, bytes: Uint8Array | string, inputs = ''): string {
  if (inputs === '') rmSync(join(folder, 'inputs.yaml'), { force: true })
  else writeFileSync(join(folder, 'inputs.yaml'), inputs)
  const path = join(folder, 'balances.csv')
  writeFileSync(path, bytes)
  return path
}

/** A small generator of whole numbers below a bound, from a seed (mulberry32). */
export function numbersFrom(seed: number): (below: number) => number {
  let state = Math.imul(seed, 0x9e3779b9)
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

export const MANAGERS = new Set(['M1', 'M2', 'M3', '__proto__'])
