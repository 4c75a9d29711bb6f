import { type Day, parseDay } from '../values/calendar.ts'

/** The ways in which exports write days; the first is the contract's own. */
export const DAY_FORMS = ['YYYY-MM-DD', 'YYYY/M/D', 'YYYYMMDD', 'YYYY年M月D日'] as const
export type DayForm = (typeof DAY_FORMS)[number]

const PATTERNS: Readonly<Record<DayForm, RegExp>> = {
  'YYYY-MM-DD': /^(\d{4})-(\d\d)-(\d\d)$/,
  'YYYY/M/D': /^(\d{4})\/(\d\d?)\/(\d\d?)$/,
  YYYYMMDD: /^(\d{4})(\d\d)(\d\d)$/,
  YYYY年M月D日: /^(\d{4})年(\d\d?)月(\d\d?)日$/,
}

/** A day written in a form, as the contract writes it; undefined for every text that is no day in that form. */
export function plainDay(text: string, form: DayForm): string | undefined {
  const [, year, month, day] = PATTERNS[form].exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const plain = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return parseDay(plain) === undefined ? undefined : plain
}

/** The form, other than the contract's, in which a text is a day. */
export const formOfDay = (text: string): DayForm | undefined =>
  DAY_FORMS.slice(1).find((form) => plainDay(text, form) !== undefined)

/** 1970-01-01 as spreadsheets count days. */
const SERIAL_OF_EPOCH = 25_569
/** The years 1927 to 2173: other numbers of five digits are hardly meant as days. */
const SERIAL = /^[1-9]\d{4}$/

/** The day that a spreadsheet means by a whole number (38077: 31 March 2004); undefined where it is hardly one. */
export function daySerial(text: string): Day | undefined {
  return SERIAL.test(text) ? ((Number.parseInt(text, 10) - SERIAL_OF_EPOCH) as Day) : undefined
}
