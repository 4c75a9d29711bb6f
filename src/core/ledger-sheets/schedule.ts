import type { Lot } from '../book/lot.ts'
import { type Cell, text } from '../reports/table.ts'
import { printDay } from '../values/calendar.ts'
import { groupBy, sumOver } from '../values/group.ts'
import { compareText } from '../values/text.ts'
import { type LedgerSheet, money } from './sheet.ts'
import { byManager } from './view.ts'

/**
 * What falls due (到期计划): for each person by month, by year and in all, then the same for everyone together. Months up
 * to the day asked for hold what is overdue, since it is held; lots without a due day of their own stand without a month.
 */
export const schedule: LedgerSheet = {
  name: 'schedule',
  title: { en: 'Schedule', zh: '到期计划' },
  table: ({ view: { lots }, nameOf, totalsOnly }) => {
    const open = lots.filter((lot) => lot.balance > lot.payable && lot.balance > 0n)
    const people = totalsOnly ? [] : [...byManager(open)]
    return {
      header: ['manager_id', 'name', 'year', 'month', 'due', 'held'],
      rows: [
        ...people.flatMap(([manager, own]) => rowsOf(manager, nameOf(manager), own)),
        ...rowsOf('', '', open),
      ],
    }
  },
}

function rowsOf(manager: string, name: string, lots: readonly Lot[]): readonly (readonly Cell[])[] {
  const row = (year: string, month: string, of: readonly Lot[]): readonly Cell[] => [
    ...[manager, name, year, month].map(text),
    money(sumOver(of, waiting)),
    money(sumOver(of, (lot) => (lot.heldBy ? waiting(lot) : 0n))),
  ]
  const byYear = [...groupBy(lots, yearOf)].sort(([a], [b]) => compareText(a, b))
  return [
    ...byYear.flatMap(([year, own]) => [
      ...[...groupBy(own, monthOf)]
        .sort(([a], [b]) => compareText(a, b))
        .flatMap(([month, each]) => (month === '' ? [] : [row(year, month, each)])),
      row(year, 'all', own),
    ]),
    ...(lots.length > 0 ? [row('all', 'all', lots)] : []),
  ]
}

/** What is not released yet. */
const waiting = (lot: Lot): bigint => lot.balance - (lot.payable > 0n ? lot.payable : 0n)

const monthOf = ({ key: { dueOn } }: Lot): string => (dueOn === undefined ? '' : printDay(dueOn).slice(0, 7))
const yearOf = (lot: Lot): string => monthOf(lot).slice(0, 4) || 'none'
