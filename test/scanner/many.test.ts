/** More accounts, owners and products than any first array holds, read in one part and in several. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { Findings } from '../../src/core/findings/finding.ts'
import { balanceOwners } from '../../src/core/tables/owners.ts'
import { Ownerships } from '../../src/core/tables/ownership.ts'
import { AFTER_ALL, BEFORE_ALL } from '../../src/core/values/calendar.ts'
import { openExports } from '../../src/engines/open.ts'
import { planWith } from '../engines/support.ts'
import { put } from './support.ts'

vi.mock('../../src/engines/csv/limits.ts', async (original) => ({
  ...(await original<object>()),
  MOST_RECORD: 4096,
  MOST_GLANCED: 1024,
  LEAST_PART: 1000,
}))

const [ACCOUNTS, DAYS, MANAGERS, PRODUCTS] = [3000, 5, 700, 3]
const folder = mkdtempSync(join(tmpdir(), 'many-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Some accounts open late and change hands, so that parts learn of them by themselves. */
function* rows(): Generator<string> {
  yield 'date,account_id,client_id,product,balance,manager_id\n'
  for (let day = 1; day <= DAYS; day++) {
    for (let account = 0; account < ACCOUNTS; account++) {
      if (account % 50 === 7 && day < 4) continue
      const manager = (account * 7 + (account % 90 === 11 ? day : 0)) % MANAGERS
      yield `2004-01-0${day},A${account},C${account},p${account % PRODUCTS},${account}.${day}0,M${manager}\n`
    }
  }
}

it('comes to the same sums, which are those of a plain count', async () => {
  put(folder, [...rows()].join(''))
  const expected = new Map<string, bigint>()
  for (const row of [...rows()].slice(1)) {
    const [, , , product = '', balance = '', manager = ''] = row.trimEnd().split(',')
    const key = `${manager} ${product}`
    expected.set(key, (expected.get(key) ?? 0n) + BigInt(balance.replace('.', '')))
  }
  const sorted = new Map([...expected].sort())
  for (const workers of [1, 2, 3, 5]) expect(await summed(workers), `${workers} parts`).toEqual(sorted)
})

async function summed(workers: number): Promise<ReadonlyMap<string, bigint>> {
  const all = new Ownerships()
  const days = { first: BEFORE_ALL, last: AFTER_ALL }
  const posts = new Map(Array.from({ length: MANAGERS }, (_, number) => [`M${number}`, days] as const))
  const findings = new Findings()
  const exports = await openExports(folder, findings.report, { workers })
  const owners = balanceOwners({ posts, whole: true }, undefined, all)
  const { cells, rows: count } = await exports.sumBalances(planWith({ owners }))
  expect(findings.sorted).toEqual([])
  expect(count).toBe([...rows()].length - 1)
  const sums = new Map<string, bigint>()
  for (const { owners: number, product, amount } of cells) {
    const key = `${all.parts(number)[0]?.manager} ${product}`
    sums.set(key, (sums.get(key) ?? 0n) + amount)
  }
  return new Map([...sums].sort())
}
