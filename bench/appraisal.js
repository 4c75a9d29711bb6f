/**
 * The second part of npm run bench: how long the appraisal of 5,000 managers takes under the city-bank scheme, from the
 * engine's sums (measures) to the written files: figures, ranking, recommendations, pay, lots, all sheets, hashes and the
 * move into place. Makes its own folder of exports; prints the seconds of each part. RUNS=n sets how often (default 3).
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from './bundle.js'
import { writeBalances } from './data/balances.js'
import { writeTables } from './data/tables.js'
import { median } from './parts/measure.js'

const RUNS = Number(process.env.RUNS ?? 3)
const MANAGERS = 5_000

const folder = mkdtempSync(join(tmpdir(), 'rm-bench-'))
try {
  writeTables(folder, MANAGERS)
  writeBalances(join(folder, 'balances.csv'), { accounts: 2 * MANAGERS, managers: MANAGERS })
  const program = await bundle('appraisal-parts.js', folder)
  const scheme = join(import.meta.dirname, '../fixtures/city-bank/scheme.yaml')
  const runs = Array.from({ length: RUNS }, () =>
    JSON.parse(
      execFileSync(process.execPath, [program, folder, scheme, join(folder, 'book')], { encoding: 'utf8' }),
    ),
  )
  console.log(`\n${MANAGERS} managers, medians of ${RUNS} runs, seconds`)
  for (const part of Object.keys(runs[0])) {
    console.log(`${part.padEnd(40)} ${median(runs.map((run) => run[part])).toFixed(2)}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
