import type { LotStatus, Movement } from '../book/lot.ts'
import type { RoundingMode } from '../values/exact.ts'

/** Which row of a tier table decided, for which number; for a marginal table, what each row made of its part. */
export interface ExplainedRow {
  readonly argument: string
  readonly from: string | undefined
  readonly to: string | undefined
  readonly includes: 'lower' | 'upper'
  readonly parts: readonly { readonly amount: string; readonly rate: string; readonly gives: string }[]
}

/** What a measure was taken from. */
export interface ExplainedMeasure {
  readonly take: string
  readonly of: string
  readonly first: string
  readonly last: string
  readonly where: Readonly<Record<string, readonly string[]>>
  readonly weigh: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The bounds of the amounts that count. */
  readonly amount: Readonly<Record<string, string>>
  /** The days of each month that it looks at, as the scheme writes them. */
  readonly on: readonly string[]
  /** The tier table that it goes by. */
  readonly table: string | undefined
  readonly rows: string
  readonly sum: string
  readonly divisor: string
}

export interface ExplainedAdjustment {
  readonly mode: string
  readonly value: string
  readonly reason: string
  readonly requestedBy: string
  readonly approvedBy: string
}

/** Which lot it is, and how it stands. */
export interface ExplainedLot {
  readonly component: string
  readonly granted: string
  readonly tranche: number
  /** Absent where the whole balance is looked at. */
  readonly due: string | undefined
  readonly status: LotStatus
}

/** A line of a lot's life; the value of its step is the amount. */
export interface ExplainedMovement {
  readonly on: string
  readonly movement: Movement
  readonly balance: string
  /** The folder of the run that booked it. */
  readonly run: string
  /** The corrected version that it comes from, if any. */
  readonly origin: string | undefined
}

export interface ExplainedEvent {
  readonly event: string
  readonly on: string
  /** The share or amount that it takes, if it says one. */
  readonly share: string | undefined
  readonly amount: string | undefined
  readonly reason: string
  readonly requestedBy: string
  readonly approvedBy: string
}

/** One step of an explanation: a value, where it comes from, and the steps it was made from. */
export interface Explained {
  readonly kind:
    | 'figure'
    | 'measure'
    | 'value'
    | 'table'
    | 'fact'
    | 'earlier'
    | 'call'
    | 'group'
    | 'member'
    | 'part'
    | 'case'
    | 'ranking'
    | 'adjustment'
    | 'deferral'
    | 'difference'
    | 'lot'
    | 'movement'
    | 'event'
  readonly name: string
  /** As figures.csv writes it; absent where there is none. */
  readonly value: string | undefined
  /** Why there is no value, as a sentence. */
  readonly why?: string | undefined
  readonly label?: string | undefined
  readonly formula?: string | undefined
  readonly clause?: string | undefined
  readonly source?: string | undefined
  /** The line of the scheme file that says so. */
  readonly line?: number | undefined
  /** The day from which a dated value holds, and the key by which it was found. */
  readonly since?: string | undefined
  readonly key?: string | undefined
  readonly row?: ExplainedRow
  readonly rounding?:
    | { readonly step: string; readonly mode: RoundingMode; readonly from: string }
    | undefined
  readonly measure?: ExplainedMeasure
  readonly adjustment?: ExplainedAdjustment
  readonly lot?: ExplainedLot
  readonly movement?: ExplainedMovement
  readonly event?: ExplainedEvent
  /** Explained before in the same tree; its steps are not repeated. */
  readonly again?: boolean
  readonly parts: readonly Explained[]
}
