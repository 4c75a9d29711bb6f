/** The input tables as typed rows; a missing optional cell has its default here. */
import { type Day, parseDay } from './calendar.ts'
import { type Row, readTable } from './csv.ts'
import { parse } from './fraction.ts'
import type { Activity, Assignment, Balance, Manager, Rate } from './rows.ts'

/** All tables of an input folder by their names. */
export type Tables = ReadonlyMap<string, readonly Row[]>

/** One bank: the tables that need more than text, and the others as they are. */
export interface Bank {
  readonly managers: readonly Manager[]
  readonly balances: readonly Balance[]
  readonly assignments: readonly Assignment[] | undefined
  readonly activity: readonly Activity[]
  readonly rates: readonly Rate[]
  readonly rows: (table: string) => readonly Row[]
}

const TABLES = [
  'managers',
  'posts',
  'balances',
  'assignments',
  'activity',
  'targets',
  'assessments',
  'clients',
  'fx',
  'adjustments',
  'history',
  'set_aside',
]

/** The tables of an input folder that are there. */
export function readTables(folder: string): Tables {
  const tables = new Map<string, readonly Row[]>()
  for (const name of TABLES) {
    const rows = readTable(folder, name)
    if (rows) tables.set(name, rows)
  }
  return tables
}

/** The cell of a column; an absent column and an empty cell both give the default. */
export function cell(row: Row, column: string, otherwise = ''): string {
  return row[column] || otherwise
}

/** The tables as one bank. */
export function bankOf(tables: Tables): Bank {
  const rows = (table: string): readonly Row[] => tables.get(table) ?? []
  return {
    managers: rows('managers').map(manager),
    balances: rows('balances').map(balance),
    assignments: tables.get('assignments')?.map(assignment),
    activity: rows('activity').map(activity),
    rates: rows('fx').map((row) => ({
      day: parseDay(cell(row, 'date')),
      currency: cell(row, 'currency'),
      rate: parse(cell(row, 'rate')),
    })),
    rows,
  }
}

/** The first day that a row's column names; an empty cell is open towards the past. */
export function since(row: Row, column: string): Day {
  return cell(row, column) === '' ? -Infinity : parseDay(cell(row, column))
}

/** The last day that a row's column names; an empty cell is open towards the future. */
export function until(row: Row, column: string): Day {
  return cell(row, column) === '' ? Infinity : parseDay(cell(row, column))
}

function manager(row: Row): Manager {
  return { id: cell(row, 'manager_id'), hiredOn: since(row, 'hired_on'), leftOn: until(row, 'left_on'), row }
}

function balance(row: Row): Balance {
  return {
    day: parseDay(cell(row, 'date')),
    accountId: cell(row, 'account_id'),
    clientId: cell(row, 'client_id'),
    product: cell(row, 'product'),
    amount: parse(cell(row, 'balance')),
    currency: cell(row, 'currency', 'CNY'),
    managerId: cell(row, 'manager_id'),
  }
}

function assignment(row: Row): Assignment {
  return {
    accountId: cell(row, 'account_id'),
    clientId: cell(row, 'client_id'),
    managerId: cell(row, 'manager_id'),
    share: parse(cell(row, 'share', '1')),
    from: since(row, 'from'),
    to: until(row, 'to'),
  }
}

function activity(row: Row): Activity {
  return {
    day: parseDay(cell(row, 'date')),
    kind: cell(row, 'kind'),
    managerId: cell(row, 'manager_id'),
    clientId: cell(row, 'client_id'),
    product: cell(row, 'product'),
    quantity: parse(cell(row, 'quantity', '1')),
    amount: parse(cell(row, 'amount', '0')),
  }
}
