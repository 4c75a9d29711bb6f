import type { Report } from '../findings/finding.ts'
import type { Phrase } from '../findings/sentence.ts'
import { printFen } from '../values/fen.ts'
import { groupBy } from '../values/group.ts'
import { compareText } from '../values/text.ts'

/** What an export held of one calendar month, all its rows together, whether or not a measure counts them. */
export interface MonthTotal {
  readonly table: string
  /** `2004-03`. */
  readonly month: string
  /** Empty for the table `activity`. */
  readonly currency: string
  /** Of `balances`: on how many days of the month there are rows, or a balance that a row tells of. */
  readonly days: number | undefined
  /** Undefined where rows tell changes, since such a row belongs to many months. */
  readonly rows: number | undefined
  /** Fen: of `balances` the balances of all days, of `activity` the amounts. */
  readonly sum: bigint
}

/** The months of a closed period as its exports held them. */
export interface ClosedMonths {
  readonly period: string
  readonly months: readonly MonthTotal[]
}

export const MONTH_COLUMNS = ['table', 'month', 'currency', 'days', 'rows', 'sum'] as const

export const compareMonths = (a: MonthTotal, b: MonthTotal): number =>
  compareText(a.table, b.table) || compareText(a.month, b.month) || compareText(a.currency, b.currency)

/**
 * Warns of months of closed periods that an export holds otherwise than the exports that those periods were made from. One that
 * holds other days of a month, such as its last one alone, says nothing of the same days.
 */
export function checkClosedMonths(
  now: readonly MonthTotal[],
  closed: readonly ClosedMonths[],
  report: Report,
): void {
  const found = groupBy(now, monthKey)
  for (const { period, months } of closed) {
    for (const [key, before] of groupBy(months, monthKey)) {
      const [first] = before
      const present = found.get(key)
      if (!first || !present || !sameDays(before, present) || sameTotals(before, present)) continue
      const { table, month } = first
      const facts = { table, month, period, before: toldOf(before), now: toldOf(present) }
      report('closed-days-changed', { file: table }, facts)
    }
  }
}

const monthKey = ({ table, month }: MonthTotal): string => `${table} ${month}`

const sameDays = (a: readonly MonthTotal[], b: readonly MonthTotal[]): boolean => daysIn(a) === daysIn(b)

/** The days on which some currency has rows. */
const daysIn = (totals: readonly MonthTotal[]): number => Math.max(...totals.map(({ days = 0 }) => days))

function sameTotals(a: readonly MonthTotal[], b: readonly MonthTotal[]): boolean {
  const byCurrency = new Map(b.map((total) => [total.currency, total]))
  return (
    a.length === b.length &&
    a.every(({ currency, rows, sum }) => {
      const other = byCurrency.get(currency)
      // Where rows tell changes in one of both, only what they come to can be compared.
      const sameRows = rows === undefined || other?.rows === undefined || rows === other.rows
      return other !== undefined && sum === other.sum && sameRows
    })
  )
}

const toldOf = (totals: readonly MonthTotal[]): Phrase => {
  const told = (rowsOf: (rows: number) => string) =>
    [...totals]
      .sort(compareMonths)
      .map(({ currency, rows, sum }) =>
        [printFen(sum), currency, rows === undefined ? '' : rowsOf(rows)]
          .filter((part) => part !== '')
          .join(' '),
      )
      .join(', ')
  return { en: told((rows) => `in ${rows} rows`), zh: told((rows) => `共 ${rows} 行`) }
}
