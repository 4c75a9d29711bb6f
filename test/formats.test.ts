/** Deferred pay in the formats of other programs: journals by hand, workbooks whose parts are looked at. */

import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { Lot } from '../src/core/book/lot.ts'
import { toBeancount } from '../src/core/formats/beancount.ts'
import { toHledger } from '../src/core/formats/hledger.ts'
import { journalOf, segment } from '../src/core/formats/journal.ts'
import { toXlsx } from '../src/core/formats/xlsx.ts'
import { escapeXml } from '../src/core/formats/xlsx-parts.ts'
import { number, text } from '../src/core/reports/table.ts'
import { parseDay } from '../src/core/values/calendar.ts'
import { parsePeriod } from '../src/core/values/period.ts'

const day = (written: string) => parseDay(written) ?? expect.fail(written)
const period = parsePeriod('2001') ?? expect.fail()
const keyOf = (manager: string, tranche: number) => ({
  ...{ id: `2001/${manager}/bonus/${tranche}`, manager, component: 'bonus', granted: period, tranche },
  dueOn: day('2002-12-31'),
})

/** Two lots of 100 and 50; the first is paid and 30 of it clawed back, of the second 20.05 is forfeited. */
function linesOf() {
  const [first, second] = [new Lot(keyOf('P1', 1), 'east'), new Lot(keyOf('P1', 2), 'east')]
  return [
    first.move('granted', period.last, 100_00n),
    second.move('granted', period.last, 50_00n),
    first.move('released', day('2002-12-31'), 100_00n),
    first.move('paid', day('2002-12-31'), 100_00n),
    second.move('forfeited', day('2002-06-30'), 20_05n),
    first.move('clawed_back', day('2003-01-15'), 30_00n),
  ]
}

const HLEDGER = `commodity 1000.00 CNY
account Liabilities:DeferredPay:X--bonus:P1
account Expenses:DeferredPay:X--bonus
account Expenses:Forfeited:X--bonus
account Assets:PayrollClearing
account Expenses:ClawedBack:X--bonus

2001-12-31 granted
    Liabilities:DeferredPay:X--bonus:P1  -100.00 CNY  ; 2001/P1/bonus/1
    Expenses:DeferredPay:X--bonus  100.00 CNY
    Liabilities:DeferredPay:X--bonus:P1  -50.00 CNY  ; 2001/P1/bonus/2
    Expenses:DeferredPay:X--bonus  50.00 CNY

2002-06-30 forfeited
    Liabilities:DeferredPay:X--bonus:P1  20.05 CNY  ; 2001/P1/bonus/2
    Expenses:Forfeited:X--bonus  -20.05 CNY

2002-12-31 paid
    Liabilities:DeferredPay:X--bonus:P1  100.00 CNY  ; 2001/P1/bonus/1
    Assets:PayrollClearing  -100.00 CNY

2003-01-15 clawed_back
    Liabilities:DeferredPay:X--bonus:P1  30.00 CNY  ; 2001/P1/bonus/1
    Expenses:ClawedBack:X--bonus  -30.00 CNY

2003-06-30 balances
    Liabilities:DeferredPay:X--bonus:P1  0.00 CNY = 0.05 CNY
`

const BEANCOUNT_END = `2003-01-15 * "clawed_back"
  Liabilities:DeferredPay:X--bonus:P1  30.00 CNY
    lot: "2001/P1/bonus/1"
  Expenses:ClawedBack:X--bonus  -30.00 CNY

2003-07-01 balance Liabilities:DeferredPay:X--bonus:P1  0.05 CNY
`

describe('a journal', () => {
  it('for hledger declares what it uses, balances, and asserts what every person ends with', () => {
    expect(toHledger(journalOf(linesOf(), 'CNY'), day('2003-06-30'))).toBe(HLEDGER)
  })

  it('for Beancount opens its accounts before the first entry and asserts balances on the next day', () => {
    const written = toBeancount(journalOf(linesOf(), 'CNY'), day('2003-06-30'))
    expect(written.startsWith('option "operating_currency" "CNY"\n\n2001-12-31 open Liabilities:')).toBe(true)
    expect(written.endsWith(BEANCOUNT_END)).toBe(true)
  })

  it.each([
    ['007', '007'],
    ['bonus', 'X--bonus'],
    ['客户', '客户'],
    ['m:1; x', 'X--m-3a-1-3b--20-x'],
    ['X--bonus', 'X-2d--2d-bonus'],
    ['__proto__', 'X---5f--5f-proto-5f--5f-'],
  ])('writes the id %s as %s', (id, written) => expect(segment(id)).toBe(written))

  it('keeps different ids different, in a form that accounts may have', () => {
    const ids = fc.string({ minLength: 1, unit: 'grapheme' })
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        expect(segment(a)).toMatch(/^(?:[A-Z0-9]|[^\p{ASCII}])(?:[A-Za-z0-9-]|[^\p{ASCII}])*$/u)
        expect(segment(a) === segment(b)).toBe(a === b)
      }),
    )
  })
})

describe('a workbook', () => {
  const sheets = [
    {
      name: 'lots',
      table: {
        header: ['id', 'amount', 'long'],
        rows: [
          [text('007'), number('-12345678901.20'), number('12345678901234567.89')],
          [text('=1+1 & <b>'), number(''), text('甲')],
        ],
      },
    },
  ]

  it('has numbers digit by digit, texts as texts, and no number that a spreadsheet would cut', () => {
    const xml = strFromU8(unzipSync(toXlsx(sheets))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(xml).toContain('<c r="A2" s="0" t="inlineStr"><is><t xml:space="preserve">007</t></is></c>')
    expect(xml).toContain('<c r="B2"><v>-12345678901.20</v></c>')
    expect(xml).toContain(
      '<c r="C2" s="0" t="inlineStr"><is><t xml:space="preserve">12345678901234567.89</t></is></c>',
    )
    expect(xml).toContain('=1+1 &amp; &lt;b&gt;')
  })

  it('has a bold header that stays in sight', () => {
    const xml = strFromU8(unzipSync(toXlsx(sheets))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(xml.match(/<c r="[A-C]1" s="1" /g)).toHaveLength(3)
  })

  it.each([
    ['_x0041_', '_x005F_x0041_'],
    ['_x41_ x0041_', '_x41_ x0041_'],
    ['a\r\nb', 'a&#13;\nb'],
    ['a\u0000b', 'ab'],
  ])('writes %j as %j', (id, written) => expect(escapeXml(id)).toBe(written))

  it('goes on in a further sheet where a table has more rows than one takes', () => {
    const row = (id: string) => [text(id)]
    const table = { header: ['id'], rows: ['a', 'b', 'c', 'd', 'e'].map(row) }
    const parts = unzipSync(toXlsx([{ name: 'lots', table }], 2))
    const part = (path: string) => strFromU8(parts[path] ?? new Uint8Array())
    const names = [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)
    expect(names).toEqual(['lots', 'lots (2)', 'lots (3)'])
    const ids = [1, 2, 3].map((sheet) =>
      [...part(`xl/worksheets/sheet${sheet}.xml`).matchAll(/preserve">([^<]*)</g)].map(([, id]) => id),
    )
    expect(ids).toEqual([
      ['id', 'a', 'b'],
      ['id', 'c', 'd'],
      ['id', 'e'],
    ])
  })

  it('has the same bytes every time', () => expect(toXlsx(sheets)).toEqual(toXlsx(sheets)))
})
