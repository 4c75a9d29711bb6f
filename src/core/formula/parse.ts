import type { Report } from '../findings/finding.ts'
import type { Syntax } from './ast.ts'
import { Cursor } from './cursor.ts'
import { Parser } from './parser.ts'
import { placeOf, type TextPlace } from './place.ts'
import { tokenize } from './tokens.ts'

const MOST_CHARACTERS = 10_000

/** Reads a formula as written; undefined when it cannot be read, with a finding for each fault. */
export function parseFormula(text: string, at: TextPlace, report: Report): Syntax | undefined {
  if (text.length > MOST_CHARACTERS) {
    const facts = { length: text.length, limit: MOST_CHARACTERS }
    report('formula-long', placeOf(at, { start: 0, end: text.length, text }), facts)
    return undefined
  }
  const tokens = tokenize(text, at, report)
  if (!tokens) return undefined
  return new Parser(text, new Cursor(tokens, at, report)).whole()
}
