import type { Day } from '../values/calendar.ts'
import type { Period } from '../values/period.ts'
import { compareText } from '../values/text.ts'

/** What can happen to a deferred lot; each is a line of the ledger that is only ever added. */
export const MOVEMENTS = [
  'opening',
  'granted',
  'due',
  'held',
  'lifted',
  'released',
  'paid',
  'forfeited',
  'clawed_back',
  'adjusted',
  'transferred',
] as const

export type Movement = (typeof MOVEMENTS)[number]

/** How a movement changes what stands in a lot; those not named here leave it as it is. */
const SIGN: Readonly<Partial<Record<Movement, 1n | -1n>>> = {
  opening: 1n,
  granted: 1n,
  adjusted: 1n,
  paid: -1n,
  forfeited: -1n,
  clawed_back: -1n,
}

/** Which lot it is; its id is `<granted period>/<manager>/<component>/<tranche>`. */
export interface LotKey {
  readonly id: string
  readonly manager: string
  readonly component: string
  readonly granted: Period
  /** From 1. */
  readonly tranche: number
  /** Undefined where the whole balance is looked at, not each lot. */
  readonly dueOn: Day | undefined
}

/** One line of the ledger; amounts in fen. */
export interface LedgerLine {
  readonly lot: LotKey
  /** The branch that the lot belongs to after the line. */
  readonly branch: string
  readonly date: Day
  readonly movement: Movement
  /** How much; only of `adjusted` and `paid` it may be below 0. */
  readonly amount: bigint
  /** What stands in the lot after the line; below 0 it is owed back by the person. */
  readonly balance: bigint
  /** The event that caused it, if any. */
  readonly event: string
  /** The rule of the scheme that decided it, if any, and the clause of the rule or event. */
  readonly rule: string
  readonly clause: string
  /** The restated version that a correction comes from. */
  readonly origin: string
}

/** Where a line comes from. */
export type Cause = Partial<Pick<LedgerLine, 'event' | 'rule' | 'clause' | 'origin'>>

/** A lot as its lines have left it; amounts in fen. There are many: each is a few plain fields. */
export class Lot {
  readonly key: LotKey
  branch: string
  /** What was granted or taken over. */
  amount = 0n
  released = 0n
  paid = 0n
  forfeited = 0n
  clawedBack = 0n
  adjusted = 0n
  /** What stands in it; below 0 it is owed back by the person. */
  balance = 0n
  /** What holds it back: a rule when it was looked at, or an event until it is lifted. */
  heldBy: 'rule' | 'event' | undefined = undefined

  constructor(key: LotKey, branch: string) {
    this.key = key
    this.branch = branch
  }

  /** What may be paid out: what was released and is still there; below 0 what the person owes back. */
  get payable(): bigint {
    const released = this.released - this.paid
    return this.balance < released ? this.balance : released
  }

  /** Whether nothing is left of it to be looked at. */
  get isReleased(): boolean {
    return this.released > 0n && this.balance <= this.payable
  }

  get status(): LotStatus {
    if (this.isReleased) return 'released'
    if (this.balance > 0n) return this.heldBy ? 'held' : 'open'
    return this.forfeited + this.clawedBack > 0n ? 'forfeited' : 'open'
  }

  /** The line that a movement would be now, taken into the lot. */
  move(movement: Movement, date: Day, amount: bigint, cause: Cause = {}, branch = this.branch): LedgerLine {
    const { event = '', rule = '', clause = '', origin = '' } = cause
    this.take(movement, amount, branch, event)
    const { key: lot, balance } = this
    return { lot, branch, date, movement, amount, balance, event, rule, clause, origin }
  }

  /** The lot as it stands now. */
  copy(): Lot {
    return Object.assign(new Lot(this.key, this.branch), this)
  }

  /** Takes a movement into account. */
  take(movement: Movement, amount: bigint, branch: string, event: string): void {
    this.branch = branch
    switch (movement) {
      case 'opening':
      case 'granted':
        this.amount += amount
        this.balance += amount
        return
      case 'released':
        this.released += amount
        this.heldBy = undefined
        return
      case 'paid':
        this.paid += amount
        this.balance -= amount
        return
      case 'forfeited':
        this.forfeited += amount
        this.balance -= amount
        return
      case 'clawed_back':
        this.clawedBack += amount
        this.balance -= amount
        return
      case 'adjusted':
        this.adjusted += amount
        this.balance += amount
        return
      case 'held':
        this.heldBy = event === '' ? 'rule' : 'event'
        return
      case 'lifted':
        this.heldBy = undefined
    }
  }
}

export type LotStatus = 'open' | 'held' | 'released' | 'forfeited'

/** What a movement does to the balance of a lot. */
export const effectOf = ({ movement, amount }: Pick<LedgerLine, 'movement' | 'amount'>): bigint =>
  (SIGN[movement] ?? 0n) * amount

/** By person, component, granted period and tranche. */
export const compareLots = (a: LotKey, b: LotKey): number =>
  compareText(a.manager, b.manager) ||
  compareText(a.component, b.component) ||
  a.granted.last - b.granted.last ||
  a.tranche - b.tranche
