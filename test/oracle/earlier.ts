/** What earlier periods ended with: the book first, then the table `history`. */
import { type Bank, cell } from './bank.ts'
import { periodSpan, quarterBefore } from './calendar.ts'
import type { Figure } from './sheet.ts'

/** Looks up earlier values for a run of one period. */
export interface Earlier {
  /** The value of the quarter just before. */
  readonly previous: (managerId: string, figure: string) => string | undefined
  /** The value of the latest period that ended before this one began. */
  readonly latest: (managerId: string, figure: string) => string | undefined
}

/** Earlier values from the book's figures and the bank's own history. */
export function earlierValues(bank: Bank, book: readonly Figure[], period: string): Earlier {
  const known = [...book, ...bank.rows('history').map(historyFigure)]
  const of = (managerId: string, figure: string): Figure[] =>
    known.filter((row) => row.managerId === managerId && row.figure === figure)
  return {
    previous: (managerId, figure) =>
      of(managerId, figure).find((row) => row.period === quarterBefore(period))?.value,
    latest: (managerId, figure) => latestOf(of(managerId, figure), periodSpan(period).first)?.value,
  }
}

function historyFigure(row: Readonly<Record<string, string>>): Figure {
  return {
    period: cell(row, 'period'),
    managerId: cell(row, 'manager_id'),
    figure: cell(row, 'figure'),
    value: cell(row, 'value'),
  }
}

function latestOf(rows: readonly Figure[], before: number): Figure | undefined {
  const end = (row: Figure): number => periodSpan(row.period).last
  const past = rows.filter((row) => end(row) < before)
  // A later row replaces the best one only when its period ends later: the book stands first in the list.
  return past.reduce<Figure | undefined>(
    (best, row) => (best && end(best) >= end(row) ? best : row),
    undefined,
  )
}
