import { Findings } from '../src/core/findings/finding.ts'
import { balanceOwners } from '../src/core/tables/owners.ts'
import { Ownerships } from '../src/core/tables/ownership.ts'
import { AFTER_ALL, BEFORE_ALL } from '../src/core/values/calendar.ts'
import { openExports } from '../src/engines/open.ts'
import { managerIds } from './data.js'
import { report } from './report.js'

const [folder = ''] = process.argv.slice(2)
const findings = new Findings()
const all = new Ownerships()
const posts = new Map(managerIds.map((id) => [id, { first: BEFORE_ALL, last: AFTER_ALL }]))
const plan = {
  currency: 'CNY',
  owners: balanceOwners({ posts, whole: true }, undefined, all),
  rates: new Map(),
  otherRate: -1,
  branches: new Map(),
  horizon: 'quarter',
  names: new Set(['demand']),
  watched: new Map(),
}

const begun = performance.now()
const exports = await openExports(folder, findings.report)
const opened = performance.now()
const sums = await exports.sumBalances(plan)
const seconds = (performance.now() - begun) / 1000
if (findings.hasErrors) throw new Error('the data of the benchmark have faults')

report({
  seconds,
  looking: (opened - begun) / 1000,
  rows: sums.cells.reduce((rows, cell) => rows + cell.rows, 0),
  fen: sums.cells.reduce((fen, cell) => fen + cell.amount, 0n).toString(),
})
// The sums stay in use to here, so that what they remember counts as memory in use.
if (!sums.hasAccount('6222000000000')) throw new Error('the first account is missing')
