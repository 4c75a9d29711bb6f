import type { Place, Report } from '../../core/findings/finding.ts'
import type { Fact } from '../../core/findings/sentence.ts'
import type { Code } from '../../core/findings/sentences.ts'
import type { BalancePlan } from '../../core/tables/engine.ts'
import type { LongIdCount } from '../../core/tables/long-ids.ts'
import type { Day } from '../../core/values/calendar.ts'
import { FileFault } from '../files/file-fault.ts'
import { MOST_ALIKE } from '../scan/bounded.ts'
import type { AccountData } from './account-table.ts'
import { BalanceBooks, type Seed, type Snapshots } from './balance-books.ts'
import type { FamilyData } from './families.ts'
import { type Range, readRange } from './range.ts'
import type { RangeRead } from './read-records.ts'

/** A finding as data, its lines counted from the beginning of its range. */
interface Told {
  readonly code: Code
  readonly place: Place
  readonly facts: Readonly<Record<string, Fact>>
}

/** What was found in a range; of one code only so many are kept, the others counted. */
interface RangeFindings {
  /** What the clients' long ids look like. */
  readonly ids: readonly LongIdCount[]
  readonly told: readonly Told[]
  readonly more: ReadonlyMap<Code, number>
}

/** What reading one part of `balances` came to: plain data that merges with that of other parts. */
export interface PartRead {
  readonly ranges: readonly (RangeRead & RangeFindings)[]
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
  let findings = new Collected()
  const books = new BalanceBooks(plan, snapshots, seed, roomFor(ranges), (code, place, facts) =>
    findings.report(code, place, facts),
  )
  const read: (RangeRead & RangeFindings)[] = []
  for (const [index, range] of ranges.entries()) {
    findings = new Collected()
    const done = await readOrTell(range, books, findings.report, listener.read)
    read.push({ ...done, told: findings.told, more: findings.more, ids: books.ids.counts })
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

/** An account of daily rows takes a good thousand bytes a month. */
const BYTES_AN_ACCOUNT = 1024
const [LEAST_ROOM, MOST_ROOM] = [1024, 4_000_000]

/** For how many accounts there may be rows in some ranges, roughly. */
function roomFor(ranges: readonly Range[]): number {
  const bytes = ranges.reduce((sum, { from, to, size }) => sum + (to ?? size) - from, 0)
  return Math.min(Math.max(Math.ceil(bytes / BYTES_AN_ACCOUNT), LEAST_ROOM), MOST_ROOM)
}

async function readOrTell(
  range: Range,
  books: BalanceBooks,
  report: Report,
  progress: (bytes: number) => void,
): Promise<RangeRead> {
  try {
    return await readRange(range, books, report, progress)
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    error.told(report)
    return { records: 0, lines: 0, endsWhole: false }
  }
}

class Collected implements Pick<RangeFindings, 'told' | 'more'> {
  readonly told: Told[] = []
  readonly more = new Map<Code, number>()
  readonly #counts = new Map<Code, number>()

  readonly report: Report = (code, place, facts) => {
    const count = (this.#counts.get(code) ?? 0) + 1
    this.#counts.set(code, count)
    if (count <= MOST_ALIKE) this.told.push({ code, place, facts })
    else this.more.set(code, count - MOST_ALIKE)
  }
}
