import type { Report } from '../findings/finding.ts'
import { quoted, WANTED } from '../findings/formulas.ts'
import type { Phrase } from '../findings/sentence.ts'
import type { Code, Facts } from '../findings/sentences.ts'
import { excerpt, placeOf, type TextPlace } from './place.ts'
import { KEYWORDS, type Token } from './tokens.ts'

/** The words of a formula, taken one after the other. */
export class Cursor {
  #index = 0
  readonly #tokens: readonly Token[]
  readonly #at: TextPlace
  readonly #report: Report

  constructor(tokens: readonly Token[], at: TextPlace, report: Report) {
    this.#tokens = tokens
    this.#at = at
    this.#report = report
  }

  /** The word that comes next; the last one is the end itself. */
  get next(): Token {
    const token = this.#tokens[this.#index]
    if (!token) throw new Error('A formula was read beyond its end.')
    return token
  }

  take(): Token {
    const token = this.next
    this.#index += 1
    return token
  }

  /** Takes the next word if it is a certain sign. */
  takes(sign: string): Token | undefined {
    return this.next.kind === 'sign' && this.next.text === sign ? this.take() : undefined
  }

  /** Takes the next word if it is a certain name. */
  takesName(name: string): Token | undefined {
    return this.next.kind === 'name' && this.next.text === name ? this.take() : undefined
  }

  /** Reports that the next word is not what was wanted. */
  refuse(wanted: Phrase): undefined {
    const { kind, text } = this.next
    const found = kind === 'end' ? WANTED.end : quoted(excerpt(text))
    const meant = text.toLowerCase()
    const keyword = kind === 'name' && KEYWORDS.has(meant) ? quoted(meant) : undefined
    return this.fault('formula-syntax', this.next, { found, wanted: keyword ?? wanted })
  }

  fault<C extends Code>(code: C, token: Token, facts: Facts<C>): undefined {
    this.#report(code, placeOf(this.#at, token), facts)
  }
}
