import type { PayAmounts } from '../../core/book/differences.ts'
import { fenIn } from '../../core/values/fen.ts'
import { readRecords } from './own-csv.ts'

/** The lines of a pay.csv. */
export const payIn = (bytes: Uint8Array): readonly PayAmounts[] =>
  readRecords(bytes).map((cells) => {
    const [manager = '', , , , component = '', , , amount, paidNow, deferred] = cells
    return { manager, component, amount: fenIn(amount), paidNow: fenIn(paidNow), deferred: fenIn(deferred) }
  })

/** The lines of a pay_differences.csv. */
export const payDifferencesIn = (bytes: Uint8Array): readonly PayAmounts[] =>
  readRecords(bytes).map(([manager = '', component = '', amount, paidNow, deferred]) => ({
    ...{ manager, component },
    ...{ amount: fenIn(amount), paidNow: fenIn(paidNow), deferred: fenIn(deferred) },
  }))
