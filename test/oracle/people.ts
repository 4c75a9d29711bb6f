/** The people of a run: who is in it, and what the tables say of them on the period's last day. */
import { type Bank, cell, since, until } from './bank.ts'
import { type Day, holds, length, type Span } from './calendar.ts'
import type { Row } from './csv.ts'
import type { Manager } from './rows.ts'

/** A manager with at least one day in post in the period, and the values of the last of these days. */
export interface Person {
  readonly id: string
  readonly columns: Row
  readonly grade: string
  readonly staff: boolean
  readonly days: number
  readonly leftWithin: boolean
  readonly ranked: boolean
}

const COLUMNS = [
  'manager_id',
  'name',
  'branch',
  'grade',
  'team',
  'role',
  'employment',
  'hired_on',
  'left_on',
  'grade_since',
  'term_from',
  'term_to',
  'status',
]
const DEFAULTS: Row = { role: 'manager', employment: 'staff', status: 'active' }
const REPLACED = ['grade', 'branch', 'team', 'role', 'status']

/** The managers that the run does not leave out on purpose. */
export function managersOf(bank: Bank, period: string): Manager[] {
  const out = bank.rows('set_aside').filter((row) => cell(row, 'period') === period)
  return bank.managers.filter((manager) => !out.some((row) => cell(row, 'manager_id') === manager.id))
}

/** The people of the run, by manager id. */
export function peopleOf(bank: Bank, period: string, quarter: Span): Person[] {
  return managersOf(bank, period)
    .map((manager) => personOf(bank, manager, quarter))
    .filter((person) => person.days > 0)
    .sort((a, b) => byCodePoint(a.id, b.id))
}

/** The order of two texts by Unicode code point. */
export function byCodePoint(a: string, b: string): number {
  const [x, y] = [[...a], [...b]]
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = (x[i]?.codePointAt(0) ?? 0) - (y[i]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return x.length - y.length
}

function personOf(bank: Bank, manager: Manager, quarter: Span): Person {
  const days = {
    first: Math.max(manager.hiredOn, quarter.first),
    last: Math.min(manager.leftOn, quarter.last),
  }
  const columns = columnsOn(bank, manager, days.last)
  return {
    id: manager.id,
    columns,
    grade: cell(columns, 'grade'),
    staff: cell(columns, 'employment') === 'staff',
    days: Math.max(0, length(days)),
    leftWithin: holds(quarter, manager.leftOn),
    ranked: manager.leftOn >= quarter.last && cell(columns, 'status') !== 'leave',
  }
}

function columnsOn(bank: Bank, manager: Manager, day: Day): Row {
  const post = bank.rows('posts').find((row) => cell(row, 'manager_id') === manager.id && covers(row, day))
  const value = (column: string): string => {
    const own = cell(manager.row, column, cell(DEFAULTS, column))
    return post && REPLACED.includes(column) ? cell(post, column, own) : own
  }
  return Object.fromEntries(COLUMNS.map((column) => [column, value(column)]))
}

function covers(post: Row, day: Day): boolean {
  return since(post, 'from') <= day && day <= until(post, 'to')
}
