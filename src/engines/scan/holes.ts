import type { Report } from '../../core/findings/finding.ts'
import { printDays } from '../../core/tables/print-days.ts'
import { type Day, printDay } from '../../core/values/calendar.ts'
import type { Accounts } from './accounts.ts'
import type { Month } from './months.ts'

/** Some days: how many, the first and the last. */
interface DaySpan {
  readonly count: number
  readonly first: Day
  readonly last: Day
}

/**
 * Reports the days between an account's first and last row on which it has none; days on which no account at all has a
 * row are told once for all, and returned. `unsure`: accounts of which this cannot be told.
 */
export function reportHoles(
  accounts: Accounts,
  months: readonly Month[],
  unsure: ReadonlySet<number>,
  ownCurrency: string,
  report: Report,
): readonly Day[] {
  const covered = months.map((month) => daysOfAll(month, accounts.size))
  const latestBy = new Map<Day, Day>()
  for (const [account, currency, number] of accounts.names()) {
    const span = spanOf(months, number)
    if (!span || unsure.has(number)) continue
    latestBy.set(span.first, Math.max(span.last, latestBy.get(span.first) ?? span.last) as Day)
    const hole = holeOf(months, covered, number, span)
    if (hole) {
      const [first, last] = [printDay(hole.first), printDay(hole.last)]
      const facts = { account, currency: currency || ownCurrency, count: hole.count, first, last }
      report('balance-hole', { file: 'balances', field: 'account_id', value: account }, facts)
    }
  }
  const days = daysOfNobody(months, covered, latestBy)
  if (days.length > 0) {
    report('balance-days-hole', { file: 'balances' }, { count: days.length, days: printDays(days) })
  }
  return days
}

/** The days of a month on which any account has a row. */
function daysOfAll(month: Month, accounts: number): number {
  let days = 0
  for (let account = 0; account < accounts; account++) days |= month.seen(account)
  return days
}

/** An account's first and last day. */
function spanOf(months: readonly Month[], account: number): DaySpan | undefined {
  const first = months.find((month) => month.seen(account) !== 0)
  const last = months.findLast((month) => month.seen(account) !== 0)
  if (!first || !last) return undefined
  return spanOfBits([
    [first, first.seen(account)],
    [last, last.seen(account)],
  ])
}

/** The days, among those on which some account has a row, that an account lacks inside its span. */
function holeOf(
  months: readonly Month[],
  covered: readonly number[],
  account: number,
  { first, last }: DaySpan,
): DaySpan | undefined {
  const missing: [Month, number][] = []
  for (const [index, month] of months.entries()) {
    if (month.last < first || month.first > last) continue
    const bits =
      (covered[index] ?? 0) &
      ~month.seen(account) &
      bitsFrom(first - month.first) &
      bitsTo(last - month.first)
    if (bits !== 0) missing.push([month, bits])
  }
  return missing.length === 0 ? undefined : spanOfBits(missing)
}

const bitsFrom = (bit: number): number => (bit <= 0 ? -1 : -1 << bit)
const bitsTo = (bit: number): number => (bit >= 31 ? -1 : ~(-1 << (bit + 1)))

function spanOfBits(months: readonly (readonly [Month, number])[]): DaySpan | undefined {
  const days = months.flatMap(([month, bits]) => daysOfBits(month, bits))
  const [first, last] = [days[0], days.at(-1)]
  return first === undefined || last === undefined ? undefined : { count: days.length, first, last }
}

function daysOfBits(month: Month, bits: number): readonly Day[] {
  const days: Day[] = []
  for (let bit = 0; bit < 31; bit++) if ((bits >>> bit) & 1) days.push((month.first + bit) as Day)
  return days
}

/** The days inside the span of some account on which nobody has a row. `latestBy`: of the accounts that begin on a day, the latest last day. */
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
