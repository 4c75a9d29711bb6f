import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText, readCell } from '../../src/core/tables/canonical.ts'
import { CellFault, day, money } from '../../src/core/tables/cells.ts'
import type { ColumnForm } from '../../src/core/tables/input-forms.ts'
import { parseDecimal, printExact } from '../../src/core/values/exact.ts'

const THOUSANDS: ColumnForm = { thousands: true }
const WIDE: ColumnForm = { fullWidth: true }
const BOTH: ColumnForm = { thousands: true, fullWidth: true }
const WAN: ColumnForm = { shift: 4 }
const PRODUCTS: ColumnForm = {
  values: new Map([
    ['活期', 'demand'],
    ['-', ''],
  ]),
  known: new Set(['demand', 'term']),
}

/** The form, the bank's text, and the contract's. */
const TEXTS: readonly (readonly [ColumnForm, string, string])[] = [
  [{}, ' anything ', ' anything '],
  [THOUSANDS, '1,234,567.89', '1234567.89'],
  [THOUSANDS, '-1,234', '-1234'],
  [THOUSANDS, '999', '999'],
  [THOUSANDS, '1234567.89', '1234567.89'],
  [THOUSANDS, '１,234', '１,234'],
  [WIDE, '１２３．４５', '123.45'],
  [WIDE, '００１２', '0012'],
  [WIDE, '第１支行', '第１支行'],
  [WIDE, '２００４Q１', '2004Q1'],
  [WIDE, '－０．５', '-0.5'],
  [WIDE, '1２3', '123'],
  [WIDE, '１，２３４', '1,234'],
  [BOTH, '－１，２３４，５６７．８９', '-1234567.89'],
  [WAN, '1.2', '12000'],
  [WAN, '1.23456789', '12345.6789'],
  [WAN, '-0.00005', '-0.5'],
  [WAN, '0.0001', '1'],
  [WAN, '0', '0'],
  [WAN, '-0', '-0'],
  [WAN, '350', '3500000'],
  [WAN, '1.230000', '12300.00'],
  [WAN, '12345678901234567890.1234', '123456789012345678901234'],
  [WAN, 'x', 'x'],
  [WAN, '1.', '1.'],
  [{ ...BOTH, ...WAN }, '１，２３４．５', '12345000'],
  [{ date: 'YYYY/M/D' }, '2004/3/1', '2004-03-01'],
  [{ date: 'YYYY/M/D' }, '2004/03/31', '2004-03-31'],
  [{ date: 'YYYYMMDD' }, '20040229', '2004-02-29'],
  [{ date: 'YYYY年M月D日' }, '2004年3月31日', '2004-03-31'],
  [{ date: 'YYYY年M月D日', fullWidth: true }, '２００４年１２月１日', '2004-12-01'],
  [{ date: 'YYYY-MM-DD' }, '2004-03-31', '2004-03-31'],
  [PRODUCTS, '活期', 'demand'],
  [PRODUCTS, 'term', 'term'],
  [PRODUCTS, '-', ''],
  [PRODUCTS, '', ''],
  [{ values: new Map([['2004年底', '2004-12-31']]), date: 'YYYYMMDD' }, '2004年底', '2004-12-31'],
]

/** The form, the bank's text, and the code of its fault. */
const FAULTS: readonly (readonly [ColumnForm, string, string])[] = [
  [THOUSANDS, '12,34', 'cell-groups'],
  [THOUSANDS, '1,2345', 'cell-groups'],
  [THOUSANDS, '1234,567', 'cell-groups'],
  [THOUSANDS, ',123', 'cell-groups'],
  [THOUSANDS, '1,234,', 'cell-groups'],
  [THOUSANDS, '0.123,456', 'cell-groups'],
  [THOUSANDS, '1,234.5,6', 'cell-groups'],
  [BOTH, '１２，３４', 'cell-groups'],
  [{ date: 'YYYY/M/D' }, '2004-03-31', 'cell-day-declared'],
  [{ date: 'YYYY/M/D' }, '2004/2/30', 'cell-day-declared'],
  [{ date: 'YYYY/M/D' }, '2004/003/1', 'cell-day-declared'],
  [{ date: 'YYYYMMDD' }, '2004331', 'cell-day-declared'],
  [{ date: 'YYYYMMDD' }, '２００４０３３１', 'cell-day-declared'],
  [{ date: 'YYYY年M月D日' }, '2004年3月', 'cell-day-declared'],
  [PRODUCTS, '定期', 'cell-product'],
  [PRODUCTS, 'Demand', 'cell-product'],
]

describe('the text of a cell as the contract writes it', () => {
  it.each(TEXTS)('%j %s → %s', (form, text, expected) => {
    expect(canonicalText(text, form)).toBe(expected)
  })

  it.each(FAULTS)('%j %s: %s', (form, text, code) => {
    const found = canonicalText(text, form)
    expect(found instanceof CellFault && found.code).toBe(code)
  })

  it('may have as many decimals as the unit of the file gives', () => {
    const fault = readCell(money, '1.2345678', WAN)
    expect(fault).toEqual(new CellFault('cell-decimals', { decimals: 6 }))
    expect(readCell(money, '1.234567', WAN)).toEqual(parseDecimal('12345.67'))
  })

  it('is judged by its column where no form says anything of it', () => {
    expect(readCell(money, '1,234', WIDE)).toEqual(
      new CellFault('cell-thousands', { entry: 'numbers: { thousands: yes }' }),
    )
    expect(readCell(day, '2004/3/1', WIDE)).toEqual(new CellFault('cell-day-form', { form: 'YYYY/M/D' }))
  })
})

/** A whole number of fen as different banks write it. */
function dressed(fen: bigint, { thousands, fullWidth, shift = 0 }: ColumnForm): string {
  const places = 2 + shift
  const digits = (fen < 0n ? -fen : fen).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, -places)
  const grouped = thousands ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole
  const text = `${fen < 0n ? '-' : ''}${grouped}.${digits.slice(-places)}`
  return fullWidth
    ? text.replace(/[-\d.,]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    : text
}

it('gives back the day in every form', () => {
  const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.boolean(), (date, padded) => {
      const plain = date.toISOString().slice(0, 10)
      const [year = '', month = '', dayOfMonth = ''] = plain.split('-')
      const short = (part: string) => (padded ? part : part.replace(/^0/, ''))
      const [m, d] = [short(month), short(dayOfMonth)]
      expect(canonicalText(`${year}/${m}/${d}`, { date: 'YYYY/M/D' })).toBe(plain)
      expect(canonicalText(`${year}年${m}月${d}日`, { date: 'YYYY年M月D日' })).toBe(plain)
      expect(canonicalText(year + month + dayOfMonth, { date: 'YYYYMMDD' })).toBe(plain)
    }),
  )
})

it('gives back the exact value in every style', () => {
  const form = fc.record({
    thousands: fc.boolean(),
    fullWidth: fc.boolean(),
    shift: fc.constantFrom(0, 4),
  })
  const fen = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n })
  fc.assert(
    fc.property(fen, form, (value, style) => {
      const read = readCell(money, dressed(value, style), style)
      expect(read).not.toBeInstanceOf(CellFault)
      expect(read && !(read instanceof CellFault) && printExact(read.mul(100))).toBe(value.toString())
    }),
    { numRuns: 500 },
  )
})
