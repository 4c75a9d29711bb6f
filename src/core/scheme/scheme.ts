import type { Language, Place } from '../findings/finding.ts'
import type { Expression } from '../formula/formula.ts'
import type { TypeInfo, Vocabulary } from '../formula/vocabulary.ts'
import type { MeasureKind } from '../measures/kind.ts'
import type { WindowName } from '../measures/window.ts'
import type { Day } from '../values/calendar.ts'
import type { Exact, Rounding } from '../values/exact.ts'
import type { PeriodKind } from '../values/period.ts'
import type { SignedThing, SigningRole } from '../values/sign-off.ts'
import type { Value } from '../values/value.ts'

/** A text in the languages the scheme gives it in. */
export type Label = Readonly<Partial<Record<Language, string>>>

/** Where a rule or number comes from: the clause (条) of the bank's document, or what else the scheme says of it. */
export interface Origin {
  readonly clause?: string
  readonly source?: string
  readonly place: Place
}

export interface Grade extends Origin {
  readonly id: string
  /** The ladder it is a rung of; grades of one ladder follow one another in the order of the list. */
  readonly ladder: string
  readonly name: Label
}

/** One value with its own origin. */
export interface Given extends Origin {
  readonly value: Value
}

/** What a dated value is from a day on: one value, one for each key of the column it goes by, or nothing any more. */
export interface ValueSince {
  readonly since: Day
  readonly is: Given | ReadonlyMap<string, Given> | 'ended'
}

/** A constant of the scheme that changes by date, and by a column where `by` names one (`grade`, `manager.branch`). */
export interface DatedValue extends Origin {
  readonly name: string
  readonly label: Label
  readonly by: Expression | undefined
  readonly info: TypeInfo
  /** Oldest first. */
  readonly history: readonly ValueSince[]
}

/** One row of a tier table: what it gives from its lower to its upper bound; an absent bound is open. */
export interface TierRow {
  readonly from: Exact | undefined
  readonly to: Exact | undefined
  readonly gives: Value
  readonly place: Place
}

/** `whole`: the row holding the number decides alone; `marginal`: each row gives a rate on its own part. */
export interface Tiers {
  readonly kind: 'whole' | 'marginal'
  /** Which bound belongs to the row. */
  readonly includes: 'lower' | 'upper'
  readonly rows: readonly TierRow[]
}

export interface TierTable extends Origin, Pick<Tiers, 'kind' | 'includes'> {
  readonly name: string
  readonly label: Label
  readonly info: TypeInfo
  /** Oldest first. */
  readonly history: readonly { readonly since: Day; readonly rows: readonly TierRow[] }[]
}

export interface AssessmentItem extends Origin {
  readonly name: Label
  readonly from: Exact
  readonly to: Exact
}

export interface Measure extends Origin {
  readonly name: string
  readonly label: Label
  readonly kind: MeasureKind
  readonly over: WindowName
  /** The rows that count: for each column named, the values that it may have. */
  readonly where: ReadonlyMap<FilterColumn, ReadonlySet<string>>
  /** The amounts that the rows may have; any where absent. */
  readonly amount: AmountBounds | undefined
  /** Weights of values of a column; a value not listed weighs 1. */
  readonly weigh: ReadonlyMap<FilterColumn, ReadonlyMap<string, Exact>>
  /** The days of every month that it looks at, by their numbers, where its kind goes by such days. */
  readonly on: readonly number[]
  /** The tier table that it goes by, where its kind goes by one. */
  readonly table: TierTable | undefined
}

/** The columns by which the rows of a large table can be chosen and weighed; the last two are those of the row's client. */
export type FilterColumn = 'product' | 'kind' | 'currency' | 'tier' | 'segment'

/** Bounds of amounts: `from` and `to` belong to what they bound, `above` and `below` do not. */
export interface AmountBounds {
  readonly from: Exact | undefined
  readonly above: Exact | undefined
  readonly to: Exact | undefined
  readonly below: Exact | undefined
}

/** One case of a decision: the first whose condition holds gives the value; the last has no condition. */
export interface Case extends Origin {
  readonly when: Expression | undefined
  readonly gives: string
}

/** One case of a figure: the first whose condition holds gives what its formula comes to. */
export interface Choice extends Origin {
  readonly when: Expression | undefined
  readonly gives: Expression
}

export interface RatingCase extends Case {
  readonly name: Label
}

export type Outcome = 'renew' | 'dismiss' | 'promote' | 'demote' | 'none'

export const OUTCOMES: readonly Outcome[] = ['renew', 'dismiss', 'promote', 'demote', 'none']

/** A recommendation rule: `gives` is its outcome; `to` the grade it leads to where not simply the neighbouring one. */
export interface RecommendationRule extends Case {
  readonly gives: Outcome
  readonly rule: string
  /** Whether it decides only at the end of the person's term, or only before. */
  readonly at: 'term_end' | 'interim' | undefined
  readonly reason: Label
  readonly to: Expression | undefined
}

/** How a figure gets its value. A ranking numbers the ranked people by keys, the first deciding. */
export type Method =
  | { readonly by: 'formula'; readonly formula: Expression }
  | { readonly by: 'cases'; readonly cases: readonly Case[] }
  | { readonly by: 'choice'; readonly cases: readonly Choice[] }
  | { readonly by: 'ranking'; readonly among: Expression | undefined; readonly keys: readonly RankKey[] }

export interface RankKey {
  readonly figure: string
  readonly descending: boolean
}

