/** Whatever the rules about deferred lots ask, a run books or refuses; and what it booked is explained as it was decided. */
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectLotsExplained } from './support/explained.ts'
import { type LedgerStory, runOne, writeStory } from './support/ledger-bank.ts'
import { tempFolder } from './support/run.ts'

const PERIODS = ['2001', '2002', '2003']

const { number, yesno } = fc.letrec<{ number: string; yesno: string; day: string }>((tie) => {
  const [number, yesno, day] = [tie('number'), tie('yesno'), tie('day')]
  const of = (write: (...parts: string[]) => string, ...parts: fc.Arbitrary<string>[]) =>
    fc.tuple(...parts).map((given) => write(...given))
  const sign = (...signs: string[]) => fc.constantFrom(...signs)
  return {
    number: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constantFrom('0', '1', '2.5', 'earned', 'bad_share', 'period.months', 'days_in_post()', 'pay.bonus'),
      fc.constantFrom('lot.amount', 'lot.balance', 'lot.tranche'),
      of((a, s, b) => `(${a} ${s} ${b})`, number, sign('+', '-', '*', '/'), number),
      of((a, b) => `min(${a}, ${b})`, number, number),
      of((a, b, c) => `if(${a}, ${b}, ${c})`, yesno, number, number),
      of((a, b) => `(${a} otherwise ${b})`, number, number),
      of((f, a) => `${f}(${a})`, sign('mean', 'sum', 'place', 'by_part', 'floor'), number),
      of((f, a) => `${f}(${a})`, sign('previous', 'latest'), sign('earned', 'pay.bonus')),
      of((a, b) => `days_between(${a}, ${b})`, day, day),
    ),
    yesno: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constantFrom('is_weak', 'event.dismissal', 'event.death', 'manager.branch = "east"'),
      of((a, s, b) => `(${a} ${s} ${b})`, number, sign('<', '=', '>='), number),
      of((a, s, b) => `(${a} ${s} ${b})`, yesno, sign('and', 'or', 'otherwise'), yesno),
      of((a) => `not ${a}`, yesno),
      of((a, b) => `(${a} <= ${b})`, day, day),
    ),
    day: fc.constantFrom('period.last_day', 'manager.left_on', 'lot.granted_on', 'lot.due_on'),
  }
})

const OUTCOME = fc.constantFrom('forfeit', 'hold', 'release')
const rule = (id: string, then: string, when?: string): string =>
  `  - { rule: ${id}, then: ${then}${when === undefined ? '' : `, when: ${JSON.stringify(when)}`} }`

const DEFER = fc
  .record({
    whole: fc.option(number),
    due: fc.array(fc.tuple(OUTCOME, yesno), { maxLength: 2 }),
    before: fc.tuple(fc.constantFrom('forfeit', 'release'), yesno),
  })
  .map(({ whole, due, before }) =>
    [
      'share: 40%\nround: 0.01\nevery: year',
      whole === null ? 'lots: 2' : `whole: ${JSON.stringify(whole)}`,
      'due:',
      ...due.map(([then, when], index) => rule(`due_${index}`, then, when)),
      rule('rest', 'release'),
      ...(whole === null ? ['before_due:', rule('before', ...before)] : []),
    ].join('\n'),
  )

const storyOf = (defer: string): LedgerStory => ({
  ...{ story: 'any rules', defer, periods: PERIODS },
  people: ['P1,甲,east,', 'P2,乙,west,2001-12-31', 'P3,丙,east,'],
  activity: [
    ...['2001-03-01, earned, P1, 100.01', '2001-03-01, earned, P2, 77', '2002-07-01, earned, P3, 9'],
    ...['2002-05-01, weak, P1, 0', '2002-05-02, bad, P3, 3'],
  ],
  events: ['E1 2002-02-01 P2 dismissal', 'E2 2002-03-01 P1 malus all 0.03'],
})

describe('rules about deferred lots', () => {
  it('of any kind are explained as they decided, or refused', async () => {
    let explained = 0
    await fc.assert(
      fc.asyncProperty(DEFER, async (defer) => {
        const [input, book, story] = [tempFolder(), join(tempFolder(), 'book'), storyOf(defer)]
        writeStory(story, input)
        for (const period of PERIODS) {
          const { code, err } = await runOne(story, input, period, book, '--quiet')
          expect([0, 1, 3], `${period}\n${defer}\n${err}`).toContain(code)
          if (code !== 0) return
          await expectLotsExplained(join(book, period))
          explained += 1
        }
      }),
      { numRuns: 200 },
    )
    expect(explained).toBeGreaterThan(60)
  })
})
