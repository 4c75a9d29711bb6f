import { WANTED } from '../findings/formulas.ts'
import type { Report } from '../findings/finding.ts'
import type { Phrase } from '../findings/sentence.ts'
import { part, type Syntax } from './ast.ts'
import { OPERATORS, type Operator, PREFIXES } from './operators.ts'
import { excerpt, placeOf, type TextPlace } from './place.ts'
import { type Token, tokenize } from './tokens.ts'

const MOST_CHARACTERS = 10_000
const MOST_STEPS = 200

/** Reads a formula as written; undefined when it cannot be read, with a finding for each fault. */
export function parseFormula(text: string, at: TextPlace, report: Report): Syntax | undefined {
  if (text.length > MOST_CHARACTERS) {
    const facts = { length: text.length, limit: MOST_CHARACTERS }
    report('formula-long', placeOf(at, { start: 0, end: text.length, text }), facts)
    return undefined
  }
  const tokens = tokenize(text, at, report)
  if (!tokens) return undefined
  const [first] = tokens
  if (tokens.length > 1 || !first) return new Parser(text, tokens, at, report).whole()
  report('formula-empty', placeOf(at, { ...first, start: 0 }), {})
  return undefined
}

type Strength = Operator['strength']

const WEAKEST: Strength = 0
/** Comparisons take no comparison as their left side: `1 < x < 5` has no meaning here. */
const isComparison = (operator: Operator | undefined): boolean =>
  operator !== undefined && operator.gives === 'yesno' && operator.operands !== 'yesno'

class Parser {
  #next = 0
  #level = 0
  readonly #text: string
  readonly #tokens: readonly Token[]
  readonly #at: TextPlace
  readonly #report: Report

  constructor(text: string, tokens: readonly Token[], at: TextPlace, report: Report) {
    this.#text = text
    this.#tokens = tokens
    this.#at = at
    this.#report = report
  }

  whole(): Syntax | undefined {
    const syntax = this.#expression(WEAKEST)
    return syntax && this.#token.kind !== 'end' ? this.#refuse(WANTED.more) : syntax
  }

  get #token(): Token {
    const token = this.#tokens[this.#next]
    if (!token) throw new Error('A formula was read beyond its end.')
    return token
  }

  #take(): Token {
    const token = this.#token
    this.#next += 1
    return token
  }

  #takes(sign: string): Token | undefined {
    return this.#token.kind === 'sign' && this.#token.text === sign ? this.#take() : undefined
  }

  /** An operand and the operators after it that bind at least so strongly. */
  #expression(weakest: Strength): Syntax | undefined {
    if (this.#level >= MOST_STEPS) return this.#refuseDepth(this.#token)
    this.#level += 1
    let left = this.#operand(weakest)
    for (let operator = this.#operator(weakest); left && operator; operator = this.#operator(weakest)) {
      left = this.#binary(left, operator)
    }
    this.#level -= 1
    return left
  }

  #operator(weakest: Strength): Operator | undefined {
    if (this.#token.kind !== 'sign') return undefined
    const operator = OPERATORS.get(this.#token.text)
    return operator && operator.strength >= weakest ? operator : undefined
  }

  #binary(left: Syntax, operator: Operator): Syntax | undefined {
    const sign = this.#take()
    const right = this.#expression(operator.strength + 1)
    if (!right) return undefined
    if (isComparison(operator) && isComparison(this.#operator(operator.strength))) return this.#refuseChain()
    const node = { kind: 'binary', operator: operator.sign, left, right } as const
    return this.#part(node, left.start, right.end, sign)
  }

  #operand(weakest: Strength): Syntax | undefined {
    const token = this.#token
    const prefix = token.kind === 'sign' ? PREFIXES.get(token.text) : undefined
    if (prefix) return prefix.strength < weakest ? this.#refuse(WANTED.bracketed) : this.#unary(prefix.strength)
    if (token.kind === 'literal') return this.#literal()
    if (token.kind === 'name') return this.#named()
    return this.#takes('(') ? this.#bracketed(token) : this.#refuse(WANTED.operand)
  }

  #unary(strength: Strength): Syntax | undefined {
    const sign = this.#take()
    const operand = this.#expression(strength)
    return operand && this.#part({ kind: 'unary', operator: sign.text, operand }, sign.start, operand.end, sign)
  }

  #literal(): Syntax | undefined {
    const { value, start, end } = this.#take()
    if (value === undefined) throw new Error('A literal of a formula has no value.')
    return part({ kind: 'literal', value }, start, end, this.#text)
  }

  /** A bracket's inside keeps its own place widened to the brackets, so that its text shows them. */
  #bracketed(open: Token): Syntax | undefined {
    const inside = this.#expression(WEAKEST)
    if (!inside) return undefined
    const close = this.#takes(')')
    if (!close) return this.#refuse(WANTED.close)
    return { ...inside, start: open.start, end: close.end, text: this.#text.slice(open.start, close.end) }
  }

  #named(): Syntax | undefined {
    const name = this.#take()
    if (this.#takes('(')) return this.#call(name)
    if (this.#takes('[')) return this.#lookup(name)
    return part({ kind: 'name', name: name.text }, name.start, name.end, this.#text)
  }

  #lookup(name: Token): Syntax | undefined {
    const key = this.#expression(WEAKEST)
    if (!key) return undefined
    const close = this.#takes(']')
    if (!close) return this.#refuse(WANTED.key)
    return this.#part({ kind: 'lookup', name: name.text, key }, name.start, close.end, name)
  }

  #call(name: Token): Syntax | undefined {
    const given: Syntax[] = []
    let close = this.#takes(')')
    while (!close) {
      const argument = this.#expression(WEAKEST)
      if (!argument) return undefined
      given.push(argument)
      close = this.#takes(')')
      if (!close && !this.#takes(',')) return this.#refuse(WANTED.argument)
    }
    return this.#part({ kind: 'call', name: name.text, arguments: given }, name.start, close.end, name)
  }

  #part(node: Parameters<typeof part>[0], start: number, end: number, sign: Token): Syntax | undefined {
    const made = part(node, start, end, this.#text)
    return made.depth > MOST_STEPS ? this.#refuseDepth(sign) : made
  }

  #refuse(wanted: Phrase): undefined {
    const token = this.#token
    const found = token.kind === 'end' ? WANTED.end : `\`${excerpt(token.text)}\``
    this.#report('formula-syntax', placeOf(this.#at, token), { found, wanted })
  }

  #refuseChain(): undefined {
    this.#report('formula-chained', placeOf(this.#at, this.#token), { found: this.#token.text })
  }

  #refuseDepth(token: Token): undefined {
    this.#report('formula-deep', placeOf(this.#at, token), { limit: MOST_STEPS })
  }
}
