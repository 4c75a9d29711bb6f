import type { Phrase } from '../findings/sentence.ts'
import { type Exact, ZERO } from '../values/exact.ts'
import { absent } from '../values/missing.ts'
import { defineGroupFunction, type Example, type Member } from './function.ts'

const PARAMETERS = [{ name: 'number', is: 'number' }] as const

/** A function that makes one number, the same for all who ask, of the members' numbers. */
export const overNumbers = (
  name: string,
  work: (numbers: readonly Exact[]) => Exact | undefined,
  meaning: Phrase,
  examples: readonly Example[],
) =>
  defineGroupFunction({
    name,
    parameters: PARAMETERS,
    gives: 'number',
    meaning,
    examples,
    gather(members: readonly Member<typeof PARAMETERS>[]) {
      const result = work(members.map(({ given: [number] }) => number))
      return result ? () => result : absent('group-empty', { name })
    },
  })

export const total = (numbers: readonly Exact[]): Exact =>
  numbers.reduce((sum: Exact, number) => sum.add(number), ZERO)
