import type { Place } from '../findings/finding.ts'
import type { Bucket, Cuts } from '../values/buckets.ts'
import type { Day } from '../values/calendar.ts'
import type { PeriodKind } from '../values/period.ts'
import type { Groups } from './groups.ts'
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

/** Days in a row on which one number holds: that of an ownership or of a rate. */
export interface Stretch {
  readonly first: Day
  readonly last: Day
  readonly number: number
}

/** Stretches one after the other, from before all days to after all days, without a gap. */
export type Timeline = readonly Stretch[]

/** In a timeline: no ownership or rate of its own holds on these days. */
export const NONE_HOLDS = -1

/** Who owns the rows of `balances`, as plain data that an engine can look up, join, or hand to another thread. */
export interface BalanceOwners {
  /** The ownerships of rows that name a manager, by manager; undefined where assignments say who owns what. */
  readonly managers: ReadonlyMap<string, Timeline> | undefined
  /** The ownerships of accounts with assignments of their own; on days that those leave open, the client's hold. */
  readonly accounts: ReadonlyMap<string, Timeline>
  readonly clients: ReadonlyMap<string, Timeline>
  /** The ownership of rows that nobody owns. */
  readonly nobody: number
  /** Whether a row that names a manager whom `managers` lacks is a fault; else nobody owns it. */
  readonly strict: boolean
  /** The ownerships of which some share is unclaimed, so that their sums are kept apart by branch. */
  readonly unclaimed: ReadonlySet<number>
}

/** Who owns the rows of `activity`, as plain data. */
export interface ActivityOwners extends Pick<BalanceOwners, 'nobody' | 'strict' | 'unclaimed'> {
  /** The ownerships of rows that name a manager, by manager. */
  readonly managers: ReadonlyMap<string, Timeline>
  /** Those of other rows, by client; undefined where the balances must tell, since there are no assignments. */
  readonly clients: ReadonlyMap<string, Timeline> | undefined
}

/** How `activity` is summed. All of it is plain data. */
export interface ActivityPlan extends Apart {
  readonly owners: ActivityOwners
  /** Amounts in fen, from low to high, from which rows are summed anew. */
  readonly bounds: readonly bigint[]
  /** The branches of clients, for unclaimed rows. */
  readonly branches: ReadonlyMap<string, string>
}

/** What of a table is summed apart. */
interface Apart {
  /**
   * Products and kinds that some measure mentions: always summed under their own names. Further ones keep theirs too, unless a
   * table has thousands of them (free text): then all those share the name ''.
   */
  readonly names: ReadonlySet<string>
  /** Days are summed by calendar month, and within it as these cuts say. */
  readonly cuts: Cuts
  readonly groups: Groups
}

export interface BalancePlan extends Apart {
  /** The scheme's currency: what an empty `currency` means; its rate has the number 0. All of a plan is plain data. */
  readonly currency: string
  readonly owners: BalanceOwners
  /** The numbers of the rates in force, by foreign currency. */
  readonly rates: ReadonlyMap<string, Timeline>
  /** The number of the rate of a currency that `rates` lacks. */
  readonly otherRate: number
  /** The branches of clients, for unclaimed rows without a branch. */
  readonly branches: ReadonlyMap<string, string>
  /** How long the last row of an account holds where rows tell changes: to a day, or to the end of the latest day's period. */
  readonly horizon: Day | PeriodKind
  /** Clients and days for which the one manager of all the client's accounts is wanted. */
  readonly watched: ReadonlyMap<string, ReadonlySet<Day>>
}

/** Sums over the rows of a bucket that are alike in all these respects. */
interface Cell extends Bucket {
  readonly owners: number
  /** Empty unless some share of the owners is unclaimed. */
  readonly branch: string
  readonly product: string
  /** The name of the clients' group; empty where there are none. */
  readonly group: string
  /** The days of the month that have such rows: bit 0 is the 1st. */
  readonly days: number
  readonly rows: number
  /** Fen: balances of `balances`, amounts of `activity`. */
  readonly amount: bigint
}

export interface BalanceCell extends Cell {
  readonly currency: string
  readonly rate: number
}

export interface ActivityCell extends Omit<Cell, 'owners'> {
  readonly owners: number | { readonly client: string; readonly day: Day }
  readonly kind: string
  /** How many of the plan's bounds the amount of each row reaches. */
  readonly band: number
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
  /** Whether a row holds until the account's next one, and the last ones to the plan's horizon. */
  readonly holdsRows: boolean
}

export interface OpenEnd {
  readonly account: string
  readonly currency: string
  readonly day: Day
  readonly place: Place
}
