/** Builds small banks in memory for worked examples: a header line and data lines per table, no quoting needed. */
import type { Tables } from './bank.ts'
import { dayText, periodSpan } from './calendar.ts'
import type { Row } from './csv.ts'
import type { Outputs } from './worked.ts'

/** Tables from text: the first line of each names its columns. */
export function tablesOf(texts: Readonly<Record<string, readonly string[]>>): Tables {
  return new Map(Object.entries(texts).map(([name, lines]) => [name, rowsOf(lines)]))
}

function rowsOf([header = '', ...lines]: readonly string[]): Row[] {
  const columns = header.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
  })
}

/** One balance line for each day of a quarter: the day and the rest of the line. */
export function everyDay(period: string, rest: string): string[] {
  const { first, last } = periodSpan(period)
  return Array.from({ length: last - first + 1 }, (_, i) => `${dayText(first + i)},${rest}`)
}

/** Scores of 100 in all three assessments for each manager. */
export function fullMarks(...managerIds: readonly string[]): string[] {
  const items = ['knowledge', 'conduct', 'satisfaction']
  return ['manager_id,item,score', ...managerIds.flatMap((id) => items.map((item) => `${id},${item},100`))]
}

/** One figure of one person as it is stated. */
export function figureOf(outputs: Outputs, managerId: string, figure: string): string | undefined {
  return outputs.figures.find((row) => row.managerId === managerId && row.figure === figure)?.value
}

/** The cells of one column of an output table, from the top. */
export function columnOf(outputs: Outputs, table: string, column: string): string[] {
  const found = outputs.tables.get(table)
  return found?.rows.map((row) => row[found.columns.indexOf(column)] ?? '') ?? []
}
