import { readFileSync } from 'node:fs'
import { Findings, type Report } from '../../src/core/findings/finding.ts'
import { matchHeader } from '../../src/core/tables/header.ts'
import { type ColumnForms, PLAIN_TABLE } from '../../src/core/tables/input-forms.ts'
import { readInputsFile } from '../../src/core/tables/inputs-file.ts'
import { readRow } from '../../src/core/tables/rows.ts'
import { balances } from '../../src/core/tables/shapes.ts'
import { monthOf, printDay } from '../../src/core/values/calendar.ts'
import { printExact } from '../../src/core/values/exact.ts'
import { openCsv } from '../../src/engines/csv/read.ts'

import { inspect } from '../../src/engines/files/inspect.ts'

/** What one reading of `balances` comes to, in a form that can be compared. */
export interface Outcome {
  readonly records: number
  /** By manager, product, currency and month: rows and fen. */
  readonly sums: readonly string[]
  /** `file:line:column code facts`, without what is told of accounts as a whole. */
  readonly told: readonly string[]
}

type Row = NonNullable<ReturnType<typeof readRow<(typeof balances)['columns']>>>

/**
 * Reads `balances.csv` the plain way: every byte looked at first, csv-parse for the records, the table's shape for the
 * cells, a map of BigInts for the sums. `managers` are those there are; only the scheme's currency has a rate.
 */
export async function readPlainly(
  real: string,
  managers: ReadonlySet<string>,
  inputs: string,
): Promise<Outcome> {
  const findings = new Findings()
  const { report } = findings
  const { delimiter, aliases, forms } =
    (inputs === '' ? undefined : readInputsFile(inputs, 'inputs.yaml', report)?.get('balances')) ??
    PLAIN_TABLE
  const file = await inspect({ path: 'balances.csv', real }, report, () => {})
  const sums = new Map<string, { rows: number; fen: bigint }>()
  const keys = new Set<string>()
  let records = 0
  if (file) {
    const bytes = readFileSync(real)
    const csv = await openCsv('balances.csv', { encoding: file.encoding, delimiter }, byByte(bytes), report)
    const map = csv && matchHeader(balances, csv.header.cells, aliases, csv.header.at, report)
    for await (const block of csv && map ? csv.blocks : []) {
      for (const index of block.records.keys()) {
        records += 1
        const record = block.record(index)
        const row = map && readRow(balances, map, record, report, forms)
        const key = row ? keyOf(row) : map && faultyKey(record.cells, map, forms)
        const isFirst = key === undefined || !keys.has(key)
        if (key !== undefined) keys.add(key)
        if (!isFirst) report('balance-twice', record.at(), { account: '', currency: '', day: '' })
        if (row && isSound(row, managers, report) && isFirst) addTo(sums, row)
      }
    }
  }
  const lines = [...sums].map(([key, { rows, fen }]) => `${key} ${rows} ${fen}`).sort()
  return { records, sums: lines, told: toldIn(findings) }
}

/** Byte by byte, so that a record is too long exactly when it is longer than the limit. */
async function* byByte(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at++) yield bytes.subarray(at, at + 1)
}

const keyOf = ({ cells }: Row): string =>
  [printDay(cells.date), cells.account_id, cells.currency === 'CNY' ? '' : (cells.currency ?? '')].join('\0')

/** A faulty row still fills its key, where it tells one. */
function faultyKey(
  cells: readonly string[],
  map: ReadonlyMap<string, number>,
  forms: ColumnForms,
): string | undefined {
  const text = (column: string) => cells[map.get(column) ?? -1] ?? ''
  const whole = { client_id: 'x', product: 'demand', balance: '0', branch: '', manager_id: '' }
  const columns = { ...whole, date: text('date'), account_id: text('account_id'), currency: text('currency') }
  const names = Object.keys(columns)
  const record = { cells: Object.values(columns), at: () => ({ file: '' }) }
  const row = readRow(balances, new Map(names.map((name, index) => [name, index])), record, () => {}, forms)
  return row && keyOf(row)
}

function isSound({ cells, at }: Row, managers: ReadonlySet<string>, report: Report): boolean {
  const { currency = 'CNY', manager_id: manager } = cells
  if (currency !== 'CNY') report('rate-missing', at('currency'), { currency, day: printDay(cells.date) })
  else if (manager !== undefined && !managers.has(manager)) {
    report('manager-unknown', at('manager_id'), { found: manager, likeliest: '' })
  } else return true
  return false
}

function addTo(sums: Map<string, { rows: number; fen: bigint }>, { cells }: Row): void {
  const key = [cells.manager_id ?? '-', cells.product, monthOf(cells.date)].join(' ')
  const sum = sums.get(key) ?? { rows: 0, fen: 0n }
  const fen = BigInt(printExact(cells.balance.mul(100)))
  sums.set(key, { rows: sum.rows + 1, fen: sum.fen + fen })
}

/** What is told of rows and files, without the facts that need more than the row. */
export function toldIn(findings: Findings): readonly string[] {
  const ofAccounts = new Set([
    'balance-hole',
    'balance-days-hole',
    'open-end',
    'ids-rounded',
    'ids-perhaps-rounded',
  ])
  return findings.sorted
    .filter(({ code }) => !ofAccounts.has(code))
    .map(({ code, place, facts }) => {
      const { likeliest: _, account: __, currency: ___, day: ____, ...told } = facts
      return `${place.file}:${place.line ?? ''}:${place.column ?? ''} ${code} ${JSON.stringify(told)}`
    })
}
