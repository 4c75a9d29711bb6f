import { type Day, printDay } from '../values/calendar.ts'
import { printFen } from '../values/fen.ts'
import type { Journal } from './journal.ts'

/** A ledger for Beancount, which passes `bean-check`; on the day after the last one every balance of a person is asserted. */
export function toBeancount({ currency, transactions, accounts, closings }: Journal, asOf: Day): string {
  const name = (account: readonly string[]) => account.join(':')
  const [first] = transactions
  const since = printDay(first?.date ?? asOf)
  const lines = [
    `option "operating_currency" ${quoted(currency)}`,
    '',
    ...accounts.map((account) => `${since} open ${name(account)} ${currency}`),
  ]
  for (const { date, movement, postings } of transactions) {
    lines.push('', `${printDay(date)} * ${quoted(movement)}`)
    for (const { account, amount, lot } of postings) {
      lines.push(`  ${name(account)}  ${printFen(amount)} ${currency}`)
      if (lot !== '') lines.push(`    lot: ${quoted(lot)}`)
    }
  }
  lines.push('')
  for (const { account, amount } of closings)
    lines.push(`${printDay((asOf + 1) as Day)} balance ${name(account)}  ${printFen(amount)} ${currency}`)
  return `${lines.join('\n')}\n`
}

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
