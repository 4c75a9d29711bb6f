import type { Lot } from '../book/lot.ts'
import { type DeferredTotals, withSums } from '../book/totals.ts'
import { text } from '../reports/table.ts'
import { groupBy, sumOver } from '../values/group.ts'
import { type LedgerSheet, money } from './sheet.ts'
import type { LedgerView } from './view.ts'

/** What deferred pay came to in the days asked for (变动表): by person and component, by person, and of the whole. */
export const movements: LedgerSheet = {
  name: 'movements',
  title: { en: 'Movements', zh: '变动表' },
  table: ({ view, nameOf, totalsOnly }) => ({
    header: [
      ...['manager_id', 'name', 'component', 'opening', 'granted', 'paid'],
      ...['forfeited', 'clawed_back', 'adjusted', 'closing'],
    ],
    rows: withSums(movedIn(view)).flatMap((total) =>
      totalsOnly && total.manager !== ''
        ? []
        : [
            [
              ...[total.manager, nameOf(total.manager), total.component].map(text),
              ...[total.opening, total.granted, total.paid].map(money),
              ...[total.forfeited, total.clawedBack, total.adjusted, total.closing].map(money),
            ],
          ],
    ),
  }),
}

/** What changed of each person's components in the days asked for. */
function movedIn({ lots, before, until }: LedgerView): readonly DeferredTotals[] {
  const byKey = groupBy(lots, ({ key }) => `${key.manager.length} ${key.manager}${key.component}`)
  return [...byKey.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const change = (of: (lot: Lot) => bigint) => sumOver(own, (lot) => of(until(lot)) - of(before(lot)))
    const { manager, component } = first.key
    const total = {
      opening: sumOver(own, (lot) => before(lot).balance),
      granted: change((lot) => lot.amount),
      paid: change((lot) => lot.paid),
      forfeited: change((lot) => lot.forfeited),
      clawedBack: change((lot) => lot.clawedBack),
      adjusted: change((lot) => lot.adjusted),
      closing: sumOver(own, (lot) => until(lot).balance),
    }
    const moves = Object.values(total).some((amount) => amount !== 0n)
    return moves ? [{ manager, component, ...total }] : []
  })
}
