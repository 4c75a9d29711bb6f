import { isAscii, isUtf8 } from 'node:buffer'

/** How the text of a file is written. */
export type Encoding = 'utf-8' | 'gb18030'

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true })
const GB18030 = new TextDecoder('gb18030')
const STRICT_GB18030 = new TextDecoder('gb18030', { fatal: true })

/** The text of some whole characters. */
export const decode = (bytes: Uint8Array, encoding: Encoding): string =>
  (encoding === 'utf-8' ? UTF8 : GB18030).decode(bytes)

const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf])
const GB18030_BOM = Buffer.from([0x84, 0x31, 0x95, 0x33])

export const hasUtf8Bom = (bytes: Buffer): boolean => bytes.subarray(0, 3).equals(UTF8_BOM)

/** The bytes without the mark of their encoding, which some programs put at the beginning of a file. */
export function withoutBom(bytes: Buffer): Buffer {
  const bom = [UTF8_BOM, GB18030_BOM].find((mark) => bytes.subarray(0, mark.length).equals(mark))
  return bom ? bytes.subarray(bom.length) : bytes
}

/** Finds out which of the two encodings every line of a file is in, seeing each line once. */
export class EncodingTest {
  /** The first line that is not in an encoding. */
  readonly #faults = new Map<Encoding, number>()

  /** Looks at some whole lines, the first of which has this number. */
  see(bytes: Buffer, line: number): void {
    if (isAscii(bytes)) return
    // A file that begins with the mark of UTF-8 says that it is nothing else.
    if (line === 1 && hasUtf8Bom(bytes)) this.#faults.set('gb18030', 1)
    this.#test('utf-8', isUtf8, bytes, line)
    this.#test('gb18030', isGb18030, bytes, line)
  }

  get encoding(): Encoding | undefined {
    return (['utf-8', 'gb18030'] as const).find((encoding) => !this.#faults.has(encoding))
  }

  faultIn(encoding: Encoding): number {
    return this.#faults.get(encoding) ?? 0
  }

  #test(encoding: Encoding, isSound: (bytes: Buffer) => boolean, bytes: Buffer, line: number): void {
    if (this.#faults.has(encoding) || isSound(bytes)) return
    let [start, number] = [0, line]
    for (
      let end = endOfLine(bytes, start);
      isSound(bytes.subarray(start, end));
      end = endOfLine(bytes, start)
    ) {
      start = end
      number += 1
    }
    this.#faults.set(encoding, number)
  }
}

const endOfLine = (bytes: Buffer, start: number): number => bytes.indexOf(0x0a, start) + 1 || bytes.length

/** Whether some whole characters are sound GB18030. */
export function isGb18030(bytes: Buffer): boolean {
  try {
    return !hasLone80(bytes) && STRICT_GB18030.decode(bytes) !== undefined
  } catch {
    return false
  }
}

/** Decoders take the byte 80 alone for a euro sign, as Windows does; the standard has no such character. */
function hasLone80(bytes: Buffer): boolean {
  if (!bytes.includes(0x80)) return false
  for (let at = 0; at < bytes.length; ) {
    const [byte = 0, next = 0] = [bytes[at], bytes[at + 1]]
    if (byte === 0x80) return true
    at += byte < 0x80 ? 1 : next >= 0x30 && next <= 0x39 ? 4 : 2
  }
  return false
}
