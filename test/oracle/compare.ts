/** Reads the program's output folder and lists every cell that differs from the expected one. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode, guard, parseCsv } from './csv.ts'
import type { Outputs, OutputTable } from './worked.ts'

/** The header line that the contract gives each file. */
const HEADERS: Readonly<Record<string, string>> = {
  ranking:
    'rank,manager_id,name,branch,grade,deposits,fees,new_clients,loan_quality,visits,knowledge,conduct,satisfaction,adjustment_points,total,rating,recommendation',
  recommendations: 'manager_id,name,branch,grade,recommendation,to_grade,rule,clause,reason,basis,status',
  pay: 'manager_id,name,branch,grade,component,clause,schedule,amount,paid_now,deferred',
  deferred: 'lot_id,manager_id,name,component,granted_period,tranche,due_on,amount,status',
  measures: 'manager_id,measure,rows,sum,divisor,value',
  figures: 'period,manager_id,figure,value',
}

/** Every difference between the expected tables and the CSV files of a run's folder, one sentence each. */
export function differences(expected: Outputs, outDir: string): string[] {
  return [...expected.tables].flatMap(([name, table]) => {
    const [header = [], ...rows] = parseCsv(decode(readFileSync(join(outDir, `${name}.csv`))))
    if (header.join(',') !== HEADERS[name]) return [`${name}: header is ${header.join(',')}`]
    const actual = rowsByKey(table, header, rows)
    if (actual.size < rows.length) return [`${name}: a row stands there twice`]
    return compareTables(name, table, keep(name, actual, expected))
  })
}

type Rows = ReadonlyMap<string, readonly string[]>

/** The rows by key, in their order, each cut down to the expected columns. */
function rowsByKey(
  table: OutputTable,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Rows {
  const places = table.columns.map((column) => header.indexOf(column))
  const cut = rows.map((row) => places.map((place) => row[place] ?? ''))
  return new Map(cut.map((row) => [keyOf(table, row), row]))
}

/** For figures, leaves out the rows that the expected tables say nothing about. */
function keep(name: string, actual: Rows, expected: Outputs): Rows {
  if (name !== 'figures') return actual
  const stated = new Set(expected.figures.map((row) => `${guard(row.managerId)} ${row.figure}`))
  const optional = new Map(
    expected.optionalFigures.map((row) => [`${guard(row.managerId)} ${row.figure}`, guard(row.value)]),
  )
  const ids = new Set(expected.figures.map((row) => guard(row.managerId)))
  const silent = ([key, row]: readonly [string, readonly string[]]): boolean =>
    !stated.has(key) &&
    (optional.get(key) === row[3] || (!optional.has(key) && ids.has(row[1] ?? '') && isFree(row[2] ?? '')))
  return new Map([...actual].filter((entry) => !silent(entry)))
}

/** Names that a scheme may add: what formulas read, and helper figures outside the spaces of points and pay. */
function isFree(figure: string): boolean {
  if (/^(target|assessment|previous|latest|adjustment|manager)\./.test(figure)) return !CLOSED.has(figure)
  return !/^(points|pay)\./.test(figure) && !CLOSED.has(figure)
}

/** Names that mean something in the scheme, so that stating them where nothing is due is a difference. */
const CLOSED: ReadonlySet<string> = new Set([
  'base_demand',
  'base_fixed',
  'complaint_points',
  'collection_points',
  'adjustment_points',
  'stock_pay',
  'margin_pay',
  'growth_pay',
  'loan_pay',
  'fee_pay',
  'coefficient',
  'total',
  'rating',
  'rank',
  'recommendation',
  'grade',
  'previous.rating',
  'previous.deposits_ytd',
  'latest.base_demand',
  'latest.base_fixed',
])

function compareTables(name: string, table: OutputTable, actual: Rows): string[] {
  const expected: Rows = new Map(
    table.rows.map((row) => row.map(guard)).map((row) => [keyOf(table, row), row]),
  )
  const missing = [...expected.keys()]
    .filter((key) => !actual.has(key))
    .map((key) => `${name} ${key}: row is missing`)
  const extra = [...actual.keys()]
    .filter((key) => !expected.has(key))
    .map((key) => `${name} ${key}: row is not expected: ${actual.get(key)?.join(',')}`)
  const cells = [...expected].flatMap(([key, row]) =>
    compareRows(`${name} ${key}`, table, row, actual.get(key)),
  )
  const found = [...missing, ...extra, ...cells]
  const sameOrder = [...expected.keys()].join('\n') === [...actual.keys()].join('\n')
  return found.length > 0 || sameOrder ? found : [`${name}: rows are in another order`]
}

function compareRows(
  place: string,
  table: OutputTable,
  expected: readonly string[],
  actual: readonly string[] | undefined,
): string[] {
  if (!actual) return []
  return table.columns.flatMap((column, i) =>
    expected[i] === actual[i] ? [] : [`${place} ${column}: expected ${expected[i]}, found ${actual[i]}`],
  )
}

function keyOf(table: OutputTable, row: readonly string[]): string {
  return table.key.map((column) => row[table.columns.indexOf(column)]).join(' ')
}
