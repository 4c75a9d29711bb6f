import { isExact, printExact, ZERO } from '../values/exact.ts'
import { compareText } from '../values/text.ts'
import type { ReportKind } from './report.ts'
import { number, text } from './table.ts'

/** What each measure came to for each manager of the folder: input rows, exact sum, divisor and value. */
export const measures: ReportKind = {
  file: 'measures.csv',
  confidential: false,
  table({ people, measures }) {
    const sorted = [...measures].sort((a, b) => compareText(a.measure.name, b.measure.name))
    return {
      header: ['manager_id', 'measure', 'rows', 'sum', 'divisor', 'value'],
      rows: people.flatMap(({ id }) =>
        sorted.map(({ measure, taken, divisor }) => {
          const { rows, sum, value } = taken.get(id) ?? NOTHING
          return [
            text(id),
            text(measure.name),
            number(`${rows}`),
            number(printExact(sum)),
            number(`${divisor}`),
            number(isExact(value) ? printExact(value) : ''),
          ]
        }),
      ),
    }
  },
}

const NOTHING = { rows: 0, sum: ZERO, value: ZERO }
