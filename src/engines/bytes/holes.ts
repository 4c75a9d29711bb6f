import type { Report } from '../../core/findings/finding.ts'
import { printDays } from '../../core/tables/print-days.ts'
import { countDays, type Day, daysOfMonth, type Interval, printDay } from '../../core/values/calendar.ts'
import { type AccountTable, CURRENCY, UNSURE } from './account-table.ts'

/** A calendar month and the days of it on which each account has a row: bit 0 is the 1st. */
interface Month extends Interval {
  readonly days: Int32Array
}

/**
 * Reports the days between an account's first and last row on which it has none, but for the accounts of which this
 * cannot be told; days on which no account at all has a row are told once for all, and returned.
 */
export function reportHoles(
  accounts: AccountTable,
  currencies: readonly string[],
  ownCurrency: string,
  report: Report,
): readonly Day[] {
  const months = [...accounts.months]
    .sort(([a], [b]) => a - b)
    .map(([month, days]) => ({ ...daysOfMonth(month), days }))
  const covered = months.map(({ days }) => daysOfAll(days, accounts.count))
  const latestBy = new Map<Day, Day>()
  let someHasAll = false
  for (let number = 1; number < accounts.count; number++) {
    if (accounts.fact(number, UNSURE) === 1) continue
    if (hasAll(months, covered, number)) {
      someHasAll = true
      continue
    }
    const span = spanOf(months, (index) => bitsIn(months, index, number))
    if (!span) continue
    latestBy.set(span.first, Math.max(span.last, latestBy.get(span.first) ?? span.last) as Day)
    const hole = holeOf(months, covered, number, span)
    if (!hole) continue
    const account = accounts.id(number)
    const currency = currencies[accounts.fact(number, CURRENCY)] || ownCurrency
    const [first, last] = [printDay(hole.first), printDay(hole.last)]
    const facts = { account, currency, count: hole.count, first, last }
    report('balance-hole', { file: 'balances', field: 'account_id', value: account }, facts)
  }
  const whole = someHasAll && spanOf(months, (index) => covered[index] ?? 0)
  if (whole) latestBy.set(whole.first, whole.last)
  const days = daysOfNobody(months, covered, latestBy)
  if (days.length > 0) {
    report('balance-days-hole', { file: 'balances' }, { count: days.length, days: printDays(days) })
  }
  return days
}

/** The days on which any of so many accounts has a row. */
function daysOfAll(days: Int32Array, accounts: number): number {
  let all = 0
  for (let account = 1; account < accounts; account++) all |= days[account] as number
  return all
}

/** Whether an account has a row on every day on which any has one: then it has no hole of its own. */
function hasAll(months: readonly Month[], covered: readonly number[], account: number): boolean {
  for (let index = 0; index < months.length; index++)
    if (bitsIn(months, index, account) !== covered[index]) return false
  return true
}

/** From the first to the last of the days that bits tell, month by month; undefined where there are none. */
function spanOf(months: readonly Month[], bitsOf: (index: number) => number): Interval | undefined {
  let [first, last] = [0, months.length - 1]
  while (first <= last && bitsOf(first) === 0) first += 1
  while (last > first && bitsOf(last) === 0) last -= 1
  const [from, to] = [months[first], months[last]]
  if (first > last || !from || !to) return undefined
  return {
    first: firstOf(from, bitsOf(first)),
    last: lastOf(to, bitsOf(last)),
  }
}

const bitsIn = (months: readonly Month[], index: number, account: number): number =>
  months[index]?.days[account] as number

interface Hole extends Interval {
  readonly count: number
}

/** The days that an account lacks between its first and last, among those on which some account has a row. */
function holeOf(
  months: readonly Month[],
  covered: readonly number[],
  account: number,
  { first, last }: Interval,
): Hole | undefined {
  let hole: Hole | undefined
  for (let index = 0; index < months.length; index++) {
    const month = months[index] as Month
    if (month.last < first || month.first > last) continue
    const inside = bitsFrom(first - month.first) & bitsTo(last - month.first)
    const bits = (covered[index] ?? 0) & inside & ~(month.days[account] as number)
    if (bits === 0) continue
    const begun = hole?.first ?? firstOf(month, bits)
    hole = { first: begun, last: lastOf(month, bits), count: (hole?.count ?? 0) + countDays(bits) }
  }
  return hole
}

const bitsFrom = (bit: number): number => (bit <= 0 ? -1 : -1 << bit)
const bitsTo = (bit: number): number => (bit >= 31 ? -1 : ~(-1 << (bit + 1)))
const firstOf = (month: Month, bits: number): Day => (month.first + 31 - Math.clz32(bits & -bits)) as Day
const lastOf = (month: Month, bits: number): Day => (month.first + 31 - Math.clz32(bits)) as Day

function daysOfBits(month: Month, bits: number): readonly Day[] {
  const days: Day[] = []
  for (let bit = 0; bit < 31; bit++) if ((bits >>> bit) & 1) days.push((month.first + bit) as Day)
  return days
}

/**
 * The days between the first and last of some account on which nobody has a row. `latestBy`: for each day on which
 * accounts begin, the latest last day of one of them.
 */
function daysOfNobody(
  months: readonly Month[],
  covered: readonly number[],
  latestBy: ReadonlyMap<Day, Day>,
): readonly Day[] {
  const some = new Set(months.flatMap((month, index) => daysOfBits(month, covered[index] ?? 0)))
  const nobody: Day[] = []
  let open = Number.NEGATIVE_INFINITY
  const [first, last] = [months[0]?.first ?? 0, months.at(-1)?.last ?? -1]
  for (let day = first as Day; day <= last; day++) {
    open = Math.max(open, latestBy.get(day) ?? open)
    if (day < open && !some.has(day)) nobody.push(day)
  }
  return nobody
}
