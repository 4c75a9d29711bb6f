import { isAscii, isUtf8 } from 'node:buffer'
import { LF } from '../csv/bytes.ts'
import { type Encoding, isGb18030 } from '../files/encoding.ts'
import type { ByteSource } from './byte-source.ts'

/** Thrown at bytes that are not what a first look at their file said: its encoding is another one, or it holds NUL bytes. */
export class UnexpectedBytes extends Error {
  readonly file: string

  constructor(file: string) {
    super('the bytes of a file are not what they seemed')
    this.file = file
  }
}

/**
 * Holds the bytes of one file while its records are taken off the front. Whole lines are looked at as they come in: they
 * must be text of the file's encoding, without NUL bytes. A record fits in whole unless it is longer than any may be, if
 * `bytes` has room for that.
 */
export class RecordBuffer {
  readonly bytes: Buffer
  /** How far the bytes are filled, and how far with whole lines. */
  valid = 0
  end = 0
  readonly #file: string
  readonly #encoding: Encoding

  constructor(file: string, encoding: Encoding, bytes: Buffer) {
    this.bytes = bytes
    this.#file = file
    this.#encoding = encoding
  }

  get isFull(): boolean {
    return this.valid === this.bytes.length
  }

  /** Fills the buffer up; false where nothing follows what it then holds. */
  async fill(source: ByteSource): Promise<boolean> {
    let count = 1
    while (count > 0 && !this.isFull) {
      count = await source(this.bytes.subarray(this.valid))
      this.valid += count
    }
    const end = this.bytes.subarray(0, this.valid).lastIndexOf(LF) + 1
    this.#check(this.end, count > 0 ? end : this.valid)
    this.end = end
    return count > 0
  }

  /** Forgets the records before an offset. */
  drop(offset: number): void {
    this.bytes.copyWithin(0, offset, this.valid)
    this.valid -= offset
    this.end -= offset
  }

  #check(from: number, to: number): void {
    const lines = this.bytes.subarray(from, Math.max(from, to))
    const isText = this.#encoding === 'utf-8' ? isUtf8(lines) : isAscii(lines) || isGb18030(lines)
    if (!isText || lines.includes(0)) throw new UnexpectedBytes(this.#file)
  }
}
