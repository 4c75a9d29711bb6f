import type { Cuts } from '../../core/values/buckets.ts'
import { parseDay } from '../../core/values/calendar.ts'
import { type FiledDay, fileDay } from '../filed-day.ts'

/** Every day that a table names, by its text. */
export class Days {
  readonly #days = new Map<string, FiledDay>()
  readonly #cuts: Cuts

  constructor(cuts: Cuts) {
    this.#cuts = cuts
  }

  /** The day that a cell names; undefined where it names none. */
  of(text: string): FiledDay | undefined {
    const known = this.#days.get(text)
    if (known) return known
    const day = parseDay(text)
    if (day === undefined) return undefined
    const filed = fileDay(day, this.#cuts)
    this.#days.set(text, filed)
    return filed
  }
}
