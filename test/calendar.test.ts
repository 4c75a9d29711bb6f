/** The calendar against an independent one, Temporal's, over all years that four digits name. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  type Day,
  daysOfMonth,
  endOfMonth,
  monthOf,
  parseDay,
  printDay,
  startOfYear,
} from '../src/core/values/calendar.ts'

const EPOCH = Temporal.PlainDate.from('1970-01-01')
const plain = (day: number) => EPOCH.add({ days: day })
const numberOf = (date: Temporal.PlainDate) => EPOCH.until(date).days
const [FIRST, LAST] = [
  numberOf(Temporal.PlainDate.from('0001-01-01')),
  numberOf(Temporal.PlainDate.from('9999-12-31')),
]
const days = fc.integer({ min: FIRST, max: LAST })

describe('the calendar', () => {
  it('reads and prints each day', () => {
    fc.assert(
      fc.property(days, (day) => {
        const text = plain(day).toString()
        expect(parseDay(text)).toBe(day)
        expect(printDay(day as Day)).toBe(text)
      }),
    )
    for (const day of [FIRST, LAST, -1_000_000, 4_000_000])
      expect(printDay(day as Day)).toBe(plain(day).toString())
  })

  it('refuses days that no calendar has', () => {
    const part = (most: number) => fc.integer({ min: 0, max: most })
    fc.assert(
      fc.property(part(9999), part(14), part(33), (year, month, day) => {
        const pad = (number: number, width: number) => String(number).padStart(width, '0')
        const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
        expect(parseDay(text)).toBe(year === 0 ? undefined : known({ year, month, day }))
      }),
      { numRuns: 2000 },
    )
    for (const text of [
      '',
      '2004-1-01',
      '2004-01-1',
      '02004-01-01',
      '2004-01-01 ',
      '2004/01/01',
      '0000-01-01',
      '2004-00-01',
    ])
      expect(parseDay(text), text).toBeUndefined()
  })

  it('counts months, and knows where they and years begin and end', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const date = plain(day)
        const [first, last] = [date.with({ day: 1 }), date.with({ day: date.daysInMonth })]
        expect(monthOf(day as Day)).toBe(date.year * 12 + date.month - 1)
        expect(daysOfMonth(monthOf(day as Day))).toEqual({ first: numberOf(first), last: numberOf(last) })
        expect(endOfMonth(day as Day)).toBe(numberOf(last))
        expect(startOfYear(day as Day)).toBe(numberOf(date.with({ month: 1, day: 1 })))
        expect(addMonths(day as Day, months)).toBe(numberOf(date.add({ months })))
      }),
    )
  })
})

function known(parts: {
  readonly year: number
  readonly month: number
  readonly day: number
}): number | undefined {
  try {
    return numberOf(Temporal.PlainDate.from(parts, { overflow: 'reject' }))
  } catch {
    return undefined
  }
}
