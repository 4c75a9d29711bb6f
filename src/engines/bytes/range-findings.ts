import type { Place, Report } from '../../core/findings/finding.ts'
import type { Fact } from '../../core/findings/sentence.ts'
import type { Code } from '../../core/findings/sentences.ts'
import { type LongIdCount, LongIds } from '../../core/tables/long-ids.ts'
import { FileFault } from '../files/file-fault.ts'
import { type BoundedReport, MOST_ALIKE } from '../scan/bounded.ts'
import type { RangeRead } from './read-records.ts'

/** Where a row stands: the number of its range in the part, and its line, counted from where the range begins. */
export interface RowPlace {
  readonly range: number
  readonly line: number
}

/** A finding as data, its lines counted from the beginning of its range. */
interface Told {
  readonly code: Code
  readonly place: Place
  readonly facts: Readonly<Record<string, Fact>>
  /** The row that the finding names as the first of its kind. */
  readonly first?: RowPlace
}

/** What reading a range came to and what was found in it: plain data. */
export interface RangeFound extends RangeRead {
  /** Of one code only so many are kept, the others counted. */
  readonly told: readonly Told[]
  readonly more: ReadonlyMap<Code, number>
  /** What the long ids look like. */
  readonly ids: readonly LongIdCount[]
}

/** Keeps what is found in a range. */
export class Collected {
  readonly told: Told[] = []
  readonly more = new Map<Code, number>()
  readonly ids = new LongIds()
  readonly #counts = new Map<Code, number>()

  readonly report: Report = (code, place, facts) => this.tell({ code, place, facts })

  tell(told: Told): void {
    const { code } = told
    const count = (this.#counts.get(code) ?? 0) + 1
    this.#counts.set(code, count)
    if (count <= MOST_ALIKE) this.told.push(told)
    else this.more.set(code, count - MOST_ALIKE)
  }
}

/** Reads a range, keeping what is found in it, also that its file cannot be read. */
export async function collecting(read: (found: Collected) => Promise<RangeRead>): Promise<RangeFound> {
  const found = new Collected()
  const done = await read(found).catch((error: unknown) => {
    if (!(error instanceof FileFault)) throw error
    error.told(found.report)
    return { records: 0, lines: 0, endsWhole: false }
  })
  return { ...done, told: found.told, more: found.more, ids: found.ids.counts }
}

/** A range among those of all parts. */
interface MergedRange {
  readonly file: string
  /** The line ends of its file that lie before it. */
  readonly linesBefore: number
  /** The number of the first range of its part. */
  readonly firstOfPart: number
  readonly read: RangeFound
}

/** The ranges of all parts in the order of files and lines, so that places in them are known as places in their files. */
export class MergedRanges {
  readonly #all: MergedRange[] = []
  readonly #lines = new Map<string, number>()

  get count(): number {
    return this.#all.length
  }

  /** Adds the ranges of the next part. */
  add(ranges: readonly { readonly file: string }[], reads: readonly RangeFound[]): void {
    const firstOfPart = this.count
    for (const [index, { file }] of ranges.entries()) {
      const read = reads[index]
      if (!read) throw new Error('a range was not read')
      const linesBefore = this.#lines.get(file) ?? 0
      this.#all.push({ file, linesBefore, firstOfPart, read })
      this.#lines.set(file, linesBefore + read.lines)
    }
  }

  /** The place of a row of the range of such a number. */
  placeOf(range: number, line: number): Place {
    const { file = '', linesBefore = 0 } = this.#all[range] ?? {}
    return { file, line: line + linesBefore, column: 1 }
  }

  /** Reports what was found in the ranges. */
  tell(bounded: BoundedReport, report: Report): void {
    for (const { file, linesBefore, firstOfPart, read } of this.#all) {
      for (const { code, place, facts, first } of read.told) {
        const named = first && this.placeOf(firstOfPart + first.range, first.line)
        const all = named ? { ...facts, first: `${named.file}:${named.line}` } : facts
        report(code, shifted(place, linesBefore), all as never)
      }
      for (const [code, count] of read.more) bounded.count(code, file, count)
    }
  }

  /** What the long ids of all ranges look like. */
  get ids(): LongIds {
    const all = new LongIds()
    for (const { linesBefore, read } of this.#all) {
      all.merge(
        read.ids.map(({ place, ...count }) => ({ ...count, place: place && shifted(place, linesBefore) })),
      )
    }
    return all
  }
}

/** A place in a range as the place in the file. */
const shifted = (place: Place, linesBefore: number): Place =>
  place.line === undefined ? place : { ...place, line: place.line + linesBefore }
