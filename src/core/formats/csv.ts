import type { Cell, Table } from '../reports/table.ts'

/** A table as RFC 4180 text with LF; texts that a spreadsheet would run as a formula get an apostrophe before them. */
export function toCsv({ header, rows }: Table): string {
  const lines = [header.map(quote).join(',')]
  for (const row of rows) lines.push(row.map(printCell).join(','))
  return `${lines.join('\n')}\n`
}

const printCell = ({ text, number }: Cell): string => (number ? text : quote(defuse(text)))

/** What a spreadsheet would run; a text that already has apostrophes before it gets one more, so that one can be taken off. */
const FORMULA = /^'*[=+\-@\t\r]/

const defuse = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** The text of a cell as it was before `toCsv` defused it. */
export const undefuse = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
