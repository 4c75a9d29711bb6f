/**
 * npm run bench:parquet: a whole `quarter` over 18 million balance rows in Parquet (198,000 accounts × 91 days, 500 managers),
 * beside bare DuckDB that reads the same rows as CSV with explicit columns and sums them by manager and product, checking
 * nothing. Each measurement is a process of its own, the two in turn; RUNS=n sets how often (default 3), ACCOUNTS=n the size.
 * Wants about 3 GB of disk and a build (`npm run build`).
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { median } from './bundle.js'
import { managerIds, writeBalances } from './data.js'

const RUNS = Number(process.env.RUNS ?? 3)
const ACCOUNTS = Number(process.env.ACCOUNTS ?? 198_000)
const COLUMNS = ['date', 'account_id', 'client_id', 'product', 'balance', 'manager_id', 'currency', 'branch']
const TYPES = { date: 'DATE', balance: 'DECIMAL(18, 2)' }

const SCHEME = `scheme: bench
version: "1"
effective: { from: 2004-01-01 }
currency: CNY
periods: [quarter]
grades: [junior]
measures:
  deposits: { of: balances, take: daily_average }
appraisal:
  indicators:
    - { id: size, of: 100, formula: "100 * min(1, deposits / 1000000)" }
  rating:
    - { id: all }
recommendation:
  - { rule: all, then: renew }
pay:
  - { id: bonus, amount: total, round: 0.01 }
`

const csvOf = (path) => {
  const columns = COLUMNS.map((column) => `${column}: '${TYPES[column] ?? 'VARCHAR'}'`).join(', ')
  return `read_csv('${path}', header = true, auto_detect = false, delim = ',', columns = {${columns}})`
}

/** Makes the exports: the table as CSV beside the input folder, and in it as Parquet. */
async function writeExports(dir) {
  const input = join(dir, 'input')
  mkdirSync(input)
  const csv = join(dir, 'balances.csv')
  await writeBalances(csv, { accounts: ACCOUNTS, days: 91 })
  const connection = await (await DuckDBInstance.create(':memory:', { memory_limit: '2GB' })).connect()
  await connection.run(`copy (from ${csvOf(csv)}) to '${join(input, 'balances.parquet')}' (format parquet)`)
  connection.closeSync()
  writeFileSync(join(input, 'scheme.yaml'), SCHEME)
  const managers = managerIds.map((id) => `${id},${id},b1,junior\n`)
  writeFileSync(join(input, 'managers.csv'), `manager_id,name,branch,grade\n${managers.join('')}`)
  return { input, csv }
}

function seconds(args) {
  const start = process.hrtime.bigint()
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  return Number(process.hrtime.bigint() - start) / 1e9
}

const bare = (csv) => `
  import { DuckDBInstance } from '@duckdb/node-api'
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.runAndReadAll(${JSON.stringify(
    `select manager_id, product, sum(balance) from ${csvOf(csv)} group by all`,
  )})`

const dir = mkdtempSync(join(tmpdir(), 'rm-appraise-bench-'))
try {
  const { input, csv } = await writeExports(dir)
  const program = join(import.meta.dirname, '../bin/rm-appraise.js')
  const [ours, theirs] = [[], []]
  for (let run = 0; run < RUNS; run++) {
    ours.push(seconds([program, 'quarter', '--input', input, '--out', join(dir, 'book'), '--quiet']))
    theirs.push(seconds(['--input-type=module', '--eval', bare(csv)]))
  }
  const [one, other] = [median(ours), median(theirs)]
  console.log(`quarter from Parquet, everything checked  ${one.toFixed(2)} s`)
  console.log(`bare DuckDB over the same rows as CSV     ${other.toFixed(2)} s`)
  console.log(`the ratio of the medians of ${RUNS} runs in turn: ${(one / other).toFixed(2)}`)
} finally {
  rmSync(dir, { recursive: true, force: true })
}
