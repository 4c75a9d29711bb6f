import { type Day, parseDay } from '../../core/values/calendar.ts'
import { type FiledDay, fileDay } from '../filed-day.ts'

const LONGEST = 24
const SLOTS = 1024

/**
 * Remembers what the bytes of day cells stand for: exports name the same few days over and over. Bytes are found by
 * their hash in a table of fixed size; what falls out of it is read again.
 */
export class DayMemo {
  readonly #bytes = new Uint8Array(SLOTS * LONGEST)
  readonly #lengths = new Uint8Array(SLOTS)
  readonly #filed: (FiledDay | undefined)[] = new Array(SLOTS).fill(undefined)
  readonly #all = new Map<Day, FiledDay>()
  readonly #read: (bytes: Buffer, start: number, end: number) => string

  /** `read` gives the text of a cell's bytes as the contract writes days. */
  constructor(read: (bytes: Buffer, start: number, end: number) => string) {
    this.#read = read
  }

  /** The day that a cell names; undefined where it names none. */
  of(bytes: Buffer, start: number, end: number): FiledDay | undefined {
    let hash = end - start
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    if (this.#holds(slot, bytes, start, end)) return this.#filed[slot]
    const filed = this.#fileBytes(bytes, start, end)
    if (end - start <= LONGEST) this.#keep(slot, bytes, start, end, filed)
    return filed
  }

  #holds(slot: number, bytes: Buffer, start: number, end: number): boolean {
    if (this.#lengths[slot] !== end - start || end === start) return false
    const from = slot * LONGEST - start
    for (let at = start; at < end; at++) if (this.#bytes[from + at] !== bytes[at]) return false
    return true
  }

  #keep(slot: number, bytes: Buffer, start: number, end: number, filed: FiledDay | undefined): void {
    this.#bytes.set(bytes.subarray(start, end), slot * LONGEST)
    this.#lengths[slot] = end - start
    this.#filed[slot] = filed
  }

  #fileBytes(bytes: Buffer, start: number, end: number): FiledDay | undefined {
    const day = parseDay(this.#read(bytes, start, end))
    if (day === undefined) return undefined
    const filed = this.#all.get(day) ?? fileDay(day)
    this.#all.set(day, filed)
    return filed
  }
}
