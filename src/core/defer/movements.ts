import { totalsOf } from '../book/totals.ts'
import { text } from '../reports/table.ts'
import { type LedgerSheet, money } from './sheet.ts'
import { lotsAfter } from './view.ts'

/** What deferred pay came to in the days asked for (变动表): by person and component, by person, and of the whole. */
export const movements: LedgerSheet = {
  name: 'movements',
  title: { en: 'Movements', zh: '变动表' },
  overview: 'totals',
  table: ({ lines, nameOf, days }) => {
    const before = lotsAfter(lines.filter(({ date }) => date < days.first))
    const openings = before.map(({ key, balance }) => ({ ...key, balance }))
    const within = lines.filter(({ date }) => date >= days.first && date <= days.last)
    return {
      header: [
        ...['manager_id', 'name', 'component', 'opening', 'granted', 'paid'],
        ...['forfeited', 'clawed_back', 'corrected', 'closing'],
      ],
      rows: totalsOf(openings, within).map((total) => [
        ...[total.manager, nameOf(total.manager), total.component].map(text),
        ...[total.opening, total.granted, total.paid].map(money),
        ...[total.forfeited, total.clawedBack, total.corrected, total.closing].map(money),
      ]),
    }
  },
}
