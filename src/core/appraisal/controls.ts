import type { Measure } from '../scheme/scheme.ts'
import type { SmallTables } from '../tables/check-tables.ts'
import { exact, printExact, printFixed } from '../values/exact.ts'
import { compareText } from '../values/text.ts'
import { type Alike, mentions } from './owned-cell.ts'
import type { RunPeople } from './prepare-run.ts'
import type { Reconciled } from './reconcile.ts'
import type { Checked } from './rules-of-control.ts'
import type { Sums } from './sum-tables.ts'
import type { MeasureTotals, TakenMeasures } from './take.ts'

/** One control total: of a table, or of one measure, where needed by branch. */
export interface Control {
  readonly table: string
  readonly measure: string
  readonly branch: string
  readonly value: string
}

/**
 * The control totals of a run: rows and sums read = used + set aside (of which out of
 * every window); per measure the weighted sum = credited + unclaimed by branch; per monthly
 * component that is compared, amount = paid - paid outside the run + difference; per rule of
 * control for how many people it holds and does not.
 */
export function controlsOf(
  tables: SmallTables,
  people: RunPeople,
  { alike, balances, activity }: Sums,
  { totals, used }: TakenMeasures,
  reconciled: readonly Reconciled[],
  checks: readonly Checked[],
): readonly Control[] {
  const measures = totals.map(({ measure }) => measure)
  const small = Object.entries(tables).flatMap(([table, rows]) =>
    rows.length > 0 || !LISTED_WHERE_FILLED.has(table) ? [line(table, 'rows_read', `${rows.length}`)] : [],
  )
  return [
    ...small,
    line('managers', 'people_in_run', `${people.inRun.length}`),
    line('managers', 'people_not_in_post', `${people.all.length - people.inRun.length}`),
    line('managers', 'people_set_aside', `${people.setAside}`),
    ...largeControls('balances', balances.rows, alike, used, measures),
    ...largeControls('activity', activity.rows, alike, used, measures),
    ...totals.flatMap(measureControls),
    ...reconciled.flatMap(payControls),
    ...checks.flatMap(checkControls),
  ].sort(compareControls)
}

/** Tables that few folders have are not told of where they are not there. */
const LISTED_WHERE_FILLED: ReadonlySet<string> = new Set([
  'confirmations',
  'candidates',
  'events',
  'opening_lots',
])

const line = (table: string, measure: string, value: string, branch = ''): Control => ({
  table,
  measure,
  branch,
  value,
})

const compareControls = (a: Control, b: Control): number =>
  compareText(a.table, b.table) || compareText(a.measure, b.measure) || compareText(a.branch, b.branch)

type Total = Pick<Alike, 'rows' | 'amount'>

const totalOf = (groups: readonly Total[]): Total => ({
  rows: groups.reduce((sum, group) => sum + group.rows, 0),
  amount: groups.reduce((sum, group) => sum + group.amount, 0n),
})

function largeControls(
  table: 'balances' | 'activity',
  records: number,
  all: readonly Alike[],
  used: ReadonlySet<Alike>,
  measures: readonly Measure[],
): readonly Control[] {
  const groups = all.filter(({ one }) => one.table === table)
  const isMentioned = ({ one }: Alike) => measures.some((measure) => mentions(measure, one))
  const unused = groups.filter((group) => !used.has(group))
  const totals = {
    read: { ...totalOf(groups), rows: records },
    used: totalOf(groups.filter((group) => used.has(group))),
    set_aside: totalOf(unused),
    set_aside_out_of_window: totalOf(unused.filter(isMentioned)),
  }
  assertAddsUp(table, totals.read, [totals.used, totals.set_aside])
  return Object.entries(totals).flatMap(([name, total]) => [
    line(table, `rows_${name}`, `${total.rows}`),
    line(table, `sum_${name}`, printExact(exact(total.amount, 100n))),
  ])
}

function assertAddsUp(table: string, read: Total, parts: readonly Total[]): void {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0)
  const amount = parts.reduce((sum, part) => sum + part.amount, 0n)
  if (rows !== read.rows || amount !== read.amount)
    throw new Error(`Control totals of ${table} do not agree.`)
}

function measureControls({ measure, rows, sum, credited, unclaimed }: MeasureTotals): readonly Control[] {
  const { table } = measure.kind
  return [
    line(table, `${measure.name}.rows`, `${rows}`),
    line(table, `${measure.name}.sum`, printExact(sum)),
    line(table, `${measure.name}.credited`, printExact(credited)),
    ...[...unclaimed].map(([branch, value]) =>
      line(table, `${measure.name}.unclaimed`, printExact(value), branch),
    ),
  ]
}

const checkControls = ({ check: { id }, held, notHeld }: Checked): readonly Control[] => [
  line('checks', `${id}.held`, `${held}`),
  line('checks', `${id}.not_held`, `${notHeld}`),
]

const payControls = ({ component, amount, paid, outside, difference }: Reconciled): readonly Control[] =>
  Object.entries({ amount, difference, paid, paid_outside: outside }).map(([name, value]) =>
    line('pay', `${component.id}.${name}`, printFixed(value, 2)),
  )
