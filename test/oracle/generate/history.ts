/** The table `history` of a random bank. */
import { addMonths, dayText, periodSpan, quarterBefore } from '../calendar.ts'
import type { DraftManager } from './people.ts'
import type { DraftRow, Plan } from './plan.ts'
import type { Random } from './random.ts'

const RATINGS = ['incompetent', 'incompetent', 'excellent', 'excellent', 'excellent', 'basic', 'competent']

/** What earlier periods ended with, including rows that no run may read. */
export function historyRows({ random, periods }: Plan, managers: readonly DraftManager[]): DraftRow[] {
  const own = managers.flatMap(({ id, staff }, i) =>
    staff && (i === 0 || random.chance(0.75)) ? historyOf(random, periods, id, i === 0) : [],
  )
  const stranger =
    own.length > 0 && random.chance(0.2)
      ? [{ period: '2003Q2', manager_id: 'gone', figure: 'rating', value: 'basic' }]
      : []
  const unique = new Map(
    [...own, ...stranger].map((row) => [`${row.period} ${row.manager_id} ${row.figure}`, row]),
  )
  return [...unique.values()]
}

function historyOf(random: Random, periods: readonly string[], id: string, rising: boolean): DraftRow[] {
  const before = quarterBefore(periods[0] ?? '')
  const anyTime = [before, ...earlierPeriods(before), ...periods]
  const row = (period: string, figure: string, value: string): DraftRow => ({
    period,
    manager_id: id,
    figure,
    value,
  })
  const maybe = (rows: readonly DraftRow[]): DraftRow[] =>
    rows.filter((_, i) => random.chance(rising && i === 0 ? 0.95 : 0.7))
  const deposits = [
    '2999999.99',
    '3000000',
    '9999999.995',
    '10000000',
    '29999999',
    '899999999/30',
    '12000000',
    '-1/3',
  ]
  const bases = ['0', '250000.00', '1000000', '10000000/3', '40000', '7654321.12345']
  return maybe([
    row(before, 'rating', rising && random.chance(0.8) ? 'excellent' : random.pick(RATINGS)),
    row(before, 'deposits_ytd', random.pick(deposits)),
    row(quarterBefore(before), 'rating', 'incompetent'),
    row(random.pick(anyTime), 'base_demand', random.pick(bases)),
    row(random.pick(anyTime), 'base_demand', random.pick(bases)),
    row(random.pick(anyTime), 'base_fixed', random.pick(bases)),
    row(random.pick(periods), 'rating', 'excellent'),
  ])
}

/** Periods of other kinds that ended before a quarter did, no two on the same day. */
function earlierPeriods(quarter: string): string[] {
  const { first } = periodSpan(quarter)
  const month = (back: number): string => dayText(addMonths(first, -back)).slice(0, 7)
  return [
    month(-1),
    month(0),
    month(2),
    String(Number(quarter.slice(0, 4)) - 2),
    `${Number(quarter.slice(0, 4)) - 1}H1`,
  ]
}
