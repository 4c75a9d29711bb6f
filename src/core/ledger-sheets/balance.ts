import type { Lot } from '../book/lot.ts'
import { type Cell, text } from '../reports/table.ts'
import { groupBy, sumOver } from '../values/group.ts'
import { compareText } from '../values/text.ts'
import { type LedgerSheet, money } from './sheet.ts'
import { byManager } from './view.ts'

/** What stands open by the year in which it was granted (按授予年度的余额): by person, then of everyone. */
export const balance: LedgerSheet = {
  name: 'balance',
  title: { en: 'Balance by year of grant', zh: '按授予年度的余额' },
  table: ({ view: { lots }, nameOf, totalsOnly }) => ({
    header: [
      ...['manager_id', 'name', 'granted_year', 'granted', 'paid', 'forfeited'],
      ...['clawed_back', 'adjusted', 'balance', 'owed_back'],
    ],
    rows: [
      ...(totalsOnly ? [] : [...byManager(lots)]).flatMap(([manager, own]) =>
        rowsOf(manager, nameOf(manager), own),
      ),
      ...rowsOf('', '', lots),
    ],
  }),
}

function rowsOf(manager: string, name: string, lots: readonly Lot[]): readonly (readonly Cell[])[] {
  const byYear = [...groupBy(lots, yearOf)].sort(([a], [b]) => compareText(a, b))
  const rows = byYear.map(([year, own]) => rowOf([manager, name, year], own))
  return lots.length > 0 ? [...rows, rowOf([manager, name, 'all'], lots)] : rows
}

const rowOf = (names: readonly string[], lots: readonly Lot[]): readonly Cell[] => [
  ...names.map(text),
  money(sumOver(lots, ({ amount }) => amount)),
  money(sumOver(lots, ({ paid }) => paid)),
  money(sumOver(lots, ({ forfeited }) => forfeited)),
  money(sumOver(lots, ({ clawedBack }) => clawedBack)),
  money(sumOver(lots, ({ adjusted }) => adjusted)),
  money(sumOver(lots, ({ balance }) => (balance > 0n ? balance : 0n))),
  money(sumOver(lots, ({ balance }) => (balance < 0n ? -balance : 0n))),
]

const yearOf = ({ key }: Lot): string => key.granted.id.slice(0, 4)
