import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ENDS = ['03-31', '06-30', '09-30', '12-31']
const LEDGER =
  'lot_id,manager_id,component,granted_period,tranche,due_on,branch,date,movement,amount,balance,event_id,rule,clause,origin'
const PAY = 'manager_id,name,branch,grade,component,clause,schedule,amount,paid_now,deferred'

const money = (fen) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
const sha256 = (text) => createHash('sha256').update(text).digest('hex')

/**
 * Writes a book as runs leave it: so many people whose pay is deferred each quarter into three yearly lots, every lot due, released and
 * paid on its day. Gives the fen that stand open at its end.
 */
export function writeBook(folder, { people, quarters, from }) {
  let open = 0
  for (let index = 0; index < quarters; index++) {
    const [year, quarter] = [from + Math.floor(index / 4), index % 4]
    const [ledger, pay] = [[LEDGER], [PAY]]
    for (let person = 0; person < people; person++) {
      const id = `P${String(person).padStart(4, '0')}`
      for (let back = 3; back >= 1; back--) {
        if (index < back * 4) continue
        ledger.push(...paid(id, person, year, quarter, back))
        open -= amountOf(person, year - back, quarter)
      }
      for (let tranche = 1; tranche <= 3; tranche++) {
        ledger.push(line(id, person, year, quarter, tranche, year, 'granted', true))
        open += amountOf(person, year, quarter)
      }
      const amount = amountOf(person, year, quarter)
      pay.push(
        `${id},Name,b${person % 20},,bonus,,with_run,${money(amount * 6)},${money(amount * 3)},${money(amount * 3)}`,
      )
    }
    writePeriod(join(folder, `${year}Q${quarter + 1}`), `${year}Q${quarter + 1}`, {
      'ledger.csv': `${ledger.join('\n')}\n`,
      'pay.csv': `${pay.join('\n')}\n`,
    })
  }
  return open
}

const amountOf = (person, year, quarter) => 10_000 + ((person * 7919 + year * 131 + quarter * 37) % 200_000)

function line(id, person, year, quarter, tranche, on, movement, stands) {
  const [period, amount] = [`${year}Q${quarter + 1}`, money(amountOf(person, year, quarter))]
  const lot = `${period}/${id}/bonus/${tranche},${id},bonus,${period},${tranche},${year + tranche}-${ENDS[quarter]}`
  const rule = movement === 'released' || movement === 'paid' ? 'clean' : ''
  return `${lot},b${person % 20},${on}-${ENDS[quarter]},${movement},${amount},${stands ? amount : '0.00'},,${rule},,`
}

const paid = (id, person, year, quarter, back) => [
  line(id, person, year - back, quarter, back, year, 'due', true),
  line(id, person, year - back, quarter, back, year, 'released', true),
  line(id, person, year - back, quarter, back, year, 'paid', false),
]

function writePeriod(folder, period, files) {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const outputs = Object.entries(files).map(([file, text]) => ({ file, sha256: sha256(text) }))
  const scheme = { id: 'bench', version: '1', currency: 'CNY', sha256: '' }
  const manifest = { format: 2, period, scheme, inputs: [], book: [], outputs, options: {}, set_aside: null }
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest)}\n`)
}
