import type { Run } from '../appraisal/prepare-run.ts'
import type { Sheet } from '../appraisal/sheet.ts'
import type { Ledger } from '../book/ledger.ts'
import type { LedgerLine } from '../book/lot.ts'
import type { Report } from '../findings/finding.ts'
import type { RowsOf } from '../tables/shapes.ts'
import type { Day } from '../values/calendar.ts'
import { exact, floorOf, printFixed, ZERO } from '../values/exact.ts'
import type { Period } from '../values/period.ts'

type OpeningRow = RowsOf<'opening_lots'>[number]

/** Takes over the lots that were granted before the book begins; only its first period of a kind does. */
export function openingLines(
  { period, book, tables, people }: Run,
  ledger: Ledger,
  sheetOf: (manager: string) => Sheet,
  report: Report,
): readonly LedgerLine[] {
  const rows = tables.small.opening_lots.filter(({ cells }) => cells.granted_period.kind === period.kind)
  const [first] = book.ledgers
  if (rows.length === 0) return []
  if (first) {
    const why = { en: `the book begins with ${first.period.id}`, zh: `账簿始于 ${first.period.id}` }
    report('opening-idle', { file: 'opening_lots' }, { rows: rows.length, why })
    return []
  }
  const known = new Set(people.all.map(({ id }) => id))
  return rows.flatMap((row) => {
    if (row.cells.granted_period.last >= period.first) {
      const facts = { granted: row.cells.granted_period.id, period: period.id }
      report('opening-granted', row.at('granted_period'), facts)
      return []
    }
    const branch = known.has(row.cells.manager_id) ? sheetOf(row.cells.manager_id).person.branch : ''
    return opened(row, branch, period, ledger)
  })
}

function opened({ cells }: OpeningRow, own: string, period: Period, ledger: Ledger): readonly LedgerLine[] {
  const { manager_id: manager, component, granted_period: granted, tranche, status } = cells
  const id = `${granted.id}/${manager}/${component}/${tranche}`
  const key = { id, manager, component, granted, tranche, dueOn: cells.due_on }
  const branch = cells.branch ?? own
  const on = (period.first - 1) as Day
  const lot = ledger.open(key, branch)
  const amount = floorOf(cells.balance.mul(exact(100n)))
  const line = lot.move('opening', on, amount, {}, branch)
  if (status === 'open') return [line]
  return [line, lot.move(status, on, amount)]
}

/** Reports opening lots of which nobody states what they come to in all, so that nothing could be lost unseen. */
export function checkStated(rows: readonly OpeningRow[], isStated: boolean, report: Report): void {
  if (rows.length === 0 || isStated) return
  const sum = rows.reduce((all, { cells }) => all.add(cells.balance), ZERO)
  report('opening-unstated', { file: 'opening_lots' }, { rows: rows.length, sum: printFixed(sum, 2) })
}
