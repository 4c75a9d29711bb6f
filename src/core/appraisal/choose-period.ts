import type { Findings } from '../findings/finding.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { printDay } from '../values/calendar.ts'
import { type Period, type PeriodKind, periodHolding } from '../values/period.ts'
import { latestDay } from './cells.ts'
import type { Sums } from './sum-tables.ts'

/** The period to appraise: the one asked for, else the one whose last day is the latest of the exports. */
export function choosePeriod(
  asked: { readonly period: Period | undefined; readonly kind: PeriodKind | undefined },
  scheme: Scheme,
  sums: Sums,
  findings: Findings,
): Period | undefined {
  const { report } = findings
  const kind = asked.kind ?? scheme.periods[0] ?? 'quarter'
  const period = asked.period ?? latestPeriod(kind, sums, findings)
  if (!period) return undefined
  const { from, to } = scheme.effective
  const { id, periods } = scheme
  if (!periods.includes(period.kind)) {
    report(
      'period-kind',
      { file: scheme.place.file },
      { scheme: id, kind: period.kind, kinds: periods.join(', ') },
    )
  }
  if (period.last < from || (to !== undefined && period.last > to)) {
    const until = to === undefined ? '…' : printDay(to)
    const facts = { scheme: id, from: printDay(from), to: until, day: printDay(period.last) }
    report('scheme-not-in-force', { file: scheme.place.file }, facts)
  }
  return period
}

/** Where rows were refused already, the latest day is not known, and that is no finding of its own. */
function latestPeriod(kind: PeriodKind, sums: Sums, { report, hasErrors }: Findings): Period | undefined {
  const ofBalances = latestDay(sums.balances.cells)
  const [table, day] =
    ofBalances === undefined ? ['activity', latestDay(sums.activity.cells)] : ['balances', ofBalances]
  if (day === undefined) {
    if (!hasErrors) report('period-none', { file: 'balances' }, {})
    return undefined
  }
  const period = periodHolding(kind, day)
  if (table === 'balances' && day !== period.last) {
    const facts = { table, day: printDay(day), period: period.id, last: printDay(period.last) }
    if (sums.balances.whole) report('period-open', { file: table }, facts)
    return undefined
  }
  return period
}
