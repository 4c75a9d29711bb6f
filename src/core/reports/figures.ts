import type { Sheet } from '../appraisal/sheet.ts'
import { isExact } from '../values/exact.ts'
import { compareText } from '../values/text.ts'
import { printValue, type Value } from '../values/value.ts'
import type { ReportKind } from './report.ts'
import { type Cell, number, text } from './table.ts'

/**
 * Every named value of every person of the run, exact, and what rules about lots have read of people outside it; of the same shape as
 * `history`.
 */
export const figures: ReportKind = {
  file: 'figures.csv',
  confidential: true,
  table: ({ sheets, outside, period }) => ({
    header: ['period', 'manager_id', 'figure', 'value'],
    rows: rowsOf([...sheets, ...outside].sort(byId), text(period.id)),
  }),
}

const byId = (a: Sheet, b: Sheet): number => compareText(a.person.id, b.person.id)

function* rowsOf(sheets: readonly Sheet[], period: Cell): Iterable<readonly Cell[]> {
  const named = sheets.map((sheet) => [text(sheet.person.id), sheet.named] as const)
  const names = [...new Set(named.flatMap(([, values]) => [...values.keys()]))].sort(compareText)
  const columns = names.map((name) => [name, text(name)] as const)
  for (const [manager, values] of named) {
    for (const [name, figure] of columns) {
      const value = values.get(name)
      if (value !== undefined) yield [period, manager, figure, cellOf(value)]
    }
  }
}

const cellOf = (value: Value): Cell => (isExact(value) ? number : text)(printValue(value))
