import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { beginSums } from '../src/core/appraisal/sum-tables.ts'
import type { Engine } from '../src/core/tables/engine.ts'
import { Ownerships } from '../src/core/tables/ownership.ts'
import { ratesOf } from '../src/core/tables/rates.ts'

/** An engine whose large tables cannot be summed. */
const failing: Engine = {
  tables: new Set(),
  filled: () => false,
  isWhole: () => true,
  rows: async () => [],
  sumActivity: () => Promise.reject(new Error('the two engines differ')),
  sumBalances: () => Promise.reject(new Error('is not reached')),
}

it('sums that fail while other tables are read are told when they are waited for', async () => {
  const lost: unknown[] = []
  const onLost = (reason: unknown) => lost.push(reason)
  process.on('unhandledRejection', onLost)
  const grounds = {
    small: { managers: [], posts: [], assignments: [], clients: [], fx: [] },
    managers: { posts: new Map(), whole: true },
    ...{ ownerships: new Ownerships(), timelines: undefined, rates: ratesOf([], true) },
  }
  const summing = beginSums(failing, undefined, grounds, 'quarter')
  await setImmediate()
  await expect(summing).rejects.toThrow('the two engines differ')
  expect(lost).toEqual([])
  process.off('unhandledRejection', onLost)
})
