import { DuckDBInstance } from '@duckdb/node-api'

/** Bare DuckDB: one `read_csv` with columns and dialect given, exact sums by manager and product, nothing checked. */
const [path = ''] = process.argv.slice(2)
const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
const connection = await instance.connect()
const result = await connection.runAndReadAll(
  `select manager_id, product, (sum(balance) * 100)::hugeint::varchar, count(*)::varchar
   from read_csv(?, header = true, delim = ',', quote = '"', auto_detect = false, columns = {
     date: 'DATE', account_id: 'VARCHAR', client_id: 'VARCHAR', product: 'VARCHAR',
     balance: 'DECIMAL(18,2)', manager_id: 'VARCHAR'})
   group by manager_id, product order by manager_id, product`,
  [path],
)
let [fen, rows] = [0n, 0n]
for (const [, , sum, count] of result.getRows()) {
  fen += BigInt(sum)
  rows += BigInt(count)
}
process.stdout.write(JSON.stringify({ rows: Number(rows), fen: String(fen) }))
