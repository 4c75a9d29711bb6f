import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bar } from './bars.js'
import { makeExports } from './folders.js'
import { measure, median } from './measure.js'

const BIN = join(import.meta.dirname, '../../bin/rm-appraise.js')
const STARTS = 11

/** The median peak of a whole `quarter` over so many accounts, each with rows on the quarter's last days only. */
function peakOf(appraisal, shape, runs) {
  const dir = mkdtempSync(join(tmpdir(), 'rm-appraise-bench-'))
  try {
    makeExports(join(dir, 'csv'), shape)
    const once = () => {
      rmSync(join(dir, 'csv/book'), { recursive: true, force: true })
      return measure(appraisal.command(join(dir, 'csv'))).peak
    }
    return median(Array.from({ length: runs }, once))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** What each further account costs, with about as many rows: 100,000 accounts × 30 days against 1,000,000 × 3. */
export function accountMemory(appraisal, runs) {
  const few = peakOf(appraisal, { accounts: 100_000, recent: 30 }, runs)
  const many = peakOf(appraisal, { accounts: 1_000_000, recent: 3 }, runs)
  const each = Math.round((many - few) / 900_000)
  return bar(`${appraisal.name}, peak of each further account`, `${each} bytes`, '≤ 200', each <= 200)
}

function startOf(args) {
  const begun = performance.now()
  spawnSync(process.execPath, args)
  return performance.now() - begun
}

/** How long the commands that compute nothing take, beside Node itself. */
export function starts() {
  const startTime = (args) => median(Array.from({ length: STARTS }, () => startOf(args)))
  const bare = startTime(['-e', '0'])
  return [['--version'], ['--help'], ['quarter', '--help']].map((args) => {
    const ratio = startTime([BIN, ...args]) / bare
    return bar(
      `rm-appraise ${args.join(' ')}, against node -e 0`,
      `${ratio.toFixed(2)} ×`,
      '≤ 1.6',
      ratio <= 1.6,
    )
  })
}
