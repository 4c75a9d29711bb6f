import type { Sheet } from '../appraisal/sheet.ts'
import { isExact, printFixed } from '../values/exact.ts'
import { printValue } from '../values/value.ts'
import type { ReportKind } from './report.ts'
import { type Cell, number, text } from './table.ts'

/** The ranked report (排名): one row for each appraised manager, the ranked first. */
export const ranking: ReportKind = {
  file: 'ranking.csv',
  confidential: false,
  table({ scheme, ranking }) {
    const indicators = scheme.appraisal?.indicators.map(({ id }) => id) ?? []
    const decimals = scheme.appraisal?.decimals ?? 0
    const score = (sheet: Sheet, figure: string, absent = ''): Cell => {
      const value = sheet.known(figure)
      return number(isExact(value) ? printFixed(value, decimals) : absent)
    }
    const none = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
    return {
      header: [
        ...['rank', 'manager_id', 'name', 'branch', 'grade', ...indicators],
        ...['adjustment_points', 'total', 'rating', 'recommendation'],
      ],
      rows: ranking.map((sheet) => [
        number(printKnown(sheet, 'rank')),
        ...identity(sheet),
        ...indicators.map((id) => score(sheet, `points.${id}`)),
        score(sheet, 'adjustment_points', none),
        score(sheet, 'total'),
        text(printKnown(sheet, 'rating')),
        text(printKnown(sheet, 'recommendation')),
      ]),
    }
  },
}

const printKnown = (sheet: Sheet, figure: string): string | undefined => {
  const value = sheet.known(figure)
  return value === undefined ? undefined : printValue(value)
}

/** The columns that say who a row is about: manager_id, name, branch, grade. */
export const identity = ({ person }: Sheet): readonly Cell[] => [
  text(person.id),
  text(person.name),
  text(person.branch),
  text(person.grade),
]
