import { compareLots, type LotKey, type Movement } from '../book/lot.ts'
import type { Day } from '../values/calendar.ts'

/** A movement of a lot that changes what is owed to the person, in fen. */
export interface JournalLine {
  readonly lot: LotKey
  readonly date: Day
  readonly movement: Movement
  readonly amount: bigint
}

/** A part of a transaction: an account by its parts, and what is added to it; all parts of a transaction add up to 0. */
export interface Posting {
  readonly account: readonly string[]
  readonly amount: bigint
  /** The lot that it is about; empty on the other side. */
  readonly lot: string
}

export interface Transaction {
  readonly date: Day
  readonly movement: Movement
  readonly postings: readonly Posting[]
}

/** What a ledger of deferred pay is as double entries: the transactions in time, and what every account of a person ends with. */
export interface Journal {
  readonly currency: string
  readonly transactions: readonly Transaction[]
  /** Every account that is used, in the order in which it first is. */
  readonly accounts: readonly (readonly string[])[]
  /** What is owed to each person by component at the end: below 0 as liabilities are, above 0 where it is owed back. */
  readonly closings: readonly { readonly account: readonly string[]; readonly amount: bigint }[]
}

/**
 * The other side of each movement. Deferred pay is a liability (延期支付负债) by component and person: granting it is an expense,
 * paying it goes through the clearing of payroll, and what is forfeited, clawed back or adjusted goes against the expense.
 */
const OTHER_SIDE: Readonly<Partial<Record<Movement, (component: string) => readonly string[]>>> = {
  opening: (component) => ['Equity', 'Opening', component],
  granted: (component) => ['Expenses', 'DeferredPay', component],
  paid: () => ['Assets', 'PayrollClearing'],
  forfeited: (component) => ['Expenses', 'Forfeited', component],
  clawed_back: (component) => ['Expenses', 'ClawedBack', component],
  adjusted: (component) => ['Expenses', 'Adjusted', component],
}

/** Movements that add to what is owed; the others take away from it. */
const ADDS: ReadonlySet<Movement> = new Set(['opening', 'granted', 'adjusted'])

/** Lines as double entries: one transaction for each person, day and kind of movement, by day and then by lot. */
export function journalOf(lines: readonly JournalLine[], currency: string): Journal {
  const sorted = [...lines].sort((a, b) => a.date - b.date || compareLots(a.lot, b.lot))
  const transactions = new Map<string, { date: Day; movement: Movement; postings: Posting[] }>()
  const accounts = new Map<string, readonly string[]>()
  const closings = new Map<string, bigint>()
  for (const { lot, date, movement, amount } of sorted) {
    const other = OTHER_SIDE[movement]?.(segment(lot.component))
    if (!other) continue
    const own = ['Liabilities', 'DeferredPay', segment(lot.component), segment(lot.manager)]
    const change = ADDS.has(movement) ? -amount : amount
    const key = `${date} ${lot.manager} ${movement}`
    const transaction = transactions.get(key) ?? { date, movement, postings: [] }
    transactions.set(key, transaction)
    transaction.postings.push(
      { account: own, amount: change, lot: lot.id },
      { account: other, amount: -change, lot: '' },
    )
    for (const account of [own, other]) accounts.set(account.join(':'), account)
    closings.set(own.join(':'), (closings.get(own.join(':')) ?? 0n) + change)
  }
  return {
    currency,
    transactions: [...transactions.values()],
    accounts: [...accounts.values()],
    closings: [...closings].map(([account, amount]) => ({ account: account.split(':'), amount })),
  }
}

const PLAIN = /[A-Za-z0-9]|[^\p{ASCII}]/u
const LETTER = /[\p{L}\p{N}]/u
const BEGINS = /^(?:[A-Z0-9]|[^\p{ASCII}])/u

/**
 * An id as a part of an account: letters and digits as they are, everything else as `-<code>-`; where an account cannot begin
 * so, behind `X--`. Different ids stay different.
 */
export function segment(id: string): string {
  const written = [...id]
    .map((sign) => (PLAIN.test(sign) && LETTER.test(sign) ? sign : `-${sign.codePointAt(0)?.toString(16)}-`))
    .join('')
  return BEGINS.test(written) ? written : `X--${written}`
}
