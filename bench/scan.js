/**
 * npm run bench: measures how the engine `scan` reads the table `balances`, on data that it makes itself.
 *
 * 1. Speed: one million daily balance rows of 500 managers, read whole (every byte hashed and checked, every cell, key
 *    and hole checked, summed by owner, product and month), beside a plain script: csv-parse with `columns: true` and one
 *    Decimal a row, which checks nothing. The ratio of the medians is what counts; it must be at least 1.5.
 * 2. Memory: the same accounts with three times the rows must take no more; of more accounts each must take at most 200
 *    bytes (what is kept at the end, after a collection of garbage; peaks of the process beside it).
 *
 * Every measurement is a process of its own, the two rivals in turn; RUNS=n sets how often (default 3).
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle, median } from './bundle.js'
import { writeBalances } from './data.js'

const RUNS = Number(process.env.RUNS ?? 3)
const MILLION = 1_000_000

const mib = (bytes) => `${(bytes / 1024 / 1024).toFixed(0)} MiB`

const measure = (program, folder) =>
  JSON.parse(execFileSync(process.execPath, ['--expose-gc', program, folder], { encoding: 'utf8' }))

async function folderOf(dir, shape) {
  const folder = join(dir, `${shape.accounts}x${shape.days}`)
  mkdirSync(folder)
  await writeBalances(join(folder, 'balances.csv'), shape)
  return folder
}

function line(name, results) {
  const seconds = median(results.map((each) => each.seconds))
  const { rows } = results[0]
  const peak = median(results.map((each) => each.peak))
  const perSecond = Math.round(rows / seconds).toLocaleString('en')
  console.log(
    `${name.padEnd(36)} ${seconds.toFixed(2).padStart(7)} s  ${perSecond.padStart(10)} rows/s  peak ${mib(peak)}`,
  )
  return seconds
}

async function speed(programs, dir) {
  const folder = await folderOf(dir, { accounts: 10_989, days: 91 })
  const [scans, scripts] = [[], []]
  for (let run = 0; run < RUNS; run++) {
    scans.push(measure(programs.scan, folder))
    scripts.push(measure(programs.script, folder))
  }
  if (scans[0].fen !== scripts[0].fen) throw new Error('the two sums differ')
  console.log(`\nSpeed, ${scans[0].rows.toLocaleString('en')} rows, medians of ${RUNS} runs in turn`)
  const scan = line('scan, everything checked', scans)
  console.log(
    `  of which looking at the bytes      ${median(scans.map((each) => each.looking))
      .toFixed(2)
      .padStart(7)} s`,
  )
  const script = line('plain script, csv-parse + Decimal', scripts)
  console.log(`scan is ${(script / scan).toFixed(2)} × as fast as the plain script (wanted: 1.5)`)
}

async function memory({ scan }, dir) {
  console.log('\nMemory of scan')
  const kept = []
  const shapes = [
    { accounts: 11_000, days: 91 },
    { accounts: 11_000, days: 273 },
    { accounts: 100_000, days: 30 },
    { accounts: 1_000_000, days: 3 },
  ]
  for (const shape of shapes) {
    const folder = await folderOf(dir, shape)
    const runs = Array.from({ length: RUNS }, () => measure(scan, folder))
    rmSync(folder, { recursive: true })
    const result = {
      ...shape,
      kept: median(runs.map((run) => run.kept)),
      peak: median(runs.map((run) => run.peak)),
    }
    kept.push(result)
    const rows = ((shape.accounts * shape.days) / MILLION).toFixed(1)
    const accounts = shape.accounts.toLocaleString('en').padStart(9)
    console.log(
      `${accounts} accounts × ${`${shape.days}`.padStart(3)} days = ${rows} M rows  kept ${mib(result.kept)}, peak ${mib(result.peak)}`,
    )
  }
  const [few, many] = kept.slice(-2)
  const each = (name) => Math.round((many[name] - few[name]) / (many.accounts - few.accounts))
  console.log(
    `each further account: ${each('kept')} bytes kept (wanted: at most 200), ${each('peak')} bytes of the peak`,
  )
}

const dir = mkdtempSync(join(tmpdir(), 'rm-appraise-bench-'))
try {
  const programs = { scan: await bundle('whole-scan.js', dir), script: await bundle('plain-script.js', dir) }
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}`)
  await speed(programs, dir)
  await memory(programs, dir)
} finally {
  rmSync(dir, { recursive: true, force: true })
}
