export const LF = 0x0a
export const CR = 0x0d
export const QUOTE = 0x22
export const COMMA = 0x2c

/** The line ends in a part of some bytes. */
export function countLines(bytes: Buffer, from: number, to: number): number {
  const part = bytes.subarray(from, to)
  let lines = 0
  for (let at = part.indexOf(LF); at >= 0; at = part.indexOf(LF, at + 1)) lines += 1
  return lines
}
