import { cellsOfLine, LEDGER_COLUMNS } from '../book/ledger-lines.ts'
import { hasDeferred, type ReportKind } from './report.ts'
import { number, text } from './table.ts'

const NUMBERS: ReadonlySet<number> = new Set(
  (['tranche', 'amount', 'balance'] as const).map((column) => LEDGER_COLUMNS.indexOf(column)),
)

/** The ledger of deferred lots (延期台账): every line that this period adds, by lot and then as things happened. */
export const ledger: ReportKind = {
  file: 'ledger.csv',
  confidential: true,
  applies: hasDeferred,
  table: ({ booking }) => ({
    header: LEDGER_COLUMNS,
    rows: booking.lines.map((line) =>
      cellsOfLine(line).map((cell, index) => (NUMBERS.has(index) ? number(cell) : text(cell))),
    ),
  }),
}
