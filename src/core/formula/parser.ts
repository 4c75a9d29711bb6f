import { WANTED } from '../findings/formulas.ts'
import { type GroupSyntax, part, type Span, type Syntax, type SyntaxNode } from './ast.ts'
import type { Cursor } from './cursor.ts'
import { OPERATORS, type Operator, PREFIXES } from './operators.ts'
import type { Token } from './tokens.ts'

const MOST_STEPS = 200

type Strength = Operator['strength']

const WEAKEST: Strength = 0
const isComparison = (operator: Operator | undefined): boolean =>
  operator !== undefined && operator.gives === 'yesno' && operator.operands !== 'yesno'

const outer = (syntax: Syntax): Pick<Span, 'start' | 'end'> => syntax.brackets ?? syntax

/** Puts the words of one formula together; what it cannot make sense of is reported and ends the reading. */
export class Parser {
  #level = 0
  readonly #text: string
  readonly #tokens: Cursor

  constructor(text: string, tokens: Cursor) {
    this.#text = text
    this.#tokens = tokens
  }

  /** The whole formula; undefined after a fault. */
  whole(): Syntax | undefined {
    const syntax = this.#expression(WEAKEST)
    return syntax && this.#tokens.next.kind !== 'end' ? this.#tokens.refuse(WANTED.more) : syntax
  }

  /** An operand and the operators after it that bind at least so strongly. */
  #expression(weakest: Strength): Syntax | undefined {
    if (this.#level >= MOST_STEPS) return this.#tooDeep(this.#tokens.next)
    this.#level += 1
    let left = this.#operand(weakest)
    for (let operator = this.#operator(weakest); left && operator; operator = this.#operator(weakest)) {
      left = this.#binary(left, operator)
    }
    this.#level -= 1
    return left
  }

  #operator(weakest: Strength): Operator | undefined {
    if (this.#tokens.next.kind !== 'sign') return undefined
    const operator = OPERATORS.get(this.#tokens.next.text)
    return operator && operator.strength >= weakest ? operator : undefined
  }

  #binary(left: Syntax, operator: Operator): Syntax | undefined {
    const sign = this.#tokens.take()
    const right = this.#expression(operator.strength + 1)
    if (!right) return undefined
    // `1 < x < 5` would compare a yes or no with a number.
    if (isComparison(operator) && isComparison(this.#operator(operator.strength)))
      return this.#tokens.fault('formula-chained', this.#tokens.next, { found: this.#tokens.next.text })
    const node = { kind: 'binary', operator: operator.sign, left, right } as const
    return this.#part(node, outer(left).start, outer(right).end, sign)
  }

  #operand(weakest: Strength): Syntax | undefined {
    const token = this.#tokens.next
    const prefix = token.kind === 'sign' ? PREFIXES.get(token.text) : undefined
    if (prefix)
      return prefix.strength < weakest ? this.#tokens.refuse(WANTED.bracketed) : this.#unary(prefix.strength)
    if (token.kind === 'literal') return this.#literal()
    if (token.kind === 'name') return this.#named()
    return this.#tokens.takes('(') ? this.#bracketed(token) : this.#tokens.refuse(WANTED.operand)
  }

  #unary(strength: Strength): Syntax | undefined {
    const sign = this.#tokens.take()
    const operand = this.#expression(strength)
    return (
      operand &&
      this.#part({ kind: 'unary', operator: sign.text, operand }, sign.start, outer(operand).end, sign)
    )
  }

  #literal(): Syntax | undefined {
    const { value, start, end } = this.#tokens.take()
    if (value === undefined) throw new Error('A literal of a formula has no value.')
    return part({ kind: 'literal', value }, start, end, this.#text)
  }

  #bracketed(open: Token): Syntax | undefined {
    const inside = this.#expression(WEAKEST)
    if (!inside) return undefined
    const close = this.#tokens.takes(')')
    if (!close) return this.#tokens.refuse(WANTED.close)
    return { ...inside, brackets: { start: open.start, end: close.end } }
  }

  #named(): Syntax | undefined {
    const name = this.#tokens.take()
    if (this.#tokens.takes('(')) return this.#call(name)
    if (this.#tokens.takes('[')) return this.#lookup(name)
    return part({ kind: 'name', name: name.text }, name.start, name.end, this.#text)
  }

  #lookup(name: Token): Syntax | undefined {
    const key = this.#expression(WEAKEST)
    if (!key) return undefined
    const close = this.#tokens.takes(']')
    if (!close) return this.#tokens.refuse(WANTED.key)
    return this.#part({ kind: 'lookup', name: name.text, key }, name.start, close.end, name)
  }

  #call(name: Token): Syntax | undefined {
    const given: Syntax[] = []
    let [close, group] = [this.#tokens.takes(')'), {} as GroupSyntax | undefined]
    while (!close) {
      const argument = this.#expression(WEAKEST)
      group = argument && this.#group()
      if (!argument || !group) return undefined
      given.push(argument)
      close = this.#tokens.takes(')')
      const ended = group.over !== undefined || group.where !== undefined
      if (!close && (ended || !this.#tokens.takes(',')))
        return this.#tokens.refuse(ended ? WANTED.close : WANTED.argument)
    }
    const call = { kind: 'call', name: name.text, arguments: given, ...group } as const
    return this.#part(call, name.start, close.end, name)
  }

  /** `over` and `where`, each once and in this order; undefined after a fault. */
  #group(): GroupSyntax | undefined {
    const group: { over?: Syntax; where?: Syntax } = {}
    for (const word of ['over', 'where'] as const) {
      if (!this.#tokens.takesName(word)) continue
      const part = this.#expression(WEAKEST)
      if (!part) return undefined
      group[word] = part
    }
    return group
  }

  #part(node: SyntaxNode, start: number, end: number, sign: Token): Syntax | undefined {
    const made = part(node, start, end, this.#text)
    return made.depth > MOST_STEPS ? this.#tooDeep(sign) : made
  }

  #tooDeep(token: Token): undefined {
    return this.#tokens.fault('formula-deep', token, { limit: MOST_STEPS })
  }
}
