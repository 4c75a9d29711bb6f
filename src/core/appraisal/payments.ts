import type { BookFigure } from '../book/book.ts'
import type { PayingRun } from '../book/paid.ts'
import type { Report } from '../findings/finding.ts'
import { type Exact, parseExact, ZERO } from '../values/exact.ts'
import { differenceName, paidName } from './record-names.ts'

/** One payment of a shorter run to one person, under the name by which this run's figures record it. */
export interface Payment {
  readonly name: string
  readonly run: PayingRun['run']
  readonly manager: string
  readonly amount: Exact
}

/** What the runs of shorter periods paid of a component (`pay.base`), in their order: the lines of their figures that say so. */
export function paymentsOf(figure: string, runs: readonly PayingRun[], report: Report): readonly Payment[] {
  return runs.flatMap(({ run, pays }) => {
    const paid = pays === 'amount' ? figure : differenceName(figure)
    const lines = run.figures.filter((line) => line.figure === paid)
    return lines.flatMap((line) => paymentIn(line, run, report) ?? [])
  })
}

function paymentIn(
  { figure, manager, value, line }: BookFigure,
  run: PayingRun['run'],
  report: Report,
): Payment | undefined {
  const amount = parseExact(value)
  if (amount) return { name: paidName(run.period.id, figure), run, manager, amount }
  report('history-type', { file: run.file, line }, { figure, found: value, wanted: NUMBER })
  return undefined
}

const NUMBER = { en: 'a number', zh: '数字' }

/** What payments come to. */
export const sumOf = (payments: readonly Payment[]): Exact =>
  payments.reduce((sum, { amount }) => sum.add(amount), ZERO)
