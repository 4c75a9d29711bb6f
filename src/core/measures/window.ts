import { addMonths, daysOfMonth, endOfYear, type Interval, monthOf, startOfYear } from '../values/calendar.ts'
import { earlier, type Period } from '../values/period.ts'
import type { MeasureExample } from './kind.ts'

/** The stretch of whole months that a measure looks at, told from the period of the run. */
interface Window {
  readonly meaning: { readonly en: string; readonly zh: string }
  readonly days: (period: Period) => Interval
  /** A daily average over it. */
  readonly example: Omit<MeasureExample, 'says'>
}

export type WindowName = keyof typeof WINDOWS

/** Two years of one balance: 600万 to the end of 2025, then 700万, from May 2026 on 760万. */
const ROWS = ['2025-01-01,demand,6000000', '2026-01-01,demand,7000000', '2026-05-01,demand,7600000']

export const WINDOWS = {
  period: {
    meaning: { en: 'the period of the run', zh: '本期' },
    days: ({ first, last }) => ({ first, last }),
    example: { period: '2026-05', rows: ROWS, gives: '7600000' },
  },
  year_to_date: {
    meaning: { en: "from 1 January of the period's year to its last day", zh: '年初至期末' },
    days: ({ last }) => ({ first: startOfYear(last), last }),
    // 120 days at 700万 and 31 at 760万.
    example: { period: '2026-05', rows: ROWS, gives: '1075600000/151' },
  },
  whole_year: {
    meaning: { en: 'the whole calendar year of the period', zh: '本期所在全年' },
    days: ({ last }) => ({ first: startOfYear(last), last: endOfYear(last) }),
    // 120 days at 700万 and 245 at 760万.
    example: { period: '2026-12', rows: ROWS, gives: '540400000/73' },
  },
  last_period: {
    meaning: { en: 'the period of the same kind before', zh: '上一期' },
    days: (period) => daysOf(earlier(period, 1)),
    example: { period: '2026-05', rows: ROWS, gives: '7000000' },
  },
  last_year: {
    meaning: { en: 'the whole calendar year before', zh: '上年全年' },
    days: ({ last }) => {
      const before = addMonths(startOfYear(last), -12)
      return { first: before, last: endOfYear(before) }
    },
    example: { period: '2026-05', rows: ROWS, gives: '6000000' },
  },
  same_period_last_year: {
    meaning: { en: 'the same months of the year before', zh: '上年同期' },
    days: ({ first, last }) => monthsFrom(monthOf(first) - 12, monthOf(last) - 12),
    example: { period: '2026Q2', rows: ROWS, gives: '6000000' },
  },
  last_12_months: {
    meaning: { en: "the twelve months that end with the period's last", zh: '截至期末的十二个月' },
    days: ({ last }) => monthsFrom(monthOf(last) - 11, monthOf(last)),
    // 214 days at 600万, 120 at 700万 and 31 at 760万.
    example: { period: '2026-05', rows: ROWS, gives: '471920000/73' },
  },
} as const satisfies Readonly<Record<string, Window>>

const daysOf = ({ first, last }: Interval): Interval => ({ first, last })

const monthsFrom = (first: number, last: number): Interval => ({
  first: daysOfMonth(first).first,
  last: daysOfMonth(last).last,
})
