import { type Exact, exact, floorOf, printExact, ZERO } from '../values/exact.ts'
import { absent, faulty, type Missing } from '../values/missing.ts'
import { spread } from '../values/spread.ts'
import { compareText } from '../values/text.ts'
import { defineGroupFunction, type Member } from './function.ts'
import { total } from './group-numbers.ts'

const PARAMETERS = [
  { name: 'pool', is: 'number' },
  { name: 'weight', is: 'number' },
] as const
const FEN = exact(1n, 100n)

type Sharer = Member<typeof PARAMETERS>

export const shareOut = defineGroupFunction({
  name: 'share_out',
  parameters: PARAMETERS,
  gives: 'number',
  meaning: {
    en: "The person's part of a pool by weight, in whole fen: the members' parts add up to the pool, what is left over going to the largest remainders. Absent outside the group.",
    zh: '按权重分得的份额，精确到分：各成员份额之和等于总额，余额归余数最大者。非成员为缺失。',
  },
  examples: [
    {
      formula: 'share_out(9000, max(0, units))',
      figures: { units: '120' },
      others: [{ units: '80' }],
      gives: '5400',
    },
    {
      formula: 'share_out(100, max(0, units))',
      figures: { units: '1' },
      others: [{ units: '1' }, { units: '1' }, { units: '-5' }],
      gives: '33.34',
    },
  ],
  gather(members) {
    const fault = faultIn(members)
    if (fault) return fault
    const shares = sharesOf(members)
    return (asker) => shares.get(asker) ?? absent('group-no-member', { name: 'share_out' })
  },
})

/** What stands against a sharing: pools that differ or are no whole fen, weights below 0 or all 0. */
function faultIn(members: readonly Sharer[]): Missing | undefined {
  const [first] = members
  if (!first) return undefined
  const [pool] = first.given
  const odd = members.find(({ given }) => !given[0].equals(pool) || given[0].div(FEN).d !== 1n)
  if (odd) return faulty('share-pool', { member: odd.id, found: printExact(odd.given[0]) })
  const weights = total(members.map(({ given }) => given[1]))
  const wrong = members.find(({ given }) => given[1].lt(ZERO)) ?? (weights.equals(ZERO) ? first : undefined)
  return wrong && faulty('share-weights', { member: wrong.id, found: printExact(wrong.given[1]) })
}

/** The shares in whole fen; of equal remainders the first id takes the fen. */
function sharesOf(members: readonly Sharer[]): ReadonlyMap<string, Exact> {
  const sorted = [...members].sort((a, b) => compareText(a.id, b.id))
  const [pool] = sorted[0]?.given ?? [ZERO]
  const parts = spread(
    floorOf(pool.div(FEN)),
    sorted.map(({ given }) => given[1]),
  )
  return new Map(sorted.map(({ id }, index) => [id, exact(parts[index] ?? 0n).mul(FEN)] as const))
}
