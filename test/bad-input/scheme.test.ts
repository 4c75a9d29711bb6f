import { describe, expect, it } from 'vitest'
import { checked, sound } from './support.ts'

const HEAD = sound('scheme.yaml').split('\n').slice(0, 5).join('\n')
const TIERS = (rows: string): string =>
  `${HEAD}\ntables:\n  t:\n    kind: whole\n    includes: lower\n    rows:\n${rows}`

/** A row of aliases of the one before, each ten times as large. */
const bomb = (levels: number): string =>
  Array.from(
    { length: levels },
    (_, level) => `  - &a${level + 1} [${Array(10).fill(`*a${level}`).join(', ')}]\n`,
  ).join('')

describe('a scheme', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['that bombs with aliases', `▸${HEAD}\ngrades:\n  - &a0 [1, 2]\n${bomb(30)}`, ['yaml-aliases']],
    ['that repeats itself', `${HEAD}\nvalues: &v { a: ▸*v }\n`, ['yaml-alias']],
    ['with deep brackets', `${HEAD}\ngrades: ${'['.repeat(39)}▸${'['.repeat(100_000)}`, ['yaml-deep']],
    ['with a doubled key', `${HEAD}\n▸periods: [quarter]\n`, ['yaml-key-twice']],
    ['with a doubled value', `${HEAD}\nvalues:\n  a: 1\n  ▸a: 2\n`, ['yaml-key-twice']],
    ['with an unknown key', `${HEAD}\n▸payment: []\n`, ['scheme-key-unknown']],
    ['with __proto__ as a key', `${HEAD}\n▸__proto__: { a: 1 }\n`, ['scheme-key-unknown']],
    ['with a list for an entry', `${HEAD}\n▸values: [1, 2]\n`, ['scheme-entry-wanted']],
    ['with a text for a list', `${HEAD}\npay: ▸bonus\n`, ['scheme-list-wanted']],
    ['with a ring of three', `${HEAD}\nfigures:\n  ▸a: b + 1\n  b: c + 1\n  c: a + 1\n`, ['figure-ring']],
    [
      'with a hole between tiers',
      TIERS('      - { to: 1, gives: 1 }\n      - ▸{ from: 1.01, gives: 2 }\n'),
      ['tier-hole'],
    ],
    [
      'with tiers that overlap',
      TIERS('      - { to: 1, gives: 1 }\n      - ▸{ from: 0.99, gives: 2 }\n'),
      ['tier-overlap'],
    ],
    [
      'whose weights do not add up',
      `${HEAD}\nappraisal:\n  of: ▸100\n  indicators:\n    - { id: a, of: 99.99, formula: 1 }\n`,
      ['indicator-sum'],
    ],
    [
      'that adds a text',
      `${HEAD}\npay:\n  - { id: a, amount: 1 + ▸manager.name, round: 0.01 }\n`,
      ['formula-type'],
    ],
  ])('%s', async (_, text, codes) => {
    const { exit, told, marks } = await checked({ 'scheme.yaml': text })
    expect(told).toEqual(marks.map((mark, index) => `${mark} ${codes[index]}`))
    expect(exit).toBe(3)
  })
})
