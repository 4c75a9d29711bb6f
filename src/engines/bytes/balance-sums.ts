import type { Report } from '../../core/findings/finding.ts'
import type { BalancePlan, BalanceSums, OpenEnd } from '../../core/tables/engine.ts'
import type { Day } from '../../core/values/calendar.ts'
import { CURRENCY, LATEST_DAY, LATEST_FILE, LATEST_LINE } from './account-table.ts'
import { reportHoles } from './holes.ts'
import type { MergedParts } from './merge.ts'

/** The sums of the whole table; `whole`: none of its files and rows was refused before. Holes of accounts are told. */
export function balanceSums(
  merged: MergedParts,
  { currency }: BalancePlan,
  snapshots: 'daily' | 'changes',
  whole: boolean,
  report: Report,
): BalanceSums {
  const { accounts, currencies, rows, cells, watch, allUnsure, refused } = merged
  const unsure = allUnsure || !whole
  const isDaily = snapshots === 'daily'
  const told = unsure || !isDaily ? [] : reportHoles(accounts, currencies, currency, report)
  return {
    rows,
    cells,
    openEnds: (last) => (isDaily ? openEnds(merged, last) : []),
    hasAccount: (account) => {
      const key = Buffer.from(account)
      return currencies.some((_, number) => accounts.find(key, 0, key.length, number) !== 0)
    },
    managerOf: (client, day) => watch.managers.get(client)?.get(day),
    daysTold: new Set(told),
    whole: !unsure && !refused,
  }
}

/** The accounts whose latest row lies before a day, with a balance other than 0. */
function* openEnds({ accounts, currencies, ranges }: MergedParts, last: Day): Generator<OpenEnd> {
  for (let number = 1; number < accounts.count; number++) {
    const day = accounts.fact(number, LATEST_DAY) as Day
    // Kept as 32 bits with a sign, though a file may have more lines than half of that.
    const line = accounts.fact(number, LATEST_LINE) >>> 0
    const fileAndOpen = accounts.fact(number, LATEST_FILE)
    if (line === 0 || day >= last || fileAndOpen % 2 === 0) continue
    const { file = '', linesBefore = 0 } = ranges[fileAndOpen >> 1] ?? {}
    yield {
      account: accounts.id(number),
      currency: currencies[accounts.fact(number, CURRENCY)] ?? '',
      day,
      place: { file, line: line + linesBefore, column: 1 },
    }
  }
}
