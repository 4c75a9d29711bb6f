/** Which way each movement goes in a journal, followed by hand. */

import { describe, expect, it } from 'vitest'
import { Lot } from '../src/core/book/lot.ts'
import { toHledger } from '../src/core/formats/hledger.ts'
import { journalOf } from '../src/core/formats/journal.ts'
import { parseDay } from '../src/core/values/calendar.ts'
import { printFen } from '../src/core/values/fen.ts'
import { parsePeriod } from '../src/core/values/period.ts'

const day = (written: string) => parseDay(written) ?? expect.fail(written)
const granted = parsePeriod('2001') ?? expect.fail()
const AS_OF = day('2009-12-31')

describe('a journal of what goes the other way', () => {
  const lot = new Lot(
    {
      id: '2001/甲/Bonus/1',
      manager: '甲',
      component: 'Bonus',
      granted,
      tranche: 1,
      dueOn: day('2002-12-31'),
    },
    'east',
  )
  const lines = [
    lot.move('opening', day('2001-12-31'), 100_00n),
    lot.move('adjusted', day('2002-03-31'), -3_00n),
    lot.move('paid', day('2002-12-31'), 97_00n),
    lot.move('clawed_back', day('2003-01-15'), 5_00n),
    lot.move('paid', day('2003-02-15'), -2_00n),
  ]

  it.each([
    ['opening', 'Equity:Opening:Bonus', -100_00n],
    ['adjusted', 'Expenses:Adjusted:Bonus', 3_00n],
    ['paid', 'Assets:PayrollClearing', 97_00n],
    ['clawed_back', 'Expenses:ClawedBack:Bonus', 5_00n],
    ['paid back', 'Assets:PayrollClearing', -2_00n],
  ])('changes what is owed by what is %s, against %s', (_, other, amount) => {
    const text = toHledger(journalOf(lines, 'CNY'), AS_OF)
    const own = `Liabilities:DeferredPay:Bonus:甲  ${printFen(amount)} CNY  ; 2001/甲/Bonus/1`
    expect(text).toContain(`    ${own}\n    ${other}  ${printFen(-amount)} CNY\n`)
  })

  it('keeps days apart', () => {
    const heads = toHledger(journalOf(lines, 'CNY'), AS_OF).match(/^\d.*$/gm)
    expect(heads).toEqual([
      '2001-12-31 opening',
      '2002-03-31 adjusted',
      '2002-12-31 paid',
      '2003-01-15 clawed_back',
      '2003-02-15 paid',
      '2009-12-31 balances',
    ])
  })

  it('ends with what the person owes back, above 0', () => {
    expect(lot.balance).toBe(-3_00n)
    expect(toHledger(journalOf(lines, 'CNY'), AS_OF)).toContain('0.00 CNY = 3.00 CNY\n')
  })
})
