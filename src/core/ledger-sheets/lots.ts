import { number, text } from '../reports/table.ts'
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
    rows: lots.map((lot) => {
      const { id, manager, component, granted, tranche, dueOn } = lot.key
      const sums = [lot.paid, lot.forfeited, lot.clawedBack, lot.adjusted].map(money)
      return [
        ...[id, manager, nameOf(manager), component, granted.id].map(text),
        number(`${tranche}`),
        ...[dueOn === undefined ? '' : printDay(dueOn), lot.branch].map(text),
        ...[money(lot.amount), ...sums, money(lot.balance), text(lot.status)],
      ]
    }),
  }),
}
