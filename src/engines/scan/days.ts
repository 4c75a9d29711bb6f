import { parseDay } from '../../core/values/calendar.ts'
import { type FiledDay, fileDay } from '../filed-day.ts'

/** Every day that a table names, by its text. */
export class Days {
  readonly #days = new Map<string, FiledDay>()

  /** The day that a cell names; undefined where it names none. */
  of(text: string): FiledDay | undefined {
    const known = this.#days.get(text)
    if (known) return known
    const day = parseDay(text)
    if (day === undefined) return undefined
    const filed = fileDay(day)
    this.#days.set(text, filed)
    return filed
  }
}
