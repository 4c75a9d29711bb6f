import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse'
import { Decimal } from 'decimal.js'

/** What a script without further thought does: rows as objects, one Decimal a row, sums by manager and product. */
const [path = ''] = process.argv.slice(2)
const sums = new Map()
let rows = 0
for await (const row of createReadStream(path).pipe(parse({ columns: true, bom: true }))) {
  const key = `${row.manager_id}|${row.product}`
  sums.set(key, (sums.get(key) ?? new Decimal(0)).plus(new Decimal(row.balance)))
  rows += 1
}
const total = [...sums.values()].reduce((sum, each) => sum.plus(each), new Decimal(0))
process.stdout.write(JSON.stringify({ rows, fen: total.times(100).toFixed(0) }))
