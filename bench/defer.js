/**
 * The third part of npm run bench: how long `defer` takes over a book of 2,000 people and 48 quarters, each sheet as a whole
 * process, beside the mere reading and hashing of the same ledgers. The bar is 2 seconds. RUNS=n sets how often (default 3).
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeBook } from './data/book.js'
import { median } from './parts/measure.js'

const RUNS = Number(process.env.RUNS ?? 3)
const BAR = 2
const PROGRAM = join(import.meta.dirname, '../bin/rm-appraise.js')

const folder = mkdtempSync(join(tmpdir(), 'rm-bench-'))
const seconds = (work) => {
  const begun = performance.now()
  work()
  return (performance.now() - begun) / 1000
}
const defer = (...more) =>
  execFileSync(process.execPath, [PROGRAM, 'defer', '--book', folder, '--as-of', '2012-12-31', ...more], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })

try {
  const open = writeBook(folder, { people: 2_000, quarters: 48, from: 2001 })
  const total = defer('--sheet', 'movements', '--format', 'csv')
    .trimEnd()
    .split('\n')
    .at(-1)
    .split(',')
    .at(-1)
  if (BigInt(total.replace('.', '')) !== BigInt(open))
    throw new Error(`${total} stands open, wanted ${open} fen`)
  const ledgers = readdirSync(folder).map((period) => join(folder, period, 'ledger.csv'))
  const read = () => ledgers.map((file) => createHash('sha256').update(readFileSync(file)).digest('hex'))
  const sheets = ['schedule', 'movements', 'balance', 'leavers', 'accrual', 'lots']
  const works = [
    ['reading and hashing the ledgers', read],
    ['overview for a terminal', () => defer()],
    ...sheets.map((sheet) => [`${sheet}, csv`, () => defer('--sheet', sheet, '--format', 'csv')]),
    ['one person, all sheets', () => defer('--manager', 'P0007')],
  ]
  console.log(`\ndefer, 2,000 people x 48 quarters, medians of ${RUNS} runs, seconds (bar ${BAR})`)
  for (const [what, work] of works) {
    const took = median(Array.from({ length: RUNS }, () => seconds(work)))
    console.log(`${what.padEnd(40)} ${took.toFixed(2)}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
