import type { PayLine } from '../appraisal/pay.ts'
import { correctionName } from '../appraisal/record-names.ts'
import type { Sheet } from '../appraisal/sheet.ts'
import type { Book } from '../book/book.ts'
import type { Ledger } from '../book/ledger.ts'
import type { LedgerLine } from '../book/lot.ts'
import type { Component } from '../scheme/scheme.ts'
import type { Period } from '../values/period.ts'
import { yuan } from './lot-scope.ts'

/** Carries what lots differ by in restated versions of earlier periods, on the first day of the period. */
export const correctLots = ({ restated }: Book, ledger: Ledger, { first }: Period): readonly LedgerLine[] =>
  restated.flatMap(({ name, lots }) =>
    lots.map(({ lot, branch, amount }) =>
      ledger.open(lot, branch).move('adjusted', first, amount, { origin: name }),
    ),
  )

/** Carries what pay differs by in restated versions of earlier periods: a line for each person, component and version. */
export const correctPay = (
  { restated }: Book,
  components: ReadonlyMap<string, Component>,
  sheetOf: (manager: string) => Sheet,
): readonly PayLine[] =>
  restated.flatMap(({ name, pay }) =>
    pay.map((line) => ({
      sheet: sheetOf(line.manager),
      component: correcting(line.component, name, components),
      pays: 'correction',
      amount: yuan(line.amount),
      paidNow: yuan(line.paidNow),
      deferred: yuan(line.deferred),
    })),
  )

function correcting(id: string, version: string, components: ReadonlyMap<string, Component>): Component {
  const known = components.get(id)
  const about = { label: known?.label ?? {}, place: known?.place ?? { file: 'pay.csv' } }
  return {
    ...about,
    ...(known?.clause ? { clause: known.clause } : {}),
    id: correctionName(id, version),
    concerns: undefined,
    schedule: 'with_run',
    defer: undefined,
  }
}
