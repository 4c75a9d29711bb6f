import type { HeaderMap } from './header.ts'
import type { Shape } from './shape.ts'

/** What spreadsheets write before a sum, without blanks and in small letters. */
const TOTALS: ReadonlySet<string> = new Set([
  ...['合计', '总计', '小计', '共计', '总和', '汇总'],
  ...['total', 'subtotal', 'grandtotal'],
])
/** Columns whose own words may be such: the figure `total` has adjustments and history. */
const NAMING: ReadonlySet<string> = new Set(['figure', 'target', 'item', 'kind'])

/** What such a word ends in: most cells are told apart from it by a look at their last character. */
const ENDS: ReadonlySet<number> = new Set([...'计总和汇lL:： \u3000\t'].map((end) => end.charCodeAt(0)))

/** Whether a cell says that its row is a total. */
export const isTotalWord = (cell: string): boolean =>
  ENDS.has(cell.charCodeAt(cell.length - 1)) &&
  cell.length < 20 &&
  TOTALS.has(cell.replace(/[\s:：]/gu, '').toLowerCase())

const isEmptyOrNumber = (cell: string): boolean => /^[-\d.,，¥￥%\s]*$/u.test(cell)

/**
 * The position of the cell that says that a row is a total left under a table; undefined for rows of the table. In a total
 * everything else is empty or a number, and either the word stands in the place of an id or something required is empty.
 */
export function totalCell(shape: Shape, map: HeaderMap, cells: readonly string[]): number | undefined {
  const index = cells.findIndex(isTotalWord)
  if (index < 0 || !cells.every((cell, other) => other === index || isEmptyOrNumber(cell))) return undefined
  const columns = [...map]
  const [column = ''] = columns.find(([, at]) => at === index) ?? []
  if (NAMING.has(column)) return undefined
  const lacks = columns.some(([name, at]) => shape.columns[name]?.required && (cells[at] ?? '') === '')
  return lacks || shape.key.includes(column) ? index : undefined
}
