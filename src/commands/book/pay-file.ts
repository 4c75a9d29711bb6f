import type { PayAmounts } from '../../core/book/differences.ts'
import { readRecords } from './own-csv.ts'

const fen = (text: string | undefined): bigint => BigInt((text ?? '0.00').replace('.', ''))

/** The lines of a pay.csv. */
export const payIn = (bytes: Uint8Array): readonly PayAmounts[] =>
  readRecords(bytes).map((cells) => {
    const [manager = '', , , , component = '', , , amount, paidNow, deferred] = cells
    return { manager, component, amount: fen(amount), paidNow: fen(paidNow), deferred: fen(deferred) }
  })

/** The lines of a pay_differences.csv. */
export const payDifferencesIn = (bytes: Uint8Array): readonly PayAmounts[] =>
  readRecords(bytes).map(([manager = '', component = '', amount, paidNow, deferred]) => ({
    ...{ manager, component },
    ...{ amount: fen(amount), paidNow: fen(paidNow), deferred: fen(deferred) },
  }))
