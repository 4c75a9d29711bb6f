import type { Place, Report } from '../../core/findings/finding.ts'
import type { BalancePlan, BalanceSums, OpenEnd } from '../../core/tables/engine.ts'
import { checkExpected, type ReadTotals } from '../../core/tables/expected.ts'
import type { TableInput } from '../../core/tables/input-forms.ts'
import { LongIds } from '../../core/tables/long-ids.ts'
import type { Day } from '../../core/values/calendar.ts'
import { exact } from '../../core/values/exact.ts'
import { CURRENCY, LATEST_DAY, LATEST_FILE, LATEST_LINE } from './account-table.ts'
import { reportHoles } from './holes.ts'
import type { MergedParts } from './merge.ts'

const [ZERO, NINE] = [0x30, 0x39]

/** The sums of the whole table; `whole`: none of its files and rows was refused before. Holes of accounts are told. */
export function balanceSums(
  merged: MergedParts,
  { currency }: BalancePlan,
  input: TableInput,
  whole: boolean,
  report: Report,
): BalanceSums {
  const { accounts, currencies, rows, cells, watch, allUnsure, refused } = merged
  const unsure = allUnsure || !whole
  const isDaily = input.snapshots === 'daily'
  noteIds(merged, input, report)
  if (whole) checkExpected('balances', input, totalsOf(merged), report)
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
    holdsRows: !isDaily,
  }
}

/**
 * Watches for what spreadsheets make of long ids: each account counts once, at its latest row; clients, whose number here
 * depends on the parts, only where every one in a length looks rounded.
 */
function noteIds(merged: MergedParts, { endingInZeros }: TableInput, report: Report): void {
  const { accounts } = merged
  const ids = new LongIds()
  const whole = new Map<number, number>()
  for (let number = 1; number < accounts.count; number++) {
    const length = accounts.keyLength(number)
    if (length <= LongIds.KEPT) continue
    if (isWhole(accounts, accounts.keyFrom(number), length)) whole.set(length, (whole.get(length) ?? 0) + 1)
    else ids.note('account_id', accounts.id(number), () => latestPlace(merged, number))
  }
  for (const [length, count] of whole) ids.noteWhole('account_id', length, count)
  const clients = merged.ranges.ids.counts
  ids.merge(clients.filter(({ noted, rounded }) => noted === rounded))
  ids.close(endingInZeros, report)
}

/** Whether a long id is a number of which spreadsheets took no digit, since some that they do not keep is not 0; told by its bytes. */
function isWhole({ arena }: MergedParts['accounts'], from: number, length: number): boolean {
  let isRounded = true
  for (let index = 0; index < length; index++) {
    const byte = arena[from + index] as number
    if (byte < ZERO || byte > NINE) return false
    if (index >= LongIds.KEPT && byte !== ZERO) isRounded = false
  }
  return !isRounded
}

const totalsOf = ({ rows, fen }: MergedParts): ReadTotals => ({ rows, sum: () => exact(fen, 100n) })

/** The place of an account's latest row. */
function latestPlace({ accounts, ranges }: MergedParts, number: number): Place {
  // Kept as 32 bits with a sign, though a file may have more lines than half of that.
  return ranges.placeOf(accounts.fact(number, LATEST_FILE) >> 1, accounts.fact(number, LATEST_LINE) >>> 0)
}

/** The accounts whose latest row lies before a day, with a balance other than 0. */
function* openEnds(merged: MergedParts, last: Day): Generator<OpenEnd> {
  const { accounts, currencies } = merged
  for (let number = 1; number < accounts.count; number++) {
    const day = accounts.fact(number, LATEST_DAY) as Day
    const isOpen = accounts.fact(number, LATEST_FILE) % 2 === 1
    if (accounts.fact(number, LATEST_LINE) === 0 || day >= last || !isOpen) continue
    const currency = currencies[accounts.fact(number, CURRENCY)] ?? ''
    yield { account: accounts.id(number), currency, day, place: latestPlace(merged, number) }
  }
}
