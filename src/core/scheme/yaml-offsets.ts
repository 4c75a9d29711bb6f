import type { Scalar } from 'yaml'

const BLANK = /\s/
const ESCAPE = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*|[\s\S])/

/**
 * Where in the file a character of a scalar's value stands. Folding, indentation and escapes make the value differ
 * from the text of the file, but only in blanks and escapes: all other characters are the same, in the same order.
 */
export function offsetInSource(source: string, scalar: Scalar, offset: number): number {
  const value = String(scalar.value)
  let at = contentStart(source, scalar)
  for (let i = 0; i < offset && i < value.length; i++)
    at = afterCharacter(source, scalar, at, value.charAt(i))
  return BLANK.test(value.charAt(offset)) || offset >= value.length ? at : skipBlanks(source, scalar, at)
}

function contentStart(source: string, { type, range }: Scalar): number {
  const start = range?.[0] ?? 0
  if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') return source.indexOf('\n', start) + 1
  return type === 'PLAIN' ? start : start + 1
}

function afterCharacter(source: string, scalar: Scalar, at: number, character: string): number {
  if (BLANK.test(character) && !startsEscape(source, scalar, at))
    return BLANK.test(source.charAt(at)) ? at + 1 : at
  const from = skipBlanks(source, scalar, at)
  return from + lengthInSource(source, scalar, from)
}

/** Past the blanks of folding, and past line ends that a backslash takes away. */
function skipBlanks(source: string, scalar: Scalar, at: number): number {
  let next = at
  for (;;) {
    if (BLANK.test(source.charAt(next))) next += 1
    else if (startsEscape(source, scalar, next) && /^\\\r?\n/.test(source.slice(next, next + 3)))
      next += lengthInSource(source, scalar, next)
    else return next
  }
}

const startsEscape = (source: string, { type }: Scalar, at: number): boolean =>
  type === 'QUOTE_DOUBLE' && source.charAt(at) === '\\'

function lengthInSource(source: string, scalar: Scalar, at: number): number {
  if (startsEscape(source, scalar, at)) return ESCAPE.exec(source.slice(at, at + 200))?.[0].length ?? 1
  return scalar.type === 'QUOTE_SINGLE' && source.startsWith("''", at) ? 2 : 1
}
