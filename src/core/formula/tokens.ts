import type { Report } from '../findings/finding.ts'
import { quoted, WANTED } from '../findings/formulas.ts'
import type { Phrase } from '../findings/sentence.ts'
import { parseDay } from '../values/calendar.ts'
import { parseSchemeNumber } from '../values/exact.ts'
import type { Value } from '../values/value.ts'
import type { Span } from './ast.ts'
import { LOOKALIKE, SIGN_MEANT } from './lookalikes.ts'
import { excerpt, placeOf, type TextPlace } from './place.ts'

/** A word of a formula: a literal with its value, a name, or a sign or keyword that is its own text. */
export interface Token extends Span {
  readonly kind: 'literal' | 'name' | 'sign' | 'end'
  readonly value?: Value
}

const BLANK = /\s+/uy
const DAY_LIKE = /\d{4}-\d{1,2}-\d[\p{L}\p{M}\p{Nd}_]*/uy
const NUMBER_LIKE = /\.?\p{Nd}[\p{L}\p{M}\p{Nd}_.]*[%‰]?/uy
const NAME = /[\p{L}_][\p{L}\p{M}\p{Nd}_]*(?:\.[\p{L}\p{M}\p{Nd}_]+)*/uy
const TEXT = /"[^"\n]*"?|'[^'\n]*'?/uy
const SIGN = /<>|<=|>=|[-+*/=<>(),[\]]/uy

/** Signs that are written as words. */
export const KEYWORDS: ReadonlySet<string> = new Set(['otherwise', 'or', 'and', 'not'])
const ANSWERS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['no', false],
])

/** Cuts a formula into its words; undefined when a word cannot be read, with a finding for each. */
export function tokenize(text: string, at: TextPlace, report: Report): readonly Token[] | undefined {
  const [tokens, reader] = [[] as Token[], new WordReader(text, at, report)]
  for (let token = reader.next(); token; token = reader.next()) tokens.push(token)
  tokens.push({ kind: 'end', start: text.length, end: text.length, text: '' })
  return reader.faulty ? undefined : tokens
}

class WordReader {
  faulty = false
  #offset = 0
  readonly #text: string
  readonly #at: TextPlace
  readonly #report: Report

  constructor(text: string, at: TextPlace, report: Report) {
    this.#text = text
    this.#at = at
    this.#report = report
  }

  /** The next word that can be read; undefined at the end. */
  next(): Token | undefined {
    while (this.#offset < this.#text.length) {
      const token = this.#take(BLANK) ? undefined : this.#word()
      if (token) return token
    }
    return undefined
  }

  #word(): Token | undefined {
    const day = this.#take(DAY_LIKE)
    if (day) return this.#literal(day, parseDay(day.text), 'formula-day')
    const number = this.#take(NUMBER_LIKE)
    if (number) return this.#literal(number, parseNumber(number.text), 'formula-number')
    const text = this.#take(TEXT)
    if (text) return this.#literal(text, unquote(text.text), 'formula-quote')
    const name = this.#take(NAME)
    if (name) return nameOrKeyword(name)
    const mistaken = this.#take(LOOKALIKE)
    if (mistaken) return this.#refuse(mistaken, quoted(SIGN_MEANT.get(mistaken.text) ?? ''))
    const sign = this.#take(SIGN)
    return sign ? { ...sign, kind: 'sign' } : this.#refuse(this.#character(), WANTED.sign)
  }

  #literal(
    span: Span,
    value: Value | undefined,
    fault: 'formula-day' | 'formula-number' | 'formula-quote',
  ): Token | undefined {
    if (value !== undefined) return { ...span, kind: 'literal', value }
    this.faulty = true
    this.#report(fault, placeOf(this.#at, span), { found: excerpt(span.text) })
    return undefined
  }

  #refuse(span: Span, wanted: Phrase): undefined {
    this.faulty = true
    this.#report('formula-character', placeOf(this.#at, span), { found: span.text, wanted })
  }

  #take(pattern: RegExp): Span | undefined {
    pattern.lastIndex = this.#offset
    const text = pattern.exec(this.#text)?.[0]
    return text === undefined ? undefined : this.#span(text)
  }

  #character(): Span {
    return this.#span(String.fromCodePoint(this.#text.codePointAt(this.#offset) ?? 0))
  }

  #span(text: string): Span {
    const start = this.#offset
    this.#offset += text.length
    return { start, end: this.#offset, text }
  }
}

/** A number without leading zeros, so that `3,000` is not read as 3 and 0. */
const parseNumber = (text: string) => (/^0\d/.test(text) ? undefined : parseSchemeNumber(text))

const unquote = (text: string): string | undefined =>
  text.length > 1 && text.at(-1) === text[0] ? text.slice(1, -1) : undefined

function nameOrKeyword(name: Span): Token {
  const answer = ANSWERS.get(name.text)
  if (answer !== undefined) return { ...name, kind: 'literal', value: answer }
  return { ...name, kind: KEYWORDS.has(name.text) ? 'sign' : 'name' }
}
