import type { Report } from '../findings/finding.ts'
import type { TypeInfo } from '../formula/vocabulary.ts'
import type { SmallTables } from '../tables/check-tables.ts'
import type { PostDays } from '../tables/ownership.ts'
import type { RowsOf } from '../tables/shapes.ts'
import { isExact, printExact } from '../values/exact.ts'
import { TwoKeys } from '../values/group.ts'
import { parseValue } from '../values/parse-value.ts'
import { earlier, liesWithin, type Period, type PeriodKind } from '../values/period.ts'
import { compareText } from '../values/text.ts'
import type { Value } from '../values/value.ts'
import type { BookPeriod } from './book.ts'

/** What earlier periods ended with, as the formulas of a run may ask for it. */
export interface Earlier {
  /** The value of the period of the run's kind that lies `steps` before. */
  previous(manager: string, figure: string, steps: number): Value | undefined
  /** The value of a period before this one or within it. */
  at(manager: string, figure: string, period: Period): Value | undefined
  /** Whether the book holds the run of a period, which then left out what it does not have. */
  leftOut(manager: string, figure: string, period: Period): boolean
  /** Whether the period of the run's kind immediately before has any value of anyone. */
  readonly knowsPeriodBefore: boolean
  /** The value of the latest earlier period that has one. */
  latest(manager: string, figure: string): Value | undefined
}

type Values = TwoKeys<Value>

/**
 * Earlier values from the book, from `history` where the book does not hold them, and what was decided since. Of the book
 * only the figures that formulas ask for are taken: it may hold those of many years.
 */
export function earlierOf(
  period: Period,
  book: readonly BookPeriod[],
  { history, confirmations }: Pick<SmallTables, 'history' | 'confirmations'>,
  posts: PostDays,
  infos: ReadonlyMap<string, TypeInfo>,
  asked: ReadonlySet<string>,
  report: Report,
): Earlier {
  const periods = new Map<string, { readonly period: Period; readonly values: Values }>()
  const valuesOf = (of: Period): Values => {
    const known = periods.get(of.id) ?? { period: of, values: new TwoKeys<Value>() }
    periods.set(of.id, known)
    return known.values
  }
  fillFromHistory(period, history, posts, infos, valuesOf, report)
  fillFromBook(period, book, new Map([...infos].filter(([name]) => asked.has(name))), valuesOf, report)
  for (const { cells } of infos.has('decision') ? confirmations : []) {
    if (isEarlier(cells.period, period))
      valuesOf(cells.period).set(cells.manager_id, 'decision', cells.decision)
  }
  const runs = new Set(book.map((run) => run.period.id))
  const ended = [...periods.values()].filter((each) => each.period.last < period.first)
  const latestFirst = ended.sort((a, b) => compareLatest(b.period, a.period, period.kind))
  const before = new Map<number, string>()
  return {
    knowsPeriodBefore: periods.has(earlier(period, 1).id),
    leftOut: (_manager, _figure, { id }) => runs.has(id),
    at: (manager, figure, { id }) => periods.get(id)?.values.get(manager, figure),
    previous: (manager, figure, steps) => {
      const id = before.get(steps) ?? earlier(period, steps).id
      before.set(steps, id)
      return periods.get(id)?.values.get(manager, figure)
    },
    latest: (manager, figure) => {
      for (const { values } of latestFirst) {
        const value = values.get(manager, figure)
        if (value !== undefined) return value
      }
      return undefined
    },
  }
}

/** By last day; of those that end on one day one of the run's own kind counts as the latest, then the shorter. */
const compareLatest = (a: Period, b: Period, own: PeriodKind): number =>
  a.last - b.last ||
  Number(a.kind === own) - Number(b.kind === own) ||
  a.first - b.first ||
  compareText(a.id, b.id)

function fillFromHistory(
  run: Period,
  rows: RowsOf<'history'>,
  posts: PostDays,
  infos: ReadonlyMap<string, TypeInfo>,
  valuesOf: (period: Period) => Values,
  report: Report,
): void {
  for (const { cells, at } of rows) {
    const { period, manager_id: manager, figure, value } = cells
    const info = infos.get(figure)
    const why = reasonIdle(run, period, posts.has(manager), info !== undefined)
    if (why || !info) {
      if (why) report('history-idle', at(), { why })
      continue
    }
    const found = isExact(value) ? printExact(value) : value
    const read = parseValue(found, info)
    if (read === undefined) report('history-type', at('value'), { figure, found, wanted: wantedOf(info) })
    else valuesOf(period).set(manager, figure, read)
  }
}

function reasonIdle(run: Period, period: Period, known: boolean, hasFigure: boolean) {
  if (!isEarlier(period, run)) {
    return {
      en: `${period.id} does not lie before ${run.id}, nor within it`,
      zh: `${period.id} 不早于 ${run.id}，也不在其内`,
    }
  }
  if (!known) return { en: 'the manager is not in managers', zh: '该客户经理不在 managers 表中' }
  return hasFigure ? undefined : { en: 'the scheme has no such figure', zh: '方案中没有该项' }
}

/** Whether a run may ask what a period ended with: one that lies before it, or a shorter one within it. */
const isEarlier = (period: Period, run: Period): boolean => period.last < run.first || liesWithin(period, run)

const wantedOf = ({ type, domain }: TypeInfo) => {
  const ids = domain ? [...domain.ids].join(', ') : ''
  const names = { number: '数字', text: '文字', yesno: 'yes 或 no', day: '日期' }
  return domain ? { en: `one of: ${ids}`, zh: ids } : { en: `a ${type}`, zh: names[type] }
}

function fillFromBook(
  run: Period,
  book: readonly BookPeriod[],
  infos: ReadonlyMap<string, TypeInfo>,
  valuesOf: (period: Period) => Values,
  report: Report,
): void {
  for (const { period, file, figures } of book) {
    if (!isEarlier(period, run)) continue
    const values = valuesOf(period)
    for (const { line, manager, figure, value } of figures) {
      const info = infos.get(figure)
      if (!info) continue
      const read = parseValue(value, info)
      if (read !== undefined) values.set(manager, figure, read)
      else report('history-type', { file, line }, { figure, found: value, wanted: wantedOf(info) })
    }
  }
}
