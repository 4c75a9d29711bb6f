/** Random measures, and three years of a small bank on which every window can be asked. */

import type { Spec } from '../any-measure.ts'
import { type Day, day, dayText } from '../calendar.ts'
import type { Row } from '../csv.ts'
import { type Random, randomFrom } from './random.ts'

const WINDOWS = [
  ...['period', 'year_to_date', 'whole_year', 'last_period', 'last_year'],
  ...['same_period_last_year', 'last_12_months'],
]
const BALANCE_KINDS = ['daily_average', 'closing_balance', 'mean_of_months', 'average_of_days']
const ACTIVITY_KINDS = [
  ...['sum_of_amount', 'sum_of_quantity', 'count_of_rows', 'count_of_days', 'sum_by_table'],
]
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  product: ['demand', 'term', 'savings'],
  kind: ['loan', 'visit', 'fee'],
  currency: ['CNY', 'USD'],
  tier: ['A', 'B'],
  segment: ['retail', 'corporate'],
}
const BOUNDS = ['-100', '0', '0.01', '99.99', '100', '500', '1000.005']

/** A random measure. */
export function randomSpec(random: Random): Spec {
  const { chance, pick, shuffled, int } = random
  const of = pick(['balances', 'activity'] as const)
  const take = pick(of === 'balances' ? BALANCE_KINDS : ACTIVITY_KINDS)
  const columns = ['product', of === 'balances' ? 'currency' : 'kind', 'tier', 'segment']
  const some = (column: string) => shuffled(COLUMNS[column] ?? []).slice(0, int(1, 2))
  const where = Object.fromEntries(
    columns.filter(() => chance(0.3)).map((column) => [column, some(column)] as const),
  )
  const weighed = take === 'count_of_days' ? [] : columns.filter((column) => chance(0.2) && !where[column])
  return {
    ...{ of, take, over: pick(WINDOWS), where },
    amount: of === 'activity' && chance(0.4) ? randomBounds(random) : {},
    weigh: Object.fromEntries(weighed.map((column) => [column, weightsOf(random, some(column))])),
    on:
      take === 'average_of_days'
        ? shuffled(['1', '10', '15', '20', '29', '30', '31', 'last']).slice(0, int(1, 4))
        : [],
    table: take === 'sum_by_table' ? randomTable(random) : undefined,
  }
}

const weightsOf = ({ pick }: Random, names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, pick(['0', '0.3', '1.1', '-2', '12'])]))

/** Bounds with room for amounts between them. */
function randomBounds({ int, chance, pick }: Random): Readonly<Record<string, string>> {
  const low = int(0, BOUNDS.length - 2)
  const high = int(low + 1, BOUNDS.length - 1)
  const lower = { [pick(['from', 'above'])]: BOUNDS[low] ?? '' }
  const upper = { [pick(['to', 'below'])]: BOUNDS[high] ?? '' }
  return chance(0.4) ? { ...lower, ...upper } : chance(0.5) ? lower : upper
}

const randomTable = ({ chance, int }: Random): Spec['table'] => ({
  upper: chance(0.5),
  rows: [...BOUNDS.filter(() => chance(0.5)).map((to) => ({ to, gives: `${int(0, 9)}.5` })), { gives: '6' }],
})

/** The measure as the scheme writes it, without its table, which has the measure's name and `_table`. */
export function textOf(name: string, spec: Spec): string {
  const listed = (values: readonly string[]) => `[${values.join(', ')}]`
  const braces = (entries: Readonly<Record<string, string>>) =>
    `{ ${Object.entries(entries)
      .map(([key, value]) => `${key}: ${value}`)
      .join(', ')} }`
  const where = Object.fromEntries(Object.entries(spec.where).map(([key, values]) => [key, listed(values)]))
  const amount = Object.keys(spec.amount).length > 0 ? { amount: braces(spec.amount) } : {}
  const weigh = Object.entries(spec.weigh).map(([key, weights]) => [key, braces(weights)])
  return `${name}: ${braces({
    ...{ of: spec.of, take: spec.take, over: spec.over },
    ...(Object.keys({ ...where, ...amount }).length > 0 ? { where: braces({ ...where, ...amount }) } : {}),
    ...(weigh.length > 0 ? { weigh: braces(Object.fromEntries(weigh)) } : {}),
    ...(spec.on.length > 0 ? { on: listed(spec.on) } : {}),
    ...(spec.table ? { table: `${name}_table` } : {}),
  })}`
}

/** The table of a measure as the scheme writes it. */
export function tableTextOf(name: string, { table }: Spec): string | undefined {
  if (!table) return undefined
  const rows = table.rows.map(
    ({ to, gives }) => `{ ${to === undefined ? '' : `to: ${to}, `}gives: ${gives} }`,
  )
  return `${name}_table: { kind: whole, includes: ${table.upper ? 'upper' : 'lower'}, rows: [ ${rows.join(', ')} ] }`
}

