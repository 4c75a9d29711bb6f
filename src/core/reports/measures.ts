import { printExact } from '../values/exact.ts'
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
          const zero = '0'
          return [
            text(id),
            text(measure.name),
            number(`${rows}`),
            number(sum ? printExact(sum) : zero),
            number(`${divisor}`),
            number(value ? printExact(value) : zero),
          ]
        }),
      ),
    }
  },
}

const NOTHING = { rows: 0, sum: undefined, value: undefined }
