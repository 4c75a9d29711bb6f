import { type Day, parseDay } from '../../core/values/calendar.ts'
import { type FiledDay, fileDay } from '../filed-day.ts'
import type { TextMemo } from './text-memo.ts'

/** The days that day cells name, by their text: exports name the same few over and over. */
export class DayMemo {
  readonly #texts: TextMemo
  readonly #byText = new Map<string, FiledDay | undefined>()
  readonly #byDay = new Map<Day, FiledDay>()

  constructor(texts: TextMemo) {
    this.#texts = texts
  }

  /** The day that a cell names; undefined where it names none. */
  of(bytes: Buffer, start: number, end: number): FiledDay | undefined {
    const text = this.#texts.of(bytes, start, end)
    if (text === undefined) return undefined
    return this.#byText.get(text) ?? this.#file(text)
  }

  #file(text: string): FiledDay | undefined {
    const day = parseDay(text)
    if (day === undefined) return undefined
    const filed = this.#byDay.get(day) ?? fileDay(day)
    this.#byDay.set(day, filed)
    this.#byText.set(text, filed)
    return filed
  }
}
