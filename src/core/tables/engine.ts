import type { Place } from '../findings/finding.ts'
import type { Phrase } from '../findings/sentence.ts'
import type { Day } from '../values/calendar.ts'
import type { RowsOf, SmallTable, TableName } from './shapes.ts'

/**
 * What the appraisal needs of the place where the exports lie. An engine reads every row of a large table once, checks
 * it strictly, and hands back exact integer sums that merge from parts in any order; it never hands rows to formulas.
 */
export interface Engine {
  /** The tables that the folder holds. */
  readonly tables: ReadonlySet<TableName>
  /** Whether the folder holds the table with at least one row. */
  filled(table: TableName): boolean
  /** Whether none of a small table's files and rows was refused; told once its rows were read. */
  isWhole(table: SmallTable): boolean
  /** The checked rows of a small table; empty where the folder does not hold it. */
  rows<T extends SmallTable>(table: T): Promise<RowsOf<T>>
  sumActivity(plan: ActivityPlan): Promise<ActivitySums>
  sumBalances(plan: BalancePlan): Promise<BalanceSums>
}

/** A stretch of days on which an account or client has the same owners; `owners` numbers an `Ownership`. */
export interface OwnedDays {
  readonly first: Day
  readonly last: Day
  /** -1: the row names a manager whom `managers` does not have. */
  readonly owners: number
}

/** Who owns what, asked by an engine for each row that its own memory of the last answer does not cover. */
export interface BalanceOwners {
  /** Whether the answer depends on the row's `manager_id` (there are no assignments) or on account and client. */
  readonly byRow: boolean
  ownersOf(account: string, client: string, manager: string, day: Day): OwnedDays
  /** Whether some share of an ownership is unclaimed, so that its sums are kept apart by branch. */
  isUnclaimed(owners: number): boolean
  /** The manager whom an unknown id may have meant, as the end of a sentence. */
  near(manager: string): Phrase
}

export interface ActivityOwners {
  /** Owners of a row: -1 for an unknown manager, 'client' where the balances must tell (no assignments). */
  ownersOf(client: string, manager: string, day: Day): number | 'client'
  /** Owners of a row that names no manager, told by the one manager of all the client's accounts that day, if any. */
  ofClient(manager: string | undefined, day: Day): number
  isUnclaimed(owners: number): boolean
  /** The manager whom an unknown id may have meant, as the end of a sentence. */
  near(manager: string): Phrase
}

export interface ActivityPlan extends Named {
  readonly owners: ActivityOwners
  /** The branch of a client, for unclaimed rows. */
  branchOf(client: string): string
}

/** Products and kinds that some measure mentions: always summed under their own names. */
interface Named {
  /** Further names keep theirs too, unless a table has thousands of them (free text): then all those share the name ''. */
  readonly names: ReadonlySet<string>
}

export interface BalancePlan extends Named {
  /** The scheme's currency: what an empty `currency` means; its rate has the number 0. */
  readonly currency: string
  readonly owners: BalanceOwners
  /** The number of the rate in force for a foreign currency on a day; undefined where there is none yet. */
  rateOn(currency: string, day: Day): number | undefined
  /** The branch of a client, for unclaimed rows without a branch. */
  branchOf(client: string): string
  /** Clients and days for which the one manager of all the client's accounts is wanted. */
  readonly watched: ReadonlyMap<string, ReadonlySet<Day>>
}

/** Sums over rows alike in all these respects. */
interface Cell {
  readonly owners: number
  /** Empty unless some share of the owners is unclaimed. */
  readonly branch: string
  readonly product: string
  /** The month of the rows, as `monthOf` numbers it. */
  readonly month: number
  /** The days of the month that have such rows: bit 0 is the 1st. */
  readonly days: number
  readonly rows: number
  /** Fen: balances of `balances`, amounts of `activity`. */
  readonly amount: bigint
}

export interface BalanceCell extends Cell {
  /** Whether these are the rows of the month's last day, which are summed apart. */
  readonly lastDay: boolean
  readonly currency: string
  readonly rate: number
}

export interface ActivityCell extends Omit<Cell, 'owners'> {
  readonly owners: number | { readonly client: string; readonly day: Day }
  readonly kind: string
  /** Ten-thousandths. */
  readonly quantity: bigint
}

export interface ActivitySums {
  /** All records read, counted before anything was made of them. */
  readonly rows: number
  readonly cells: readonly ActivityCell[]
}

export interface BalanceSums {
  /** All records read, counted before anything was made of them. */
  readonly rows: number
  readonly cells: readonly BalanceCell[]
  /** Accounts whose last row lies before the day, with a balance other than 0. */
  openEnds(last: Day): Iterable<OpenEnd>
  /** Whether any row has the account. */
  hasAccount(account: string): boolean
  /** For each watched client and day with rows: the one manager of all of them, or undefined where they differ or name none. */
  readonly managerOf: (client: string, day: Day) => string | undefined
  /** Days between the first and last row of some account on which no account has one: the engine reported them. */
  readonly daysTold: ReadonlySet<Day>
  /** Whether every file of the table could be read and none of its rows was refused. */
  readonly whole: boolean
}

export interface OpenEnd {
  readonly account: string
  readonly currency: string
  readonly day: Day
  readonly place: Place
}
