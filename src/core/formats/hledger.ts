import { type Day, printDay } from '../values/calendar.ts'
import { printFen } from '../values/fen.ts'
import type { Journal } from './journal.ts'

/** A journal for hledger, which passes `hledger check --strict`; at the end every balance of a person is asserted. */
export function toHledger({ currency, transactions, accounts, closings }: Journal, asOf: Day): string {
  const name = (account: readonly string[]) => account.join(':')
  const lines = [`commodity 1000.00 ${currency}`, ...accounts.map((account) => `account ${name(account)}`)]
  for (const { date, movement, postings } of transactions) {
    lines.push('', `${printDay(date)} ${movement}`)
    for (const { account, amount, lot } of postings)
      lines.push(
        `    ${name(account)}  ${printFen(amount)} ${currency}${lot === '' ? '' : `  ; ${remark(lot)}`}`,
      )
  }
  if (closings.length > 0) lines.push('', `${printDay(asOf)} balances`)
  for (const { account, amount } of closings)
    lines.push(`    ${name(account)}  0.00 ${currency} = ${printFen(amount)} ${currency}`)
  return `${lines.join('\n')}\n`
}

/** A lot's id in a remark, where a colon or comma would make a tag of it, and a day in brackets the day of the posting. */
const remark = (lot: string): string => lot.replaceAll(/[:,[\]]/g, '_')
