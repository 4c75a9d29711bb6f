import { DuckDBInstance } from '@duckdb/node-api'

/** Writes the rows of a `balances.csv` in their order as Parquet: the same facts in the other form. */
const [from = '', to = ''] = process.argv.slice(2)
const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
const connection = await instance.connect()
const quoted = (path) => `'${path.replaceAll("'", "''")}'`
await connection.run(
  `copy (select * from read_csv(${quoted(from)}, header = true, delim = ',', quote = '"', auto_detect = false, columns = {
     date: 'DATE', account_id: 'VARCHAR', client_id: 'VARCHAR', product: 'VARCHAR',
     balance: 'DECIMAL(18,2)', manager_id: 'VARCHAR'})) to ${quoted(to)} (format parquet)`,
)
