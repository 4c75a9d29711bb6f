import type { LineCounter } from 'yaml'

/** The physical line and the column, both from 1 and the column in characters, of an offset in a text. */
export function lineAndColumn(
  text: string,
  lines: LineCounter,
  offset: number,
): { readonly line: number; readonly column: number } {
  const { line, col } = lines.linePos(Math.min(offset, text.length))
  const start = Math.min(offset, text.length) - Math.max(0, col - 1)
  return { line: Math.max(1, line), column: [...text.slice(start, offset)].length + 1 }
}
