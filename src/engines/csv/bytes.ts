import type { Encoding } from '../files/encoding.ts'

export const LF = 0x0a
export const CR = 0x0d
export const QUOTE = 0x22
export const COMMA = 0x2c

/** How the cells of a file are parted, and how its characters are written. */
export interface CsvForm {
  readonly encoding: Encoding
  /** One ASCII character; a comma where absent. */
  readonly delimiter?: string
}

/** Whether a file's delimiter may also be the second byte of a character: in GB18030 those begin with the byte of `@`. */
export const isInPairs = ({ delimiter = ',', encoding }: CsvForm): boolean =>
  encoding === 'gb18030' && delimiter >= '@'

/** The number of line ends in some bytes. */
export function countLines(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lines += 1
  return lines
}
