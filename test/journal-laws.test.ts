/** Journals of any ledger come to the balances of its lots: read back by a small reader of their own texts. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LedgerLine, Lot } from '../src/core/book/lot.ts'
import { toBeancount } from '../src/core/formats/beancount.ts'
import { toHledger } from '../src/core/formats/hledger.ts'
import { journalOf, segment } from '../src/core/formats/journal.ts'
import { type Day, parseDay } from '../src/core/values/calendar.ts'
import { parsePeriod } from '../src/core/values/period.ts'

const day = (written: string): Day => parseDay(written) ?? expect.fail(written)
const period = parsePeriod('2001') ?? expect.fail()
const AS_OF = day('2009-12-31')

const lotOf = (manager: string, component: string, tranche: number) =>
  new Lot(
    {
      ...{ id: `2001/${manager}/${component}/${tranche}`, manager, component, granted: period, tranche },
      dueOn: day('2002-12-31'),
    },
    'east',
  )

const ID = fc.oneof(
  fc.constantFrom(
    '007',
    '__proto__',
    'm:1; x  y',
    '客户',
    'X--a',
    'a',
    '[2004-01-01]',
    '[1/99]',
    'date:2004-01-01',
    'a\\',
    '"',
  ),
  fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme' }).filter((id) => !/[\n\r]/.test(id)),
)
const MOVEMENT = fc.constantFrom(
  'due',
  'held',
  'lifted',
  'released',
  'forfeited',
  'clawed_back',
  'transferred',
)
const STEP = fc.record({
  after: fc.nat(2500),
  change: fc.oneof(
    fc.tuple(MOVEMENT, fc.bigInt(0n, 10n ** 13n)),
    fc.tuple(fc.constantFrom('paid', 'adjusted'), fc.bigInt(-(10n ** 13n), 10n ** 13n)),
  ),
})
const LOT = fc.record({
  manager: ID,
  component: ID,
  begins: fc.constantFrom('opening', 'granted'),
  amount: fc.bigInt(0n, 10n ** 13n),
  steps: fc.array(STEP, { maxLength: 5 }),
})

/** Lines of lots, and what stands in all lots of each account at the end. */
const LEDGER = fc.array(LOT, { maxLength: 8 }).map((plans) => {
  const lines: LedgerLine[] = []
  const balances = new Map<string, bigint>()
  plans.forEach(({ manager, component, begins, amount, steps }, index) => {
    const lot = lotOf(manager, component, index + 1)
    lines.push(lot.move(begins, period.last, amount))
    for (const { after, change } of steps)
      lines.push(lot.move(change[0], (period.last + after) as Day, change[1]))
    const account = `Liabilities:DeferredPay:${segment(component)}:${segment(manager)}`
    balances.set(account, (balances.get(account) ?? 0n) + lot.balance)
  })
  return { lines, balances }
})

const POSTING = /^ {2,4}([A-Z]\S*) {2}(-?\d+)\.(\d\d) CNY(?: {2}; [^[\]:,]*)?$/
const ASSERTION = /^(?: {4}|\d{4}-\d\d-\d\d balance )(\S+) {2}(?:0\.00 CNY = )?(-?\d+)\.(\d\d) CNY$/

/** Sums by account and by transaction, and asserted balances, as a text tells them. */
function read(text: string) {
  const sums = new Map<string, bigint>()
  const asserted = new Map<string, bigint>()
  const transactions: bigint[] = []
  for (const line of text.split('\n')) {
    const posting = POSTING.exec(line)
    const assertion = posting ? undefined : ASSERTION.exec(line)
    if (/^\d{4}-\d\d-\d\d (?!open|balance)/.test(line)) transactions.push(0n)
    if (assertion) asserted.set(assertion[1] ?? '', BigInt(`${assertion[2]}${assertion[3]}`))
    if (!posting) continue
    const [, account = '', whole, cents] = posting
    const amount = BigInt(`${whole}${cents}`)
    sums.set(account, (sums.get(account) ?? 0n) + amount)
    transactions.push((transactions.pop() ?? 0n) + amount)
  }
  return { sums, asserted, transactions }
}

describe('a journal of any ledger', () => {
  for (const [name, print] of [
    ['hledger', toHledger],
    ['Beancount', toBeancount],
  ] as const) {
    it(`for ${name} owes to each person what stands in the lots, asserts it, and balances`, () => {
      fc.assert(
        fc.property(LEDGER, ({ lines, balances }) => {
          const { sums, asserted, transactions } = read(print(journalOf(lines, 'CNY'), AS_OF))
          const owed = [...sums].filter(([account]) => account.startsWith('Liabilities:'))
          const expected = [...balances].map(([account, balance]) => [account, -balance] as const)
          expect(new Map(owed)).toEqual(new Map(expected))
          expect(asserted).toEqual(new Map(expected))
          expect(transactions.filter((sum) => sum !== 0n)).toEqual([])
        }),
      )
    })
  }
})