const [FIRST, LAST] = [day(2023, 12, 15), day(2026, 1, 3)]

type Draft = Map<string, Row[]>

/** The tables of a bank with rows on every day of 2024 and 2025; owners are named by rows or by assignments. */
export function smallBank(seed: number): Draft {
  const random = randomFrom(seed)
  const assigned = random.chance(0.4)
  const someDay = (): Day => random.int(FIRST, LAST)
  const [hired, left] = [someDay(), someDay()].sort((a, b) => a - b) as [Day, Day]
  const tables: Draft = new Map()
  tables.set('managers', [
    { manager_id: 'M1', name: 'Li', branch: 'East', hired_on: '', left_on: '' },
    { manager_id: 'M2', name: 'Wu', branch: 'East', hired_on: dayText(hired), left_on: dayText(left) },
    { manager_id: 'M3', name: 'Xu', branch: 'West', hired_on: '', left_on: '' },
  ])
  tables.set('clients', [
    { client_id: 'C1', tier: 'A', segment: 'retail' },
    { client_id: 'C2', tier: 'B', segment: 'corporate' },
    { client_id: 'C3', tier: 'A', segment: '' },
    { client_id: 'C4', tier: '', segment: 'retail' },
  ])
  tables.set('fx', [
    { date: '2023-01-01', currency: 'USD', rate: '7.1' },
    { date: dayText(someDay()), currency: 'USD', rate: '6.85' },
  ])
  tables.set('balances', balanceRows(random, assigned))
  tables.set('activity', activityRows(random))
  if (assigned) tables.set('assignments', assignmentRows(someDay()))
  return tables
}

function balanceRows({ int, pick, chance }: Random, assigned: boolean): Row[] {
  return [0, 1, 2, 3, 4, 5].flatMap((account) => {
    const spanned = account === 0 || chance(0.4)
    const first = spanned ? FIRST : int(FIRST, LAST)
    const last = spanned ? LAST : Math.min(LAST, first + int(0, 500))
    const currency = chance(0.2) ? 'USD' : ''
    const [client, product] = [`C${int(1, 5)}`, pick(COLUMNS.product ?? [])]
    const turn = int(first, last)
    let balance = int(-50_000, 900_000)
    return Array.from({ length: last - first + 1 }, (_, index) => {
      if (chance(0.05)) balance = int(-50_000, 900_000)
      const date = first + index
      const manager = assigned ? '' : date < turn ? 'M1' : pick(['M2', 'M2', 'M3'])
      const amount = `${Math.trunc(balance / 100)}.${`${Math.abs(balance % 100)}`.padStart(2, '0')}`
      const facts = { account_id: `A${account}`, client_id: client, product, currency }
      return { date: dayText(date), ...facts, balance: amount, manager_id: manager }
    })
  })
}

const activityRows = ({ int, pick, chance }: Random): Row[] =>
  Array.from({ length: 120 }, (_, index) => ({
    date: dayText(chance(0.3) ? day(2025, int(1, 12), 31 - int(3, 5)) : int(FIRST, LAST)),
    kind: pick(COLUMNS.kind ?? []),
    manager_id: pick(['M1', 'M2', 'M3', '']),
    client_id: pick(['C1', 'C2', 'C3', 'C4', 'C5', '']),
    product: pick(['', ...(COLUMNS.product ?? [])]),
    quantity: chance(0.5) ? '' : `${int(-3, 9)}.25`,
    amount: chance(0.7) ? pick(BOUNDS).slice(0, 6) : `${int(-300, 2000)}`,
    ref: `R${index}`,
  }))

/** Two managers share a client from a day on. */
function assignmentRows(turn: Day): Row[] {
  const row = (client: string, manager: string, share: string, from: Day, to?: Day): Row => ({
    ...{ account_id: '', client_id: client, manager_id: manager, share },
    ...{ from: dayText(from), to: to === undefined ? '' : dayText(to) },
  })
  return [
    row('C1', 'M1', '1', FIRST, turn - 1),
    row('C1', 'M1', '0.25', turn),
    row('C1', 'M2', '0.75', turn),
    row('C2', 'M2', '1', FIRST),
    row('C3', 'M3', '1', turn),
    row('C4', 'M1', '0.5', FIRST),
    row('C4', 'M3', '0.5', FIRST),
    { ...row('', 'M3', '1', FIRST, turn), account_id: 'A1' },
  ]
}

/** The rows of a table as CSV. */
export function csvOf(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {})
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','))
  return `${[columns.join(','), ...lines].join('\n')}\n`
}
