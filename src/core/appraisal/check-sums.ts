import type { Report } from '../findings/finding.ts'
import type { Measure } from '../scheme/scheme.ts'
import type { BalanceSums } from '../tables/engine.ts'
import { idWithoutItsZeros } from '../tables/lost-zeros.ts'
import type { PostDays } from '../tables/ownership.ts'
import { printDays } from '../tables/print-days.ts'
import type { RowsOf } from '../tables/shapes.ts'
import { type Day, daysOfMonth, holds, printDay } from '../values/calendar.ts'
import { groupBy } from '../values/group.ts'
import type { Period } from '../values/period.ts'
import { compareText } from '../values/text.ts'
import { daysWithRows } from './cells.ts'
import { type Alike, isAbout, type OwnedCell } from './owned-cell.ts'
import { askedOf, daysNeeded } from './take.ts'

/**
 * Reports the days of each measure's window on which no account at all has a balance, but for those the engine told of
 * already. Where rows were refused, nothing can be said.
 */
export function checkDays(
  measures: readonly Measure[],
  { cells, daysTold, whole, holdsRows }: BalanceSums,
  period: Period,
  report: Report,
): void {
  const has = daysWithRows(cells)
  const ofBalances = measures.filter(({ kind }) => kind.table === 'balances')
  const needed = new Set<Day>()
  for (const { first, last } of ofBalances.flatMap((measure) => daysNeeded(askedOf(measure, period)))) {
    for (let day = first; day <= last; day++) needed.add(day as Day)
  }
  // Rows that hold until the next ones were not followed beyond the period.
  const isThere = (day: Day) => has(day) && !(holdsRows && day > period.last)
  const missing = [...needed].filter((day) => !isThere(day) && !daysTold.has(day)).sort((a, b) => a - b)
  const [first, last] = [Math.min(...needed) as Day, Math.max(...needed) as Day]
  if (whole && cells.length > 0 && missing.length > 0) {
    const [from, to] = [printDay(first), printDay(last)]
    report(
      'days-missing',
      { file: 'balances' },
      { count: missing.length, from, to, days: printDays(missing) },
    )
  }
}

/** Warns of accounts that end before the period does with money on them, and of assignments to accounts without rows. */
export function checkAccounts(
  balances: BalanceSums,
  assignments: RowsOf<'assignments'>,
  period: Period,
  report: Report,
): void {
  for (const { account, day, place } of balances.openEnds(period.last)) {
    report('open-end', place, { account, day: printDay(day) })
  }
  for (const { cells, at } of assignments) {
    const { account_id: account } = cells
    if (account === undefined || balances.hasAccount(account)) continue
    const meant = idWithoutItsZeros(account, { has: (id) => balances.hasAccount(id) })
    if (meant === undefined) report('assignment-idle', at('account_id'), { account })
    else
      report('id-zeros', at('account_id'), { column: 'account_id', found: account, table: 'balances', meant })
  }
}

/** Warns, once for each manager and table, of rows that belong to days on which the manager is not in post. */
export function checkStandings(used: readonly OwnedCell[], posts: PostDays, report: Report): void {
  const strayed = used.flatMap((cell) =>
    cell.ownership.filter(({ standing }) => standing !== 'in_post').map(({ manager }) => ({ cell, manager })),
  )
  const groups = groupBy(strayed, ({ cell, manager }) => JSON.stringify([cell.table, manager]))
  for (const group of [...groups].sort(([a], [b]) => compareText(a, b)).map(([, each]) => each)) {
    const [first] = group
    if (!first) continue
    const { manager } = first
    const { table } = first.cell
    const rows = group.reduce((sum, { cell }) => sum + cell.rows, 0)
    const days = countDays(
      group.map(({ cell }) => cell),
      posts,
      manager,
    )
    report('outside-post', { file: table }, { rows, days, table, manager, effect: EFFECT[table] })
  }
}

const EFFECT = {
  balances: { en: 'their share is unclaimed', zh: '其份额视为无人认领' },
  activity: {
    en: 'rows that name the manager count all the same, others are unclaimed',
    zh: '指名该经理的行仍计入，其余视为无人认领',
  },
}

function countDays(cells: readonly OwnedCell[], posts: PostDays, manager: string): number {
  const post = posts.get(manager)
  const days = new Set<number>()
  for (const { month, days: bits } of cells) {
    const { first, last } = daysOfMonth(month)
    for (let day = first; day <= last; day++) {
      if ((bits >>> (day - first)) & 1 && !(post && holds(post, day as Day))) days.add(day)
    }
  }
  return days.size
}

/** Tells of the products and kinds that no measure uses, with the number of their rows. */
export function reportSetAside(alike: readonly Alike[], measures: readonly Measure[], report: Report): void {
  const unused = alike.filter(({ one }) => !measures.some((measure) => isAbout(measure, one)))
  const groups = groupBy(unused, ({ one }) => JSON.stringify([one.table, nameOf(one, measures)]))
  for (const [, group] of [...groups].sort(([a], [b]) => compareText(a, b))) {
    const [first] = group
    if (!first) continue
    const { table } = first.one
    const column = table === 'balances' ? 'product' : 'kind'
    const rows = group.reduce((sum, each) => sum + each.rows, 0)
    report('rows-set-aside', { file: table }, { column, found: nameOf(first.one, measures), rows })
  }
}

/** A balance row's product; an activity row's kind, with its product where other products of the kind are used. */
function nameOf(cell: OwnedCell, measures: readonly Measure[]): string {
  if (!('kind' in cell)) return cell.product
  const used = measures.some(({ where }) => where.get('kind')?.has(cell.kind))
  return used ? `${cell.kind} (product ${cell.product === '' ? 'other' : cell.product})` : cell.kind
}
