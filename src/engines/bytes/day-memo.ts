import type { ColumnForm } from '../../core/tables/input-forms.ts'
import type { Cuts } from '../../core/values/buckets.ts'
import { type Day, parseDay } from '../../core/values/calendar.ts'
import { type FiledDay, fileDay } from '../filed-day.ts'
import type { Encoding } from '../files/encoding.ts'
import { TextMemo } from './text-memo.ts'

/** What finds the days that day cells name, undefined for a cell that names none; a day is the same object however it is written. */
export function dayMemo(
  encoding: Encoding,
  form: ColumnForm | undefined,
  cuts: Cuts,
): TextMemo<FiledDay | undefined> {
  const days = new Map<Day, FiledDay>()
  return new TextMemo(encoding, form, (text) => {
    const day = text === undefined ? undefined : parseDay(text)
    if (day === undefined) return undefined
    const filed = days.get(day) ?? fileDay(day, cuts)
    days.set(day, filed)
    return filed
  })
}
