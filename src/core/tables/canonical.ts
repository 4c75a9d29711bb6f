import { near } from '../findings/near.ts'
import { CellFault, cellFault } from './cell-fault.ts'
import type { CellKind } from './cells.ts'
import { GROUPED } from './damage.ts'
import { plainDay } from './day-forms.ts'
import { halfWidth, halfWidthNumber } from './full-width.ts'
import type { ColumnForm } from './input-forms.ts'

/**
 * A cell's text as the contract writes it, from the text as the bank writes it. What no form declares stays as it is, for
 * the column's kind to judge; a fault where a declared form itself is not kept.
 */
export function canonicalText(text: string, form: ColumnForm | undefined): string | CellFault {
  if (form === undefined || text === '') return text
  const meant = form.values?.get(text) ?? withoutDress(text, form)
  if (!form.known || typeof meant !== 'string' || meant === '' || form.known.has(meant)) return meant
  return cellFault('cell-product', { likeliest: near(meant, form.known) })
}

function withoutDress(text: string, { date, thousands, fullWidth, shift }: ColumnForm): string | CellFault {
  const plain = fullWidth ? halfWidthNumber(text) : text
  if (date) return plainDay(plain, date) ?? cellFault('cell-day-declared', { form: date })
  if (thousands && plain.includes(',') && !GROUPED.test(halfWidth(plain))) return cellFault('cell-groups', {})
  const number = thousands && GROUPED.test(plain) ? plain.replaceAll(',', '') : plain
  return shift ? shiftPoint(number, shift) : number
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/** A plain decimal with its point moved to the right by some places; no digit is lost. */
function shiftPoint(text: string, places: number): string {
  const [, sign, whole, decimals = ''] = DECIMAL.exec(text) ?? []
  if (sign === undefined || whole === undefined) return text
  const digits = whole + decimals.padEnd(places, '0')
  const point = whole.length + places
  const moved = digits.slice(0, point).replace(/^0+(?=\d)/, '')
  return sign + moved + (digits.length > point ? `.${digits.slice(point)}` : '')
}

/** The value of a filled cell as the bank writes it; undefined where its text stands for an empty cell. */
export function readCell<T>(
  { read }: Pick<CellKind<T>, 'read'>,
  text: string,
  form: ColumnForm | undefined,
): T | CellFault | undefined {
  const plain = canonicalText(text, form)
  if (plain instanceof CellFault) return plain
  if (plain === '') return undefined
  const value = read(plain)
  return value instanceof CellFault ? inUnitOfFile(value, form?.shift ?? 0) : value
}

/** A column in 万元 may have four decimals more than one in yuan. */
function inUnitOfFile(fault: CellFault, shift: number): CellFault {
  const { decimals } = fault.facts
  if (shift === 0 || typeof decimals !== 'number') return fault
  return cellFault('cell-decimals', { decimals: decimals + shift })
}
