/** Laws of functions that look at other people. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareOut } from '../../src/core/functions/share_out.ts'
import { type Exact, exact, isExact, ZERO } from '../../src/core/values/exact.ts'
import type { Value } from '../../src/core/values/value.ts'
import { evaluated, shown } from './support.ts'

const numberFrom = (value: unknown): Exact => {
  if (!isExact(value)) throw new Error('no number')
  return value
}

const record = (named: Readonly<Record<string, Value>>) => new Map(Object.entries(named))

/** What a formula gives to the first person, and with the others in turn as the first, to each of them. */
function toEach(formula: string, people: readonly ReadonlyMap<string, Value>[]): readonly Exact[] {
  return people.map((figures, index) => {
    const others = people.filter((_, other) => other !== index)
    return numberFrom(evaluated(formula, { figures, others }))
  })
}

const fen = fc.integer({ min: 0, max: 10_000_000 }).map((count) => exact(BigInt(count), 100n))
const weight = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 7 }))
  .map(([n, d]) => exact(BigInt(n), BigInt(d)))
const weights = fc.array(weight, { minLength: 1, maxLength: 6 }).filter((all) => all.some((w) => w.n > 0n))
const sum = (numbers: readonly Exact[]) => numbers.reduce((total, each) => total.add(each), ZERO)

describe('share_out', () => {
  it('is fair to a fen, gives nothing for a weight of 0, and more for a greater weight', () => {
    fc.assert(
      fc.property(fen, weights, (pool, all) => {
        const people = all.map((units) => record({ units, pool }))
        const whole = sum(all)
        for (const [index, share] of toEach('share_out(pool, units)', people).entries()) {
          const due = pool.mul(all[index] ?? ZERO).div(whole)
          expect(share.sub(due).abs().lt(exact(1n, 100n))).toBe(true)
          if (all[index]?.n === 0n) expect(share.n).toBe(0n)
        }
      }),
    )
  })

  it('adds up to the pool', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    fc.assert(
      fc.property(fen, weights, (pool, all) => {
        const shares = sharesOf(pool, all, ids)
        expect(sum(shares).equals(pool)).toBe(true)
      }),
    )
  })
})

/** The shares of people with ids, as one run gives them. */
function sharesOf(pool: Exact, all: readonly Exact[], ids: readonly string[]): readonly Exact[] {
  const members = all.map((units, index) => ({ id: ids[index] ?? '', given: [pool, units] }))
  const answer = shareOut.gather(members as never)
  if (typeof answer !== 'function') throw new Error('no shares')
  return members.map(({ id }) => numberFrom(answer(id)))
}

describe('the other group functions', () => {
  const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 8 })

  it('agree with one another', () => {
    fc.assert(
      fc.property(numbers, (all) => {
        const [first = 0, ...rest] = all.map((x) =>
          record({ x: exact(BigInt(x)), team: x % 2 ? 'odd' : 'even' }),
        )
        if (typeof first === 'number') return
        const person = { figures: first, others: rest }
        const gives = (formula: string) => evaluated(formula, person)
        expect(gives('mean(x) * count(yes) = sum(x)')).toBe(true)
        expect(gives('sum(x where team = "odd") + sum(x where team = "even") = sum(x)')).toBe(true)
        expect(gives('sum(x where x >= 0) + sum(x where x < 0) = sum(x)')).toBe(true)
        expect(gives('least(x) <= mean(x) and mean(x) <= greatest(x)')).toBe(true)
        expect(gives('place(x) = 1')).toBe(gives('x = greatest(x)'))
        expect(gives('place(x) >= 1 and place(x) <= count(yes)')).toBe(true)
        expect(gives('place(x) + place(-x) <= count(yes) + 1')).toBe(true)
      }),
    )
  })

  it('leave out whom a condition leaves out, and whoever has no key', () => {
    const people = [
      record({ x: exact(1n), team: 'red' }),
      record({ x: exact(2n) }),
      record({ x: exact(4n), team: 'red' }),
    ]
    const [figures = new Map(), ...others] = people
    expect(shown(evaluated('sum(x over team)', { figures, others }))).toBe('5')
    expect(shown(evaluated('sum(x)', { figures, others }))).toBe('7')
    expect(shown(evaluated('count(yes over team where x > 1)', { figures, others }))).toBe('1')
  })
})
