import type { Lot } from '../book/lot.ts'
import type { Scope } from '../formula/scope.ts'
import { ScopeAround } from '../formula/scope-around.ts'
import type { FactSpace } from '../formula/vocabulary.ts'
import type { Day } from '../values/calendar.ts'
import { type Exact, exact } from '../values/exact.ts'
import { absent, type Missing } from '../values/missing.ts'
import type { Value } from '../values/value.ts'

/** What rules read of the lot, or of the whole balance, that is looked at; amounts in fen. */
export interface Looked {
  readonly amount: bigint
  readonly balance: bigint
  readonly tranche: number
  readonly grantedOn: Day
  readonly dueOn: Day | undefined
}

const HUNDRED = 100n

/** Fen as a number of yuan. */
export const yuan = (fen: bigint): Exact => exact(fen, HUNDRED)

/** A lot as it stands, for its rules. */
export const looked = (lot: Lot): Looked => ({
  amount: lot.amount,
  balance: lot.balance,
  tranche: lot.key.tranche,
  grantedOn: lot.key.granted.last,
  dueOn: lot.key.dueOn,
})

/** A person's figures as rules about a lot see them, with the lot and what has happened to the person before a day. */
export class LotScope extends ScopeAround {
  readonly #lot: Looked
  readonly #happened: (kind: string) => boolean

  constructor(person: Scope, lot: Looked, happened: (kind: string) => boolean) {
    super(person)
    this.#lot = lot
    this.#happened = happened
  }

  override fact(space: FactSpace, name: string): Value | Missing {
    if (space === 'event') return this.#happened(name)
    return space === 'lot' ? this.#ofLot(name) : super.fact(space, name)
  }

  #ofLot(name: string): Value | Missing {
    const { amount, balance, tranche, grantedOn, dueOn } = this.#lot
    if (name === 'amount') return yuan(amount)
    if (name === 'balance') return yuan(balance)
    if (name === 'tranche') return exact(BigInt(tranche))
    if (name === 'granted_on') return grantedOn
    return dueOn ?? absent('column-absent', { column: 'due_on', person: '', table: 'opening_lots' })
  }
}
