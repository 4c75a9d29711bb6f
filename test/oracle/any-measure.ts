/** Any measure that a scheme can ask for, worked out row by row from what it says. */
import { type Bank, cell } from './bank.ts'
import {
  addMonths,
  type Day,
  day,
  dayText,
  holds,
  length,
  partsOf,
  periodSpan,
  type Span,
} from './calendar.ts'
import { compare, type Fraction, fraction, ONE, over, parse, plus, times, ZERO } from './fraction.ts'
import { ownersOfActivity, ownersOfBalance, type Share } from './ownership.ts'
import type { Activity, Balance } from './rows.ts'

/** A measure as a scheme writes it. */
export interface Spec {
  readonly of: 'balances' | 'activity'
  readonly take: string
  readonly over: string
  readonly where: Readonly<Record<string, readonly string[]>>
  readonly amount: Readonly<Record<string, string>>
  readonly weigh: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly on: readonly string[]
  /** The table's rows, the last one open: what amounts give up to a bound, which belongs to the row or to the next one. */
  readonly table:
    | { readonly upper: boolean; readonly rows: readonly { to?: string; gives: string }[] }
    | undefined
}

/** What one manager has of it. */
export interface Whole {
  readonly rows: number
  readonly sum: Fraction
  readonly divisor: number
}

type Row = { readonly kind?: string; readonly row: Balance | Activity; readonly owners: readonly Share[] }

/** The days that a measure looks at in a period. */
export function windowOf(name: string, period: string): Span {
  const own = periodSpan(period)
  const [year] = partsOf(own.last)
  const yearOf = (of: number): Span => ({ first: day(of, 1, 1), last: day(of + 1, 1, 1) - 1 })
  const monthsBefore = (count: number): Span => ({
    first: addMonths(own.first, -count),
    last: addMonths(own.last + 1, -count) - 1,
  })
  const months = Math.round(length(own) / 30.4)
  const windows: Readonly<Record<string, Span>> = {
    period: own,
    year_to_date: { first: day(year, 1, 1), last: own.last },
    whole_year: yearOf(year),
    last_period: monthsBefore(months),
    last_year: yearOf(year - 1),
    same_period_last_year: monthsBefore(12),
    last_12_months: { first: addMonths(own.last + 1, -12), last: own.last },
  }
  return windows[name] ?? own
}

/** The months of a span, each with its days. */
function monthsIn({ first, last }: Span): readonly Span[] {
  const months: Span[] = []
  for (let start = first; start <= last; start = addMonths(start, 1)) {
    months.push({ first: start, last: addMonths(start, 1) - 1 })
  }
  return months
}

/** The days named by their numbers in each month, `last` for its last, each once. */
function sampled(window: Span, on: readonly string[]): ReadonlySet<Day> {
  const inMonth = ({ first, last }: Span) =>
    on.map((text) => (text === 'last' ? last : Math.min(first + Number(text) - 1, last)))
  return new Set(monthsIn(window).flatMap(inMonth))
}

/** The measure of every manager; `part`: of the rows of these days alone. */
export function wholeOf(bank: Bank, spec: Spec, period: string, part?: Span): ReadonlyMap<string, Whole> {
  const window = windowOf(spec.over, period)
  const days = daysCounted(spec, window)
  const rows = rowsOf(bank, spec).filter(
    ({ row }) => days.has(row.day) && (!part || holds(part, row.day)) && chosen(bank, spec, row),
  )
  const divisor = divisorOf(spec, window)
  return new Map(
    bank.managers.map(({ id }) => {
      const own = rows.flatMap(({ row, owners }) =>
        owners.flatMap(({ managerId, share }) => (managerId === id ? [{ row, share }] : [])),
      )
      return [id, { rows: own.length, sum: sumOf(bank, spec, own), divisor }]
    }),
  )
}

function sumOf(
  bank: Bank,
  spec: Spec,
  own: readonly { readonly row: Balance | Activity; readonly share: Fraction }[],
): Fraction {
  if (spec.take === 'count_of_days') return fraction(BigInt(new Set(own.map(({ row }) => row.day)).size))
  return own.reduce((sum, { row, share }) => {
    return plus(sum, times(valueOfRow(bank, spec, row), weightOf(bank, spec, row), share))
  }, ZERO)
}

function daysCounted({ take, on }: Spec, window: Span): ReadonlySet<Day> {
  if (take === 'closing_balance') return new Set([window.last])
  if (take === 'average_of_days') return sampled(window, on)
  return new Set(Array.from({ length: length(window) }, (_, index) => window.first + index))
}

function divisorOf({ take, on }: Spec, window: Span): number {
  if (take === 'daily_average') return length(window)
  if (take === 'mean_of_months') return monthsIn(window).length
  return take === 'average_of_days' ? sampled(window, on).size : 1
}

const rowsOf = (bank: Bank, { of }: Spec): readonly Row[] =>
  of === 'balances'
    ? bank.balances.map((row) => ({ row, owners: ownersOfBalance(bank, row) }))
    : bank.activity.map((row) => ({ row, owners: ownersOfActivity(bank, row) }))

/** The text by which a row is chosen or weighed. */
function textIn(bank: Bank, row: Balance | Activity, column: string): string {
  if (column === 'product') return row.product
  if (column === 'kind') return 'kind' in row ? row.kind : ''
  if (column === 'currency') return 'currency' in row ? row.currency : ''
  const client = bank.rows('clients').find((each) => cell(each, 'client_id') === row.clientId)
  return client ? cell(client, column) : ''
}

function chosen(bank: Bank, { where, amount }: Spec, row: Balance | Activity): boolean {
  const named = Object.entries(where).every(([column, values]) => values.includes(textIn(bank, row, column)))
  const sign = (bound: string) => compare(row.amount, parse(bound))
  const tests: Readonly<Record<string, (bound: string) => boolean>> = {
    from: (bound) => sign(bound) >= 0,
    above: (bound) => sign(bound) > 0,
    to: (bound) => sign(bound) <= 0,
    below: (bound) => sign(bound) < 0,
  }
  return named && Object.entries(amount).every(([bound, value]) => tests[bound]?.(value) === true)
}

const weightOf = (bank: Bank, { weigh }: Spec, row: Balance | Activity): Fraction =>
  times(
    ...Object.entries(weigh).map(([column, weights]) => parse(weights[textIn(bank, row, column)] ?? '1')),
    ONE,
  )

function valueOfRow(bank: Bank, { take, table }: Spec, row: Balance | Activity): Fraction {
  if ('currency' in row) {
    const inYuan = times(row.amount, rateOn(bank, row))
    if (take !== 'mean_of_months') return inYuan
    const [year, month] = partsOf(row.day)
    const first = day(year, month, 1)
    return over(inYuan, fraction(BigInt(addMonths(first, 1) - first)))
  }
  if (take === 'sum_of_amount') return row.amount
  if (take === 'sum_of_quantity') return row.quantity
  if (!table) return ONE
  const found = table.rows.find(({ to }) => {
    const order = to === undefined ? -1 : compare(row.amount, parse(to))
    return table.upper ? order <= 0 : order < 0
  })
  return parse(found?.gives ?? '0')
}

function rateOn(bank: Bank, { currency, day: on }: Balance): Fraction {
  if (currency === 'CNY') return ONE
  const known = bank.rates.filter((rate) => rate.currency === currency && rate.day <= on)
  const latest = known.reduce((a, b) => (b.day > a.day ? b : a))
  if (!latest) throw new Error(`no rate of ${currency} on ${dayText(on)}`)
  return latest.rate
}
