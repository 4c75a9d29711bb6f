import type { Report } from '../findings/finding.ts'
import { near } from '../findings/near.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { printExact } from '../values/exact.ts'
import { groupBy } from '../values/group.ts'
import { compareText } from '../values/text.ts'
import { checkConfirmations } from './check-confirmations.ts'
import { checkEvents, checkOpeningLots } from './check-events.ts'
import { checkCandidates, checkInterval, checkManager, checkManagers, checkPosts } from './check-people.ts'
import { idWithoutItsZeros } from './lost-zeros.ts'
import type { KnownManagers } from './ownership.ts'
import type { RowsOf, SmallTable } from './shapes.ts'

/** The rows of every small table of a folder but those that sign results off, which change none. */
export type SmallTables = { readonly [T in Exclude<SmallTable, 'approvals'>]: RowsOf<T> }

/** Checks the small tables against each other and against the scheme; every fault is reported. */
export function checkTables(
  tables: SmallTables,
  managers: KnownManagers,
  scheme: Scheme,
  report: Report,
): void {
  checkManagers(tables.managers, scheme, report)
  checkPosts(tables.posts, tables.managers, scheme, report)
  checkAssignments(tables.assignments, report)
  checkClientZeros(tables, report)
  checkTargets(tables, managers, scheme, report)
  checkAssessments(tables.assessments, scheme, report)
  reportIdleTargets(tables.targets, scheme.needs.targets, report)
  for (const { cells, at } of tables.fx) {
    if (cells.currency === scheme.currency) report('rate-own', at('currency'), { currency: cells.currency })
  }
  checkConfirmations(tables.confirmations, scheme, report)
  checkCandidates(tables.candidates, scheme, report)
  checkAssessed(tables, managers, report)
  checkEvents(tables.events, report)
  checkOpeningLots(tables.opening_lots, scheme, report)
  const naming = ['posts', 'assignments', 'adjustments', 'set_aside', 'confirmations'] as const
  for (const table of naming) {
    for (const { cells, at } of tables[table])
      checkManager(cells.manager_id, managers, at('manager_id'), report)
  }
}

/** Reports assessments of people who are neither managers nor candidates of the folder. */
export function checkAssessed(
  { assessments, candidates }: Pick<SmallTables, 'assessments' | 'candidates'>,
  managers: KnownManagers,
  report: Report,
): void {
  const known = new Set(candidates.map(({ cells }) => cells.candidate_id))
  for (const { cells, at } of assessments) {
    if (!known.has(cells.manager_id)) checkManager(cells.manager_id, managers, at('manager_id'), report)
  }
}

function checkAssignments(rows: RowsOf<'assignments'>, report: Report): void {
  for (const { cells, at } of rows) {
    const both = cells.account_id !== undefined && cells.client_id !== undefined
    if (both || (cells.account_id === undefined && cells.client_id === undefined)) {
      const found = both
        ? { en: 'both an account_id and a client_id', zh: '同时填写了 account_id 与 client_id' }
        : { en: 'neither an account_id nor a client_id', zh: '未填写 account_id 或 client_id' }
      report('assignment-owner', at('account_id'), { found })
    }
    checkInterval(['from', 'to'], cells.from, cells.to, at('to'), report)
  }
}

/** Reports assignments to clients whose ids differ from those of `clients` only in the zeros before them. */
function checkClientZeros({ assignments, clients }: SmallTables, report: Report): void {
  const known = new Set(clients.map(({ cells }) => cells.client_id))
  for (const { cells, at } of known.size > 0 ? assignments : []) {
    const { client_id: found } = cells
    const meant = found === undefined || known.has(found) ? undefined : idWithoutItsZeros(found, known)
    if (found === undefined || meant === undefined) continue
    report('id-zeros', at('client_id'), { column: 'client_id', found, table: 'clients', meant })
  }
}

function checkTargets(
  tables: SmallTables,
  managers: KnownManagers,
  { grades }: Scheme,
  report: Report,
): void {
  const branches = new Set([...tables.managers, ...tables.posts].map(({ cells }) => cells.branch ?? ''))
  const known = new Set(grades.map(({ id }) => id))
  for (const { cells, at } of tables.targets) {
    const { scope, scope_id: id = '' } = cells
    if (scope === 'manager' && id !== '') checkManager(id, managers, at('scope_id'), report)
    else if (scope === 'branch' && id !== '') {
      if (!branches.has(id))
        report('scope-branch-unknown', at('scope_id'), { found: id, likeliest: near(id, branches) })
    } else if ((scope === 'all') !== (id === '') || (scope === 'grade' && !known.has(id))) {
      report('scope-id', at('scope_id'), { scope, found: id, wanted: wantedOf(scope, known) })
    }
  }
}

/** Tells, once for each name, of targets that no formula reads. */
function reportIdleTargets(rows: RowsOf<'targets'>, read: ReadonlySet<string>, report: Report): void {
  for (const [found, group] of groupBy(rows, ({ cells }) => cells.target)) {
    const [first] = group
    if (!first || read.has(found)) continue
    report('target-idle', first.at('target'), { found, likeliest: near(found, read), rows: group.length })
  }
}

function wantedOf(scope: string, grades: ReadonlySet<string>) {
  if (scope === 'all') return { en: 'nothing, since the target is for all', zh: '空（目标适用于全体）' }
  if (scope === 'grade')
    return { en: `a grade of: ${[...grades].join(', ')}`, zh: `职级：${[...grades].join('、')}` }
  return { en: `the id of a ${scope}`, zh: scope === 'manager' ? '客户经理编号' : '支行编号' }
}

export function checkAssessments(rows: RowsOf<'assessments'>, { assessments }: Scheme, report: Report): void {
  for (const { cells, at } of rows) {
    const item = assessments.get(cells.item)
    if (!item) {
      const names = [...assessments.keys()].sort(compareText)
      report('item-unknown', at('item'), { found: cells.item, likeliest: near(cells.item, names) })
    } else if (cells.score.lt(item.from) || cells.score.gt(item.to)) {
      const [from, to] = [printExact(item.from), printExact(item.to)]
      report('score-range', at('score'), { found: printExact(cells.score), item: cells.item, from, to })
    }
  }
}
