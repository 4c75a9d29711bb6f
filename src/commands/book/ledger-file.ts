import type { LotDifference } from '../../core/book/differences.ts'
import { LedgerReader } from '../../core/book/ledger-lines.ts'
import { type LedgerLine, Lot } from '../../core/book/lot.ts'
import { parseDay } from '../../core/values/calendar.ts'
import { fenIn } from '../../core/values/fen.ts'
import { parsePeriod } from '../../core/values/period.ts'
import { readRecords } from './own-csv.ts'

const wholeNumber = (text: string): number => Number.parseInt(text, 10)

/** The lines of a ledger.csv, of one person where one is named; undefined where it is none. */
export function ledgerLinesIn(bytes: Uint8Array, manager?: string): readonly LedgerLine[] | undefined {
  const reader = new LedgerReader()
  const all = readRecords(bytes)
  const records = manager === undefined ? all : all.filter(([, id]) => id === manager)
  const lines = records.flatMap((cells) => reader.lineOf(cells) ?? [])
  return lines.length === records.length ? lines : undefined
}

/** The lots that a folder without a ledger granted, as its sheet of deferred pay has them. */
export const grantsIn = (bytes: Uint8Array): readonly LedgerLine[] =>
  readRecords(bytes).flatMap((cells) => {
    const [id = '', manager = '', , component = '', granted = '', tranche = '', due = '', amount = ''] = cells
    const [period, dueOn] = [parsePeriod(granted), parseDay(due)]
    if (!period) return []
    const key = { id, manager, component, granted: period, tranche: wholeNumber(tranche), dueOn }
    return [new Lot(key, '').move('granted', period.last, fenIn(amount))]
  })

/** The lines of a lot_differences.csv. */
export const lotDifferencesIn = (bytes: Uint8Array): readonly LotDifference[] =>
  readRecords(bytes).flatMap((cells) => {
    const [
      id = '',
      manager = '',
      component = '',
      granted = '',
      tranche = '',
      due = '',
      branch = '',
      amount = '',
    ] = cells
    const period = parsePeriod(granted)
    if (!period) return []
    const lot = {
      id,
      manager,
      component,
      granted: period,
      tranche: wholeNumber(tranche),
      dueOn: parseDay(due),
    }
    return [{ lot, branch, amount: fenIn(amount) }]
  })
