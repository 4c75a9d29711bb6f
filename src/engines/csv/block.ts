import type { Place } from '../../core/findings/finding.ts'
import type { TextRecord } from '../../core/tables/rows.ts'
import { decode, type Encoding } from '../files/encoding.ts'
import { type CsvForm, countLines, LF } from './bytes.ts'
import { walkIn } from './walk.ts'

/** Whole records of one file, side by side, as bytes and as cells. */
export interface Stretch {
  readonly file: string
  readonly form: CsvForm
  readonly bytes: Buffer
  /** The physical line on which they begin. */
  readonly line: number
  readonly records: readonly (readonly string[])[]
  /** Whether some take more than one line. */
  readonly multiline: boolean
}

/** Records that follow each other in a file, all with as many cells as its header, able to say where they stand. */
export class Block {
  readonly records: readonly (readonly string[])[]
  readonly #stretch: Stretch
  readonly #from: number
  readonly #starts: () => Starts

  /** The records of a stretch from one to before another; `starts` is shared by all blocks of the stretch. */
  constructor(stretch: Stretch, starts: () => Starts, from: number, to: number) {
    const { records } = stretch
    this.records = from === 0 && to === records.length ? records : records.slice(from, to)
    this.#stretch = stretch
    this.#from = from
    this.#starts = starts
  }

  /** The physical line on which a record begins. */
  lineOf(record: number): number {
    const index = this.#from + record
    return this.#stretch.multiline ? (this.#starts().lines[index] ?? 0) : this.#stretch.line + index
  }

  /** The place of a record, or of one of its cells. */
  at(record: number, cell?: number): Place {
    const { file, bytes, form } = this.#stretch
    const line = this.lineOf(record)
    if (cell === undefined) return { file, line, column: 1 }
    const start = this.#starts().offsets[this.#from + record] ?? 0
    const offset = walkIn(form, bytes, start).cells[cell] ?? start
    return { file, ...within(bytes, form.encoding, start, line, offset) }
  }

  record(record: number): TextRecord {
    return { cells: this.records[record] ?? [], at: (cell) => this.at(record, cell) }
  }
}

/** The line and column of an offset inside a record that begins at `start`, on `line`. */
export function within(
  bytes: Buffer,
  encoding: Encoding,
  start: number,
  line: number,
  offset: number,
): { readonly line: number; readonly column: number } {
  const before = bytes.subarray(start, offset)
  const lastLine = before.subarray(before.lastIndexOf(LF) + 1)
  const column = [...decode(lastLine, encoding)].length + 1
  return { line: line + countLines(before), column }
}

/** Where the records of a stretch begin. */
export interface Starts {
  readonly offsets: readonly number[]
  readonly lines: readonly number[]
}

/** Looks for the beginnings of records when first asked, which a file without faults seldom is. */
export function startsOf(bytes: Buffer, line: number, form: CsvForm): () => Starts {
  let known: Starts | undefined
  return () => {
    known ??= findStarts(bytes, line, form)
    return known
  }
}

function findStarts(bytes: Buffer, line: number, form: CsvForm): Starts {
  const [offsets, lines]: [number[], number[]] = [[], []]
  let number = line
  for (let at: number | undefined = 0; at !== undefined && at < bytes.length; ) {
    offsets.push(at)
    lines.push(number)
    const next: number | undefined = walkIn(form, bytes, at).next
    number += countLines(bytes.subarray(at, next ?? at))
    at = next
  }
  return { offsets, lines }
}
