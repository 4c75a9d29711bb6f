/** Twelve years of a simulated bank: what must hold of every ledger, whatever happens in it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { numbersFrom } from './scanner/support.ts'
import { type LedgerStory, rowsOf, runOne, writeStory } from './support/ledger-bank.ts'
import { run, tempFolder } from './support/run.ts'

const [PEOPLE, YEARS] = [30, 12]
const PERIODS = Array.from(
  { length: YEARS * 4 },
  (_, index) => `${2001 + Math.floor(index / 4)}Q${(index % 4) + 1}`,
)

const two = (number: number): string => String(number).padStart(2, '0')
const dayIn = (quarter: number, next: (below: number) => number): string =>
  `${2001 + Math.floor(quarter / 4)}-${two((quarter % 4) * 3 + 1 + next(3))}-${two(1 + next(28))}`

const HOLDS = ['hold all -', 'hold all -', 'lift_hold all -', 'lift_hold all -', 'lift_hold all -']

/** A bank in which everything happens to everyone, by chance. */
function simulated(seed: number): LedgerStory {
  const next = numbersFrom(seed)
  const ids = Array.from({ length: PEOPLE }, (_, index) => `P${two(index)}`)
  const activity: string[] = []
  const events: string[] = []
  for (const [quarter] of PERIODS.entries()) {
    for (const id of ids) {
      activity.push(`${dayIn(quarter, next)}, earned, ${id}, ${next(3_000_000) / 100}`)
      if (next(30) === 0) activity.push(`${dayIn(quarter, next)}, weak, ${id}, 0`)
      if (next(15) === 0) activity.push(`${dayIn(quarter, next)}, bad, ${id}, 3`)
      if (quarter === 0 || next(25) > 0) continue
      const kinds = ['malus all x0.1', 'clawback all x0.3', ...HOLDS, 'dismissal', 'retirement']
      const own = next(quarter)
      kinds.push(
        `accountability period=${PERIODS[own]} ${1 + next(5000)}`,
        `clawback period=${PERIODS[own]} x1`,
      )
      kinds.push('payout_confirmation all -', `malus component=bonus x0.0${1 + next(9)}`)
      events.push(`E${events.length} ${dayIn(quarter, next)} ${id} ${kinds[next(kinds.length)]}`)
    }
  }
  return {
    story: '',
    kind: 'quarter',
    periods: PERIODS,
    people: ids.map((id, index) => `${id},某,b${index % 3},`),
    posts: ids.slice(0, 8).map((id, index) => `${id},20${two(3 + index)}-05-01,,b${(index + 1) % 3}`),
    activity,
    events,
    defer: `
share: 40%
round: 0.01
lots: 3
every: year
due:
  - { rule: dismissed, then: forfeit, when: event.dismissal }
  - { rule: bad_rating, then: forfeit, when: is_weak otherwise no }
  - { rule: bad_loans, then: hold, when: bad > 2 otherwise no }
  - { rule: clean, then: release }`,
  }
}

const fen = (text = '0.00'): bigint => BigInt(text.replace('.', ''))
const EFFECT: Readonly<Record<string, bigint>> = {
  ...{ granted: 1n, opening: 1n, adjusted: 1n },
  ...{ paid: -1n, forfeited: -1n, clawed_back: -1n },
}

describe('a book of twelve years', () => {
  it('adds up from period to period, loses no lot and pays none twice', { timeout: 240_000 }, async () => {
    const story = simulated(20)
    const [input, book] = [tempFolder(), join(tempFolder(), 'book')]
    writeStory(story, input)
    const balances = new Map<string, bigint>()
    const sums = new Map<string, Record<string, bigint>>()
    let closing = '0.00'
    for (const [index, period] of PERIODS.entries()) {
      const ran = await runOne(story, input, period, book, '--quiet')
      expect(ran.code, ran.err).toBe(0)
      if (index % 8 === 7) {
        for (const each of PERIODS.slice(index - 7, index + 1))
          expect((await run(['close', each, '--book', book])).code).toBe(0)
      }
      for (const line of rowsOf(book, period, 'ledger.csv')) {
        const { lot_id: lot = '', movement = '', amount, balance } = line
        const now = (balances.get(lot) ?? 0n) + (EFFECT[movement] ?? 0n) * fen(amount)
        // Every line continues what the lines before it have left, in whatever period.
        expect(fen(balance), `${period} ${lot} ${movement}`).toBe(now)
        balances.set(lot, now)
        const own = sums.get(lot) ?? {}
        sums.set(lot, { ...own, [movement]: (own[movement] ?? 0n) + fen(amount) })
      }
      const total = rowsOf(book, period, 'deferred_totals.csv').at(-1)
      expect(total?.opening).toBe(closing)
      closing = total?.closing ?? ''
      expect(fen(closing)).toBe([...balances.values()].reduce((sum, each) => sum + each, 0n))
    }
    for (const [
      lot,
      { granted = 0n, paid = 0n, released = 0n, forfeited = 0n, clawed_back: back = 0n },
    ] of sums) {
      expect(paid <= granted, `${lot} is not paid more than was granted`).toBe(true)
      expect(released <= granted, `${lot} is not released twice`).toBe(true)
      expect(granted - paid - forfeited - back, lot).toBe(balances.get(lot))
    }
    // What was granted by pay is what the ledger has: none lost.
    const deferred = PERIODS.flatMap((period) =>
      rowsOf(book, period, 'pay.csv').map((row) => fen(row.deferred)),
    )
    const granted = [...sums.values()].map((own) => own.granted ?? 0n)
    const all = (amounts: readonly bigint[]) => amounts.reduce((sum, each) => sum + each, 0n)
    expect(all(granted)).toBe(all(deferred))
    const kinds = new Set([...sums.values()].flatMap((own) => Object.keys(own)))
    expect([...kinds].sort()).toEqual([
      ...['clawed_back', 'due', 'forfeited', 'granted', 'held', 'lifted', 'paid', 'released', 'transferred'],
    ])
    const listed = await run(['book', '--book', book])
    expect([listed.code, listed.err]).toEqual([0, ''])
  })

  it('has the same ledgers whatever the order of rows', { timeout: 60_000 }, async () => {
    const story = simulated(7)
    const turned = <T>(rows: readonly T[] = []) => [...rows].reverse()
    const other = {
      ...story,
      activity: turned(story.activity),
      events: turned(story.events),
      posts: turned(story.posts),
    }
    const books = [story, other].map(() => join(tempFolder(), 'book'))
    for (const [index, each] of [story, other].entries()) {
      const input = tempFolder()
      writeStory(each, input)
      for (const period of PERIODS.slice(0, 10))
        expect((await runOne(each, input, period, books[index] ?? '', '--quiet')).code).toBe(0)
    }
    for (const period of PERIODS.slice(0, 10)) {
      for (const file of ['ledger.csv', 'deferred.csv', 'deferred_totals.csv', 'events.csv', 'months.csv']) {
        const [one, two] = books
          .map((book) => join(book, period, file))
          .map((path) => (existsSync(path) ? readFileSync(path, 'utf8') : ''))
        expect(two, `${period}/${file}`).toBe(one)
      }
    }
  })
})
