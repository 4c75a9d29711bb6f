import type { HeaderMap } from '../../core/tables/header.ts'
import { cellText } from '../bytes/fields.ts'
import type { RecordForm, RecordReader } from '../bytes/record-reader.ts'
import { TextMemo } from '../bytes/text-memo.ts'

/** One file of `activity`: how its records lie in its bytes, and where its columns stand. */
export interface ActivityFile extends RecordForm {
  readonly columns: HeaderMap
}

/** The columns of which exports have few different texts. */
const REPEATING = ['date', 'kind', 'manager_id', 'product', 'quantity']

/** Makes texts of the cells of records; those that come again and again are made once. */
export class CellTexts {
  readonly #file: ActivityFile
  readonly #records: RecordReader
  readonly #memos: readonly (TextMemo<string> | undefined)[]

  constructor(file: ActivityFile, records: RecordReader) {
    this.#file = file
    this.#records = records
    const repeating = new Set(REPEATING.map((column) => file.columns.get(column)))
    this.#memos = Array.from({ length: file.width }, (_, index) =>
      repeating.has(index) ? new TextMemo(file.encoding, undefined, (text = '') => text) : undefined,
    )
  }

  /** The cells of the record whose fields were found. */
  of(bytes: Buffer): readonly string[] {
    const { starts, ends } = this.#records.fields
    const { encoding } = this.#file
    return this.#memos.map((memo, index) => {
      const [start, end] = [starts[index] as number, ends[index] as number]
      return memo?.of(bytes, start, end) ?? cellText(bytes, start, end, encoding)
    })
  }
}
