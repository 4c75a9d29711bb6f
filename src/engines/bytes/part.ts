import type { BalancePlan } from '../../core/tables/engine.ts'
import type { Day } from '../../core/values/calendar.ts'
import type { AccountData } from './account-table.ts'
import { BalanceBooks, type Seed, type Snapshots } from './balance-books.ts'
import type { FamilyData } from './families.ts'
import { type Range, readRange } from './range.ts'
import { collecting, type RangeFound } from './range-findings.ts'

/** What reading one part of `balances` came to: plain data that merges with that of other parts. */
export interface PartRead {
  readonly ranges: readonly RangeFound[]
  readonly accounts: AccountData
  /** So many of the accounts, the dummy among them, the part began with: they have the numbers that the first part gave them. */
  readonly taught: number
  readonly currencies: readonly string[]
  readonly families: FamilyData
  /** Whether products that no measure mentions were too many to be told apart. */
  readonly manyProducts: boolean
  readonly managers: ReadonlyMap<string, ReadonlyMap<Day, string | undefined>>
  readonly rows: number
  /** The sum of the balances as they stand in rows that hold, which the sums of families do not tell. */
  readonly heldFen: bigint | undefined
  readonly refused: boolean
  readonly allUnsure: boolean
  /** Whether rows that tell changes did not come in order: read again, knowing the days of `accounts`. */
  readonly isDisordered: boolean
}

/** What reading a part takes. Plain data. */
export interface PartTask {
  readonly table: 'balances'
  readonly ranges: readonly Range[]
  readonly plan: BalancePlan
  readonly snapshots: Snapshots
  /** What another part has learnt. */
  readonly seed: Seed | undefined
  /** Whether other parts wait for what this one learns from its first range. */
  readonly teaches: boolean
}

/** Who is told how a task goes on. */
export interface Listener {
  /** So many more bytes were read. */
  readonly read: (bytes: number) => void
  /** What others may begin with. */
  readonly learnt: (seed: Seed) => void
}

/** Reads some ranges one after the other. */
export async function readPart(
  { ranges, plan, snapshots, seed, teaches }: PartTask,
  listener: Listener,
): Promise<PartRead> {
  const books = new BalanceBooks(plan, snapshots, seed, roomFor(ranges))
  const read: RangeFound[] = []
  for (const [index, range] of ranges.entries()) {
    read.push(await collecting((found) => readRange(range, books, found, listener.read)))
    if (teaches && index === 0) listener.learnt(books.seed)
  }
  books.close()
  const rows = read.reduce((sum, { records }) => sum + records, 0)
  const { refused, allUnsure, families, watch } = books
  const { currencies, products } = books.placing
  return {
    taught: seed?.accounts.count ?? 0,
    ...{ ranges: read, accounts: books.accounts.data, currencies, rows, refused, allUnsure },
    ...{
      families: families.data,
      heldFen: books.heldFen,
      manyProducts: products.tooMany,
      managers: watch.managers,
    },
    isDisordered: books.isDisordered,
  }
}

/** A row, of which an account has at least one, takes hardly less. Room that no account fills takes no memory. */
const BYTES_AN_ACCOUNT = 64
const [LEAST_ROOM, MOST_ROOM] = [1024, 4_000_000]

/** For how many accounts there may be rows in some ranges, roughly. */
function roomFor(ranges: readonly Range[]): number {
  const bytes = ranges.reduce((sum, { from, to, size }) => sum + (to ?? size) - from, 0)
  return Math.min(Math.max(Math.ceil(bytes / BYTES_AN_ACCOUNT), LEAST_ROOM), MOST_ROOM)
}
