import type { Report } from '../../core/findings/finding.ts'
import { withoutBom } from '../files/encoding.ts'
import { Block, type Stretch, startsOf, within } from './block.ts'
import { type CsvForm, countLines, LF } from './bytes.ts'
import { cutRecords } from './cut.ts'
import { MOST_RECORD } from './limits.ts'
import { reportRecordFault } from './record-fault.ts'
import { tokenize } from './tokenize.ts'
import { type Walked, walkIn } from './walk.ts'
import { reportWidth } from './width.ts'

const NOTHING: Buffer = Buffer.alloc(0)

/**
 * Turns the bytes of one CSV file, in pieces of any size, into blocks of records with as many cells as the header,
 * which is a block of its own. Whatever is not such a record becomes a finding, and reading goes on where it can: after
 * a short or long row with the next, after a fault of quotes with the next line.
 */
export class CsvReader {
  readonly #file: string
  readonly #form: CsvForm
  readonly #report: Report
  /** Bytes not yet read as records: they begin with one. */
  #pending = NOTHING
  #line = 1
  #begun = false
  #width: number | undefined
  #stopped = false

  constructor(file: string, form: CsvForm, report: Report) {
    this.#file = file
    this.#form = form
    this.#report = report
  }

  /** Takes the next bytes of the file, and says with the last ones that nothing follows. */
  *read(bytes: Buffer, isLast: boolean): Generator<Block> {
    this.#pending = this.#pending.length === 0 ? bytes : Buffer.concat([this.#pending, bytes])
    if (!this.#begun && !isLast && this.#pending.length < 4) return
    if (!this.#begun) this.#pending = withoutBom(this.#pending)
    this.#begun = true
    const { end, stray, quoted } = cutRecords(this.#pending, isLast)
    if (end === 0 && !isLast && this.#pending.length <= MOST_RECORD) return
    const whole = this.#pending.subarray(0, end)
    const isSound = end > 0 && !stray && !holdsLong(whole, this.#form)
    const records = isSound ? tokenize(whole, this.#form, quoted) : undefined
    if (records) yield* this.#takeRecords(whole, records)
    else yield* this.#readFaulty(isLast)
  }

  /** Whether reading ended before the file did. */
  get stopped(): boolean {
    return this.#stopped
  }

  /** Takes records off the pending bytes and gives them out in blocks of the header's width. */
  *#takeRecords(bytes: Buffer, records: readonly (readonly string[])[]): Generator<Block> {
    const [line, lines] = [this.#line, countLines(bytes)]
    this.#advance(bytes.length, lines)
    const stretch: Stretch = {
      file: this.#file,
      form: this.#form,
      bytes,
      line,
      records,
      multiline: lines !== records.length - (bytes.at(-1) === LF ? 0 : 1),
    }
    const starts = startsOf(bytes, line, this.#form)
    const block = (from: number, to: number) => new Block(stretch, starts, from, to)
    let from = 0
    if (this.#width === undefined) {
      this.#width = records[0]?.length ?? 0
      yield block(0, 1)
      from = 1
    }
    for (let index = from; index < records.length; index++) {
      if (records[index]?.length === this.#width) continue
      if (index > from) yield block(from, index)
      reportWidth(records[index] ?? [], this.#width, block(index, index + 1).at(0), this.#report)
      from = index + 1
    }
    if (records.length > from) yield block(from, records.length)
  }

  /** Leaves bytes behind, and the lines that end in them. */
  #advance(end: number, lines = countLines(this.#pending.subarray(0, end))): void {
    this.#line += lines
    this.#pending = this.#pending.subarray(end)
  }

  /** Reads bytes that do not tokenize as a whole: record by record, telling each fault and going to the next line. */
  *#readFaulty(isLast: boolean): Generator<Block> {
    let sound = 0
    while (sound < this.#pending.length && !this.#stopped) {
      const walked = walkIn(this.#form, this.#pending, sound)
      const tooLong = (walked.next ?? this.#pending.length) - sound > MOST_RECORD
      if (walked.next === undefined && !isLast && !tooLong) break
      if (!walked.fault && !tooLong) sound = walked.next ?? this.#pending.length
      else {
        yield* this.#readSound(sound)
        this.#tellFault(tooLong ? this.#walkLong(sound) : walked, sound, tooLong)
        this.#advance((walked.next ?? Number.POSITIVE_INFINITY) - sound)
        // Without a header nothing that follows can be told.
        this.#stopped = walked.next === undefined || tooLong || this.#width === undefined
        sound = 0
      }
    }
    yield* this.#readSound(sound)
  }

  /** Reads records that the walk over them found sound. */
  *#readSound(end: number): Generator<Block> {
    if (end === 0) return
    const bytes = this.#pending.subarray(0, end)
    const records = tokenize(bytes, this.#form, true)
    if (!records) throw new Error('the two ways to read CSV disagree')
    yield* this.#takeRecords(bytes, records)
  }

  /** What is seen of a record that is too long, as far as a record may go. */
  #walkLong(start: number): Walked {
    return walkIn(this.#form, this.#pending.subarray(0, start + MOST_RECORD), start)
  }

  /** Tells what is wrong with the record that the pending bytes begin with. */
  #tellFault(walked: Walked, start: number, tooLong: boolean): void {
    const placeOf = (offset: number) => ({
      file: this.#file,
      ...within(this.#pending, this.#form.encoding, 0, this.#line, offset - start),
    })
    reportRecordFault(walked, start, tooLong, placeOf, this.#report)
  }
}

/** Whether some whole records hold one that is longer than any may be. */
function holdsLong(bytes: Buffer, form: CsvForm): boolean {
  if (bytes.length <= MOST_RECORD) return false
  for (let at: number | undefined = 0; at !== undefined; ) {
    const next: number | undefined = walkIn(form, bytes, at).next
    if ((next ?? bytes.length) - at > MOST_RECORD) return true
    at = next
  }
  return false
}
