import { type Day, daysOfMonth, monthOf } from '../core/values/calendar.ts'

/** A day as rows are filed under it. */
export interface FiledDay {
  readonly day: Day
  /** As `monthOf` numbers it. */
  readonly month: number
  /** Its bit among the days of the month: bit 0 is the 1st. */
  readonly bit: number
  /** Whether it is the month's last. */
  readonly isLast: boolean
}

export function fileDay(day: Day): FiledDay {
  const month = monthOf(day)
  const { first, last } = daysOfMonth(month)
  return { day, month, bit: 1 << (day - first), isLast: day === last }
}
