/**
 * npm run bench: whole `quarter` runs beside bare DuckDB, plain scripts and the mere reading, each a process of its own, on
 * data that it makes itself (the same bytes each time); prints one table and what it says beside its bars.
 * SIZES=1,3,10,18 (million rows), RUNS=3 (medians), FULL=1 (slow scripts at every size), MARKDOWN=1 (the table as Markdown).
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { bars } from './parts/bars.js'
import { appraisals, contenders } from './parts/contenders.js'
import { accountMemory, starts } from './parts/others.js'
import { measureSize } from './parts/sizes.js'
import { table } from './parts/table.js'

const { RUNS = '3', SIZES = '1,3,10,18', MARKDOWN } = process.env

/** Versions of all that is measured. */
function versions() {
  const text = readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')
  const { devDependencies, optionalDependencies, dependencies } = JSON.parse(text)
  const all = { ...devDependencies, ...optionalDependencies, ...dependencies }
  const python = spawnSync('python3', ['--version'], { encoding: 'utf8' }).stdout?.trim()
  const packages = ['@duckdb/node-api', 'csv-parse', 'decimal.js'].map((name) => `${name} ${all[name]}`)
  const machine = `${cpus().length} cores, ${process.platform} ${process.arch}`
  return [machine, `Node ${process.version}`, ...packages, python ?? 'no python3: left out'].join(', ')
}

const lines = []
for (const size of SIZES.split(',').map(Number)) {
  lines.push(...measureSize(size, contenders(), Number(RUNS), lines))
}
console.log(`${versions()}; medians of ${RUNS}; ≈: scaled by rows from the largest size measured\n`)
console.log(table(lines, MARKDOWN))
const derived = [...bars(lines), accountMemory(appraisals()[0], Number(RUNS)), ...starts()]
console.log(`\n${derived.map((line) => (MARKDOWN ? `- ${line}` : line)).join('\n')}`)
