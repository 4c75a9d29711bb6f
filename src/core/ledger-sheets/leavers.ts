import { text } from '../reports/table.ts'
import type { Day } from '../values/calendar.ts'
import { printDay } from '../values/calendar.ts'
import { sumOver } from '../values/group.ts'
import { type LedgerSheet, money } from './sheet.ts'
import { byManager } from './view.ts'

/** People who have left and still have deferred pay, or owe some back (离职人员). */
export const leavers: LedgerSheet = {
  name: 'leavers',
  title: { en: 'Leavers', zh: '离职人员' },
  table: ({ view: { lots }, nameOf, leavers }) => {
    const own = byManager(lots)
    return {
      header: ['manager_id', 'name', 'kind', 'on', 'balance', 'held', 'next_due', 'owed_back'],
      rows: leavers.flatMap(({ manager, kind, on }) => {
        const open = (own.get(manager) ?? []).filter((lot) => lot.balance !== 0n)
        if (open.length === 0) return []
        const positive = open.filter((lot) => lot.balance > 0n)
        const due = positive.flatMap((lot) => lot.key.dueOn ?? [])
        return [
          [
            ...[manager, nameOf(manager), kind, on === undefined ? '' : printDay(on)].map(text),
            money(sumOver(positive, (lot) => lot.balance)),
            money(sumOver(positive, (lot) => (lot.heldBy ? lot.balance : 0n))),
            text(due.length > 0 ? printDay(earliest(due)) : ''),
            money(sumOver(open, (lot) => (lot.balance < 0n ? -lot.balance : 0n))),
          ],
        ]
      }),
    }
  },
}

const earliest = (days: readonly Day[]): Day => days.reduce((a, b) => (b < a ? b : a))
