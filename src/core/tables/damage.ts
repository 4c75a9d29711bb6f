import type { Phrase } from '../findings/sentence.ts'
import { printDay } from '../values/calendar.ts'
import { parseDecimal } from '../values/exact.ts'
import { type CellFault, cellFault } from './cell-fault.ts'
import { daySerial, formOfDay, plainDay } from './day-forms.ts'
import { halfWidth } from './full-width.ts'

/** Digits in well-formed groups of thousands: `1,234,567.89`, but not `12,34`. */
export const GROUPED = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const EXPONENT = /^-?\d+(?:\.\d+)?e[+-]?\d+$/i
/** Spreadsheets always write such a sign and at least two digits, so that an id like `1E5` is none of theirs. */
const ID_EXPONENT = /^\d(?:\.\d+)?E\+\d\d$/

/** What people write beside a number, and what it is called. */
const SIGNS: readonly (readonly [RegExp, Phrase])[] = [
  [/[¥￥$€元圆]/g, { en: 'a currency sign', zh: '货币符号' }],
  [/[百千万亿]/g, { en: 'a unit', zh: '单位' }],
  [/[%％‰]/g, { en: 'a percent sign', zh: '百分号' }],
  [/^\+/g, { en: 'a plus sign', zh: '正号' }],
  [/\s/gu, { en: 'a blank', zh: '空格' }],
]
const ALL_SIGNS = new RegExp(SIGNS.map(([{ source }]) => source).join('|'), 'gu')

const isNumber = (text: string): boolean => parseDecimal(text) !== undefined || GROUPED.test(text)

/** What is wrong with a text that is no plain number: the usual damage by its name, else that it is none. */
export function numberFault(found: string, wanted: Phrase): CellFault {
  const half = halfWidth(found)
  if (GROUPED.test(found)) return cellFault('cell-thousands', { entry: 'numbers: { thousands: yes }' })
  if (half !== found && isNumber(half)) {
    const entry = GROUPED.test(half)
      ? 'numbers: { full_width: yes, thousands: yes }'
      : 'numbers: { full_width: yes }'
    return cellFault('cell-full-width', { wanted, entry })
  }
  if (EXPONENT.test(found)) return cellFault('cell-exponent', { wanted })
  const [, sign] = SIGNS.find(([form]) => found.search(form) >= 0) ?? []
  const bare = found.replace(ALL_SIGNS, '')
  return sign && isNumber(halfWidth(bare))
    ? cellFault('cell-signs', { wanted, sign })
    : cellFault('cell-number', { wanted })
}

/** What is wrong with a text that is no day YYYY-MM-DD: another usual form by its name, else that it is no day. */
export function dayFault(found: string, wanted: Phrase): CellFault {
  const form = formOfDay(found)
  if (form) return cellFault('cell-day-form', { form })
  const serial = daySerial(found)
  if (serial !== undefined) return cellFault('cell-day-serial', { day: printDay(serial) })
  const half = halfWidth(found)
  const other = half === found ? undefined : formOfDay(half)
  if (other === undefined && (half === found || plainDay(half, 'YYYY-MM-DD') === undefined)) {
    return cellFault('cell-day', {})
  }
  const entry = `numbers: { full_width: yes }${other ? `, date: ${other}` : ''}`
  return cellFault('cell-full-width', { wanted, entry })
}

/** Whether a spreadsheet has turned a long id into a number with an exponent (`1.23457E+17`); told by a look at its end. */
export const isExponentId = (text: string): boolean =>
  text.charCodeAt(text.length - 3) === 0x2b && ID_EXPONENT.test(text)
