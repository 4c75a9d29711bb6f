import { addMonths, type Day, daysOfMonth, endOfMonth, type Interval, monthOf } from './calendar.ts'

export type PeriodKind = 'month' | 'quarter' | 'half' | 'year'

export const PERIOD_KINDS: readonly PeriodKind[] = ['month', 'quarter', 'half', 'year']

const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/** A stretch of whole months that a run appraises: `2026-03`, `2026Q1`, `2026H1` or `2026`. */
export interface Period extends Interval {
  readonly id: string
  readonly kind: PeriodKind
}

/** How many months a period of the kind has. */
export const monthsOf = (kind: PeriodKind): number => MONTHS[kind]

const FORMS: readonly (readonly [PeriodKind, RegExp])[] = [
  ['month', /^(\d{4})-(0[1-9]|1[0-2])$/],
  ['quarter', /^(\d{4})Q([1-4])$/],
  ['half', /^(\d{4})H([12])$/],
  ['year', /^(\d{4})$/],
]

/** Periods already read: a table names the same few over and over. */
const READ = new Map<string, Period>()

/** Reads a period's id; undefined for any other text. */
export function parsePeriod(text: string): Period | undefined {
  const period = READ.get(text) ?? readPeriod(text)
  if (period) READ.set(text, period)
  return period
}

function readPeriod(text: string): Period | undefined {
  for (const [kind, form] of FORMS) {
    const match = form.exec(text)
    if (!match) continue
    const ordinal = Number.parseInt(match[2] ?? '1', 10) - 1
    const year = Number.parseInt(match[1] ?? '0', 10)
    return year < 1 ? undefined : startingIn(kind, year * 12 + ordinal * MONTHS[kind])
  }
  return undefined
}

/** The period of a kind that holds a day. */
export function periodHolding(kind: PeriodKind, day: Day): Period {
  const month = monthOf(day)
  return startingIn(kind, month - (month % MONTHS[kind]))
}

/** The period of the same kind that lies `steps` before (the one immediately before: 1). */
export function earlier(period: Period, steps: number): Period {
  return startingIn(period.kind, monthOf(period.first) - steps * MONTHS[period.kind])
}

/** The periods of the next shorter kind that make up a period, in their order; a month has none. */
export function partsOf(period: Period): readonly Period[] {
  const shorter = PERIOD_KINDS[PERIOD_KINDS.indexOf(period.kind) - 1]
  return shorter ? periodsWithin(period, shorter) : []
}

/** The periods of a shorter kind that make up a period, in their order; none of a kind that is not shorter. */
export function periodsWithin({ kind, first }: Period, shorter: PeriodKind): readonly Period[] {
  const [start, step] = [monthOf(first), MONTHS[shorter]]
  const count = step < MONTHS[kind] ? MONTHS[kind] / step : 0
  return Array.from({ length: count }, (_, index) => startingIn(shorter, start + index * step))
}

/** Whether a period lies within another one and is shorter. */
export const liesWithin = (part: Period, whole: Period): boolean =>
  part.id !== whole.id && part.first >= whole.first && part.last <= whole.last

/** The last day of the period that lies `steps` of another kind after: a quarter's end, so many years later. */
export function endAfter(period: Period, steps: number, every: PeriodKind): Day {
  return endOfMonth(addMonths(period.last, steps * MONTHS[every]))
}

function startingIn(kind: PeriodKind, month: number): Period {
  const first = daysOfMonth(month).first
  return { id: nameOf(kind, month), kind, first, last: daysOfMonth(month + MONTHS[kind] - 1).last }
}

function nameOf(kind: PeriodKind, month: number): string {
  const year = Math.floor(month / 12)
  const ordinal = (month % 12) / MONTHS[kind] + 1
  const text = year.toString().padStart(4, '0')
  if (kind === 'month') return `${text}-${ordinal.toString().padStart(2, '0')}`
  return kind === 'year' ? text : `${text}${kind === 'quarter' ? 'Q' : 'H'}${ordinal}`
}
