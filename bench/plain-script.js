import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import { Decimal } from 'decimal.js'
import { report } from './report.js'

/** What a script without further thought does: rows as objects, one Decimal a row, sums by manager and product. */
const [folder = ''] = process.argv.slice(2)
const begun = performance.now()
const sums = new Map()
let rows = 0
const parser = createReadStream(join(folder, 'balances.csv')).pipe(parse({ columns: true, bom: true }))
for await (const row of parser) {
  const key = `${row.manager_id}|${row.product}`
  sums.set(key, (sums.get(key) ?? new Decimal(0)).plus(new Decimal(row.balance)))
  rows += 1
}
const total = [...sums.values()].reduce((sum, each) => sum.plus(each), new Decimal(0))
report({ seconds: (performance.now() - begun) / 1000, rows, fen: total.times(100).toFixed(0) })
