import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

const PRODUCTS = ['demand', 'term', 'savings', 'margin']
const MANAGERS = 500

/** The day so many days after 1 January 2004, as exports write it. */
function dateAfter(days) {
  return new Date(Date.UTC(2004, 0, 1 + days)).toISOString().slice(0, 10)
}

/**
 * Writes a `balances.csv` with one row an account and day, in date order, as core systems export it. The same arguments
 * always give the same bytes.
 */
export async function writeBalances(path, { accounts, days }) {
  const out = createWriteStream(path)
  out.write('date,account_id,client_id,product,balance,manager_id,currency,branch\n')
  for (let day = 0; day < days; day++) {
    const date = dateAfter(day)
    let text = ''
    for (let account = 0; account < accounts; account++) {
      text += row(date, day, account)
      if (text.length < 1 << 20) continue
      if (!out.write(text)) await once(out, 'drain')
      text = ''
    }
    if (!out.write(text)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

function row(date, day, account) {
  const id = 6_222_000_000_000 + account
  const client = `C${String(Math.floor(account / 2)).padStart(7, '0')}`
  const fen = (account * 7919 + day * 104_729 + account * day * 13) % 9_000_000_000
  const money = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
  const manager = `M${String(account % MANAGERS).padStart(4, '0')}`
  return `${date},${id},${client},${PRODUCTS[account % PRODUCTS.length]},${money},${manager},,branch${account % 20}\n`
}

/** The ids of all managers that the rows name. */
export const managerIds = Array.from(
  { length: MANAGERS },
  (_, number) => `M${String(number).padStart(4, '0')}`,
)
