import type { Lot } from '../book/lot.ts'
import { type Cell, number, text } from '../reports/table.ts'
import { printDay } from '../values/calendar.ts'
import { type LedgerSheet, money } from './sheet.ts'

/** Every lot with what became of it. */
export const lots: LedgerSheet = {
  name: 'lots',
  title: { en: 'Lots', zh: '延期批次' },
  detailed: true,
  table: ({ view: { lots }, nameOf }) => ({
    header: [
      ...['lot_id', 'manager_id', 'name', 'component', 'granted_period', 'tranche', 'due_on', 'branch'],
      ...['amount', 'paid', 'forfeited', 'clawed_back', 'adjusted', 'balance', 'status'],
    ],
    rows: rowsOf(lots, nameOf),
  }),
}

/** One by one: a book of many years has hundreds of thousands. */
function* rowsOf(lots: readonly Lot[], nameOf: (manager: string) => string): Iterable<readonly Cell[]> {
  for (const lot of lots) {
    const { id, manager, component, granted, tranche, dueOn } = lot.key
    const due = dueOn === undefined ? '' : printDay(dueOn)
    yield [
      text(id),
      text(manager),
      text(nameOf(manager)),
      text(component),
      text(granted.id),
      number(`${tranche}`),
      text(due),
      text(lot.branch),
      money(lot.amount),
      money(lot.paid),
      money(lot.forfeited),
      money(lot.clawedBack),
      money(lot.adjusted),
      money(lot.balance),
      text(lot.status),
    ]
  }
}
