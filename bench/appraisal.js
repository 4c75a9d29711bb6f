/**
 * npm run bench:appraisal: how long the appraisal of 5,000 managers takes under the city-bank scheme, from the engine's sums
 * (measures) to the written files: figures, ranking, recommendations, pay, lots, all sheets, hashes and the move into place.
 * Makes its own folder of exports; prints the seconds of each part. RUNS=n sets how often (default 3).
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle, median } from './bundle.js'

const RUNS = Number(process.env.RUNS ?? 3)
const MANAGERS = 5_000
const GRADES = ['junior', 'intermediate', 'senior']
const PRODUCTS = ['demand', 'term', 'savings', 'loan']

const managers = Array.from({ length: MANAGERS }, (_, number) => `M${String(number).padStart(5, '0')}`)

const table = (header, rows) => `${[header, ...rows].join('\n')}\n`

/** The exports of one quarter: four accounts a manager with one balance a day on the days that matter, and all small tables. */
function writeExports(folder) {
  const grade = (index) => GRADES[index % GRADES.length]
  const put = (name, header, rows) => writeFileSync(join(folder, `${name}.csv`), table(header, rows))
  put(
    'managers',
    'manager_id,name,branch,grade,hired_on,grade_since',
    managers.map((id, index) => `${id},Name ${index},b${index % 40},${grade(index)},2001-01-01,2002-01-01`),
  )
  put('targets', 'scope,scope_id,target,period,value', [
    'all,,deposits,2004Q1,3500000',
    'all,,fees,2004Q1,12000',
  ])
  const items = ['knowledge', 'conduct', 'satisfaction']
  put(
    'assessments',
    'manager_id,item,score',
    managers.flatMap((id, index) => items.map((item, at) => `${id},${item},${60 + ((index * 7 + at) % 40)}`)),
  )
  put(
    'activity',
    'date,kind,manager_id,quantity,amount,ref',
    managers.flatMap((id, index) => [
      `2004-02-10,fee,${id},1,${1000 + index}.55,f${index}`,
      `2004-02-11,visit,${id},${index % 40},0,v${index}`,
      `2004-03-20,interest_due,${id},1,1000.00,d${index}`,
      `2004-03-21,interest_collected,${id},1,${950 + (index % 50)}.37,c${index}`,
    ]),
  )
  put(
    'history',
    'period,manager_id,figure,value',
    managers.flatMap((id, index) => [
      `2003Q4,${id},rating,${index % 2 ? 'competent' : 'excellent'}`,
      `2003Q4,${id},deposits_ytd,${2_900_000 + index}`,
      `2003Q4,${id},base_demand,${900_000 + index}`,
    ]),
  )
  mkdirSync(join(folder, 'balances'))
  const header = 'date,account_id,client_id,product,balance,manager_id'
  for (let day = 0; day < 91; day++) {
    const date = new Date(Date.UTC(2004, 0, 1 + day)).toISOString().slice(0, 10)
    const rows = managers.map((id, index) => {
      const product = PRODUCTS[index % PRODUCTS.length]
      return `${date},A${index},C${index},${product},${1_000_000 + index * 997 + day * 31}.${10 + (index % 90)},${id}`
    })
    writeFileSync(join(folder, 'balances', `${date}.csv`), table(header, rows))
  }
}

const folder = mkdtempSync(join(tmpdir(), 'rm-bench-'))
try {
  writeExports(folder)
  const program = await bundle('appraisal-parts.js', folder)
  const scheme = join(import.meta.dirname, '../fixtures/city-bank/scheme.yaml')
  const runs = Array.from({ length: RUNS }, () =>
    JSON.parse(
      execFileSync(process.execPath, [program, folder, scheme, join(folder, 'book')], { encoding: 'utf8' }),
    ),
  )
  console.log(`${MANAGERS} managers, medians of ${RUNS} runs, seconds`)
  for (const part of Object.keys(runs[0])) {
    console.log(`${part.padEnd(40)} ${median(runs.map((run) => run[part])).toFixed(2)}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
