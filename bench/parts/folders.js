import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { accountsFor } from '../data/accounts.js'
import { writeBalances } from '../data/balances.js'
import { writeAssignments, writeTables } from '../data/tables.js'

/** Clients in the folder whose owners are told by assignments. */
const CLIENTS = 4_000

/** Makes a folder of exports and, in it, balances of a shape; gives their rows and fen. */
export function makeExports(folder, shape) {
  mkdirSync(folder)
  writeTables(folder)
  return writeBalances(join(folder, 'balances.csv'), shape)
}

const makers = {
  csv: (folder, rows) => makeExports(folder, { accounts: accountsFor(rows) }),
  assigned(folder, rows) {
    const truth = makeExports(folder, { accounts: accountsFor(rows), clients: CLIENTS })
    writeAssignments(folder, CLIENTS)
    return truth
  },
  parquet(folder) {
    mkdirSync(folder)
    writeTables(folder)
    const program = join(import.meta.dirname, '../rivals/to-parquet.js')
    execFileSync(process.execPath, [
      program,
      join(folder, '../csv/balances.csv'),
      join(folder, 'balances.parquet'),
    ])
  },
}

/** Makes the folders of exports of one size in the forms asked for; gives the rows and fen that each of them holds. */
export function makeFolders(dir, rows, forms) {
  const truth = makers.csv(join(dir, 'csv'), rows)
  for (const form of forms) if (form !== 'csv') makers[form](join(dir, form), rows)
  return truth
}
