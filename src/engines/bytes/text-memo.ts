import { canonicalText } from '../../core/tables/canonical.ts'
import type { ColumnForm } from '../../core/tables/input-forms.ts'
import type { Encoding } from '../files/encoding.ts'
import { cellText } from './fields.ts'

const SLOTS = 4096
const LONGEST = 32

/**
 * Remembers what is made of the texts of short cells by their bytes: a column such as `product` or `manager_id` has few
 * different ones. They are found by their hash in a table of fixed size; what falls out of it is made again.
 */
export class TextMemo<T> {
  readonly #encoding: Encoding
  readonly #make: (text: string | undefined) => T
  readonly #empty: T
  readonly #bytes = new Uint8Array(SLOTS * LONGEST)
  readonly #lengths = new Uint8Array(SLOTS)
  readonly #made: T[]
  readonly #form: ColumnForm | undefined

  /** `make` takes a cell's text as the contract writes it; undefined where it does not keep its form. */
  constructor(encoding: Encoding, form: ColumnForm | undefined, make: (text: string | undefined) => T) {
    this.#encoding = encoding
    this.#form = form
    this.#make = make
    this.#empty = make('')
    this.#made = new Array(SLOTS).fill(this.#empty)
  }

  /** What is made of a cell. */
  of(bytes: Buffer, start: number, end: number): T {
    const length = end - start
    if (length === 0) return this.#empty
    if (length > LONGEST) return this.#make(meantText(bytes, start, end, this.#encoding, this.#form))
    let hash = length
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    return this.#holds(slot, bytes, start, end)
      ? (this.#made[slot] as T)
      : this.#keep(slot, bytes, start, end)
  }

  #holds(slot: number, bytes: Buffer, start: number, end: number): boolean {
    if (this.#lengths[slot] !== end - start) return false
    const from = slot * LONGEST - start
    for (let at = start; at < end; at++) if (this.#bytes[from + at] !== bytes[at]) return false
    return true
  }

  #keep(slot: number, bytes: Buffer, start: number, end: number): T {
    const made = this.#make(meantText(bytes, start, end, this.#encoding, this.#form))
    for (let at = start; at < end; at++) this.#bytes[slot * LONGEST + at - start] = bytes[at] as number
    this.#lengths[slot] = end - start
    this.#made[slot] = made
    return made
  }
}

/** The text of a cell as the contract writes it; undefined where it does not keep its form. */
export function meantText(
  bytes: Buffer,
  start: number,
  end: number,
  encoding: Encoding,
  form: ColumnForm | undefined,
): string | undefined {
  const found = cellText(bytes, start, end, encoding)
  if (form === undefined) return found
  const text = canonicalText(found, form)
  return typeof text === 'string' ? text : undefined
}
