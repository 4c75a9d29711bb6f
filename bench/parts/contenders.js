import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { node } from './measure.js'

const ROOT = join(import.meta.dirname, '../..')
const BIN = join(ROOT, 'bin/rm-appraise.js')
const SCHEME = join(ROOT, 'fixtures/city-bank/scheme.yaml')
const rival = (name) => join(import.meta.dirname, '../rivals', name)

/** What a finished run says of the balances it read. */
function controls(folder) {
  const text = readFileSync(join(folder, 'book/2004Q1/controls.csv'), 'utf8')
  const value = (name) => text.match(new RegExp(`^balances,${name},,(.*)$`, 'm'))[1]
  const [yuan, cents = ''] = value('sum_read').split('.')
  return { rows: Number(value('rows_read')), fen: yuan + cents.padEnd(2, '0') }
}

/** How many workers read rows unless told, as far as they are measured. */
const USUAL = Math.min(Math.max(availableParallelism() - 1, 1), 2)

/** A whole `quarter` over one of the folders of exports, its book included; `usual`: as it runs unless told otherwise. */
const quarter = (id, name, form, options, usual = false) => ({
  id,
  usual,
  name: `quarter, ${name}`,
  form,
  command: (folder) =>
    node(BIN, 'quarter', '--input', folder, '--scheme', SCHEME, '--period', '2004Q1').concat(
      ['--out', join(folder, 'book'), '--quiet'],
      options,
    ),
  found: (_, folder) => controls(folder),
})

/** A program that reads `balances.csv` and prints the rows and the fen that it found. */
const script = (id, name, command, slow = false) => ({
  id,
  name,
  form: 'csv',
  slow,
  command: (folder) => command(join(folder, 'balances.csv')),
  found: (stdout) => JSON.parse(stdout),
})

const reading = (id, name, ...how) => ({
  ...script(id, name, (path) => node(rival('bytes.js'), path, ...how)),
  found: undefined,
})

/** The ways of `quarter` that this build offers, as its help tells. */
export function appraisals() {
  const help = spawnSync(process.execPath, [BIN, 'quarter', '--help'], { encoding: 'utf8' }).stdout
  const workers = (count) => (help.includes('--workers') ? ['--workers', `${count}`] : [])
  const scan = (count) => ['--engine', 'scan', ...workers(count)]
  const list = [quarter('scan1', 'scan, 1 worker', 'csv', scan(1), USUAL === 1)]
  if (help.includes('--workers')) list.push(quarter('scan2', 'scan, 2 workers', 'csv', scan(2), USUAL === 2))
  list.push(quarter('assigned', 'scan, owners by assignments', 'assigned', scan(USUAL)))
  if (!help.includes('"duckdb"')) return list
  list.push(quarter('duckdb', 'duckdb on CSV', 'csv', ['--engine', 'duckdb', ...workers(2)]))
  list.push(quarter('parquet', 'duckdb on Parquet', 'parquet', workers(2), true))
  return list
}

/** All that is measured at each size: the tool, then its rivals. */
export function contenders() {
  const python = spawnSync('python3', ['--version']).status === 0
  return [
    ...appraisals(),
    script('bare', 'bare DuckDB', (path) => node(rival('duckdb.js'), path)),
    script('script', 'csv-parse + Decimal', (path) => node(rival('csv-parse.js'), path), true),
    ...(python
      ? [script('python', 'Python csv + decimal', (path) => ['python3', rival('csv_decimal.py'), path], true)]
      : []),
    reading('bytes', 'reading the bytes'),
    reading('sha256', 'reading + SHA-256', 'sha256'),
  ]
}
