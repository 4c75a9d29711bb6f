/** Where the memory of the inner loop cannot be reserved, every row goes the longer way, to the same end. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { Heap } from '../../src/engines/bytes/heap.ts'
import { put, scanned } from './support.ts'

vi.mock('../../src/engines/csv/limits.ts', async (original) => ({
  ...(await original<object>()),
  MOST_GLANCED: 64,
  LEAST_PART: 0,
}))

const folder = mkdtempSync(join(tmpdir(), 'unreserved-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('reads a table to the same sums and findings', async () => {
  const days = ['2004-01-30', '2004-01-31', '2004-02-01', '2004-02-02']
  const rows = days.flatMap((day, index) => [
    `${day},A1,C1,demand,1.5${index},M1`,
    `"${day}",A2,C1,term,-${index},M2`,
    ...(index === 2 ? [] : [`${day},A3,C2,demand,"12345678901234567890.12",M3`]),
  ])
  put(
    folder,
    `date,account_id,client_id,product,balance,manager_id\n${rows.join('\n')}\n2004-02-02,A1,C1,demand,1,M1\n`,
  )
  const usual = [await scanned(folder, 1), await scanned(folder, 3)]
  expect(usual[0]?.told.length).toBe(1)
  class Unreserved {
    constructor() {
      throw new RangeError('could not allocate memory')
    }
  }
  vi.stubGlobal('WebAssembly', { Memory: Unreserved })
  expect(new Heap().memory).toBeUndefined()
  expect([await scanned(folder, 1), await scanned(folder, 3)]).toEqual(usual)
  vi.unstubAllGlobals()
})
