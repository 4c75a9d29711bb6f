import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrder } from '../../src/core/scheme/order.ts'

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const graphs = fc.array(fc.subarray(NAMES), { minLength: NAMES.length, maxLength: NAMES.length })

describe('the order of figures', () => {
  it('keeps the order of the scheme where nothing asks for another', () => {
    expect(inOrder(['a', 'b', 'c'], () => [])).toEqual({ ordered: ['a', 'b', 'c'], rings: [] })
    expect(inOrder(['a', 'b', 'c'], (name) => (name === 'a' ? ['c', 'elsewhere'] : []))).toEqual({
      ordered: ['b', 'c', 'a'],
      rings: [],
    })
  })

  it('tells a whole ring from its first member, and puts what waits for it after', () => {
    const needs = new Map([
      ['x', ['c']],
      ['c', ['b']],
      ['b', ['a']],
      ['a', ['c']],
    ])
    expect(inOrder(['x', 'a', 'b', 'c'], (name) => needs.get(name) ?? [])).toEqual({
      ordered: ['x'],
      rings: [['a', 'c', 'b']],
    })
  })

  it('of any figures: each is ordered after its needs, or lies in a ring', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const needs = (name: string) => graph[NAMES.indexOf(name)] ?? []
        const { ordered, rings } = inOrder(NAMES, needs)
        const ringed = new Set(rings.flat())
        expect([...ordered, ...ringed].sort()).toEqual(NAMES)
        for (const [at, name] of ordered.entries()) {
          for (const needed of needs(name)) {
            expect(ringed.has(needed) || ordered.slice(0, at).includes(needed)).toBe(true)
          }
        }
        for (const ring of rings) {
          for (const [at, name] of ring.entries()) expect(needs(name)).toContain(ring[(at + 1) % ring.length])
        }
      }),
    )
  })
})