/** Any named value of a person that is not a measure; its place in the scheme gives some of them a role. */
export interface Figure extends Origin {
  /** `npl_ratio`, `points.deposits`, `points`, `total`, `rating`, `rank`, `recommendation`, `pay.base` … */
  readonly name: string
  readonly label: Label
  /** Whom it concerns; everyone where absent. */
  readonly concerns: Expression | undefined
  readonly method: Method
  readonly rounding: Rounding | undefined
  /** Whether it may be absent without an error (it is then not written). */
  readonly optional: boolean
  /** Whether its value needs figures of other people than its own. */
  readonly looksAtOthers: boolean
  readonly info: TypeInfo
}

export interface Indicator {
  readonly id: string
  readonly label: Label
  /** The points it can earn at standard, as declared. */
  readonly of: Exact
}

export type LotOutcome = 'release' | 'hold' | 'forfeit'

export const LOT_OUTCOMES: readonly LotOutcome[] = ['release', 'hold', 'forfeit']

/** A rule about a deferred lot that is looked at: the first that holds decides. */
export interface LotRule extends Case {
  readonly gives: LotOutcome
  readonly rule: string
  readonly reason: Label
}

export interface Deferral extends Origin {
  readonly share: Expression
  readonly rounding: Rounding
  /** Into how many equal lots; one where the whole balance is looked at instead. */
  readonly lots: number
  /** What of a person's whole balance is released on each due day; undefined where each lot has its own due day. */
  readonly whole: Expression | undefined
  /** The step from one due day to the next, and how many such steps after the grant the first one lies. */
  readonly every: PeriodKind
  readonly first: number
  /** On the due day, and at the end of each later period for what is still held; without rules all is released. */
  readonly due: readonly LotRule[]
  /** At the end of each period, of lots not yet due. */
  readonly beforeDue: readonly LotRule[]
  /** Whether a released lot is paid with its release, or once its payout is confirmed. */
  readonly paid: 'on_release' | 'when_confirmed'
}

export interface Component extends Origin {
  readonly id: string
  readonly label: Label
  readonly concerns: Expression | undefined
  readonly schedule: 'monthly' | 'with_run'
  readonly defer: Deferral | undefined
}

/** A rule of control: a yes/no figure `check.<id>`, and what is told of everyone for whom it does not hold. */
export interface Check extends Origin {
  readonly id: string
  /** An `error` ends the run; a `warning` does not. */
  readonly severity: 'error' | 'warning'
  readonly says: Label
}

/** A class of clients: the days of its visit cycle. */
export interface ClientClass extends Origin {
  readonly id: string
  readonly label: Label
  readonly every: Exact | undefined
}

/** How clients are classed, and what is worked out for each of them. */
export interface ClientRules {
  /** In dependency order; `class` by cases, `visits_due`, `visits_done`, `visits_counted`, `load`, and those listed. */
  readonly figures: readonly Figure[]
  /** Those that the scheme lists, in its order. */
  readonly listed: readonly string[]
  readonly classes: readonly ClientClass[]
  /** The measure that counts visits. */
  readonly visits: string | undefined
}

/** One outcome of the appraisal of candidates, and the grade that it leads to. */
export interface EntryOutcome extends Case {
  readonly rule: string
  readonly grade: string | undefined
  readonly reason: Label
}

/** How candidates are appraised. */
export interface EntryRules {
  /** In dependency order: those listed, and `outcome` by cases. */
  readonly figures: readonly Figure[]
  readonly listed: readonly string[]
  /** Which of those appointed are filed with the superior bank; all of them where it does not say. */
  readonly filing: Origin & { readonly when: Expression | undefined }
}

/** What formulas read that has to be there: `target.x`, `assessment.x`, and figures whose earlier values are asked for. */
export interface Needs {
  readonly targets: ReadonlySet<string>
  readonly assessments: ReadonlySet<string>
  readonly earlier: ReadonlySet<string>
}

/** A whole scheme, read and checked, with all its dates. */
export interface Scheme extends Pick<Origin, 'place'> {
  readonly id: string
  readonly version: string
  readonly name: Label
  readonly effective: { readonly from: Day; readonly to: Day | undefined }
  readonly language: Language
  readonly currency: string
  readonly periods: readonly PeriodKind[]
  readonly people: {
    readonly roles: ReadonlySet<string>
    readonly employments: ReadonlySet<string>
    readonly statuses: ReadonlySet<string>
    /** Employments that have no grade. */
    readonly ungraded: ReadonlySet<string>
  }
  /** Lowest first. */
  readonly grades: readonly Grade[]
  readonly assessments: ReadonlyMap<string, AssessmentItem>
  readonly values: ReadonlyMap<string, DatedValue>
  readonly tables: ReadonlyMap<string, TierTable>
  readonly measures: readonly Measure[]
  /** All figures in dependency order: each after those it reads. `grade` is given, not computed. */
  readonly figures: readonly Figure[]
  readonly appraisal:
    | {
        readonly who: Expression | undefined
        readonly indicators: readonly Indicator[]
        /** The decimals that scores are written with. */
        readonly decimals: number
      }
    | undefined
  readonly recommendation: readonly RecommendationRule[]
  readonly pay: readonly Component[]
  readonly checks: readonly Check[]
  readonly clients: ClientRules | undefined
  readonly entry: EntryRules | undefined
  /** Who must sign what off before a run counts as final. */
  readonly signOff: ReadonlyMap<SignedThing, readonly SigningRole[]>
  readonly vocabulary: Vocabulary
  /** What the formulas and measures of the scheme read. */
  readonly needs: Needs & {
    readonly tables: ReadonlySet<'balances' | 'activity' | 'clients'>
    /** Whether rows are needed apart by the parts into which dated rules and posts cut a period, and by client. */
    readonly parts: boolean
    readonly clients: boolean
    /** Without the formulas of figures that concern nobody in periods of the kind. */
    readonly byKind: ReadonlyMap<PeriodKind, Needs>
  }
}
