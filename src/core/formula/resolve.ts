import { type FormulaFunction, type Parameter, parameterAt, readsEarlier } from '../functions/function.ts'
import * as functions from '../functions/index.ts'
import { partsOf, type Span, type Syntax } from './ast.ts'
import type { Expression, Given } from './expression.ts'
import { OPERATORS, PREFIXES } from './operators.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Every function that formulas may call, by name. */
export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map(
  Object.values(functions).map((each) => [each.name, each]),
)

/**
 * The formula with its names put to what they stand for in a scheme, once and for all evaluations. Only what kind of
 * thing a name is must be known by then; the kinds of figures' values may still come.
 */
export function resolveFormula(syntax: Syntax, vocabulary: Vocabulary): Expression {
  const resolve = (part: Syntax) => resolveFormula(part, vocabulary)
  switch (syntax.kind) {
    case 'literal':
      return { ...spanOf(syntax), kind: 'literal', value: syntax.value }
    case 'name':
      return nameIn(syntax, vocabulary)
    case 'lookup': {
      const meaning = vocabulary.meaning(syntax.name)
      if (meaning?.kind !== 'value') return unresolved(syntax, vocabulary)
      return { ...spanOf(syntax), ...meaning, key: resolve(syntax.key) }
    }
    case 'call':
      return callIn(syntax, vocabulary)
    case 'unary': {
      const prefix = known(PREFIXES.get(syntax.operator))
      return { ...spanOf(syntax), kind: 'prefix', prefix, operand: resolve(syntax.operand) }
    }
    case 'binary': {
      const [operator, left, right] = [
        OPERATORS.get(syntax.operator),
        resolve(syntax.left),
        resolve(syntax.right),
      ]
      return { ...spanOf(syntax), kind: 'operator', operator: known(operator), left, right }
    }
  }
}

type Named<K extends Syntax['kind']> = Extract<Syntax, { kind: K }>

function nameIn(syntax: Named<'name'>, vocabulary: Vocabulary): Expression {
  const meaning = vocabulary.meaning(syntax.name)
  const span = spanOf(syntax)
  switch (meaning?.kind) {
    case 'figure':
      return { ...span, kind: 'figure', name: meaning.name }
    case 'value':
      return { ...span, ...meaning, key: undefined }
    case 'fact':
      return { ...span, ...meaning }
    default:
      return !meaning && !FUNCTIONS.has(syntax.name) && vocabulary.words.has(syntax.name)
        ? { ...span, kind: 'literal', value: syntax.name }
        : unresolved(syntax, vocabulary)
  }
}

function callIn(syntax: Named<'call'>, vocabulary: Vocabulary): Expression {
  const [called, [argument, ...more]] = [FUNCTIONS.get(syntax.name), syntax.arguments]
  const ofGroup = syntax.over !== undefined || syntax.where !== undefined
  if (called && 'gather' in called) {
    const [over, where] = [syntax.over, syntax.where].map((part) => part && resolveFormula(part, vocabulary))
    const given = givensIn(syntax, called, vocabulary)
    return { ...spanOf(syntax), kind: 'group', function: called, given, over, where }
  }
  if (called && !ofGroup)
    return {
      ...spanOf(syntax),
      kind: 'call',
      function: called,
      given: givensIn(syntax, called, vocabulary),
    }
  const meaning = vocabulary.meaning(syntax.name)
  if (meaning?.kind !== 'table' || !argument || more.length > 0 || ofGroup)
    return unresolved(syntax, vocabulary)
  return { ...spanOf(syntax), ...meaning, argument: resolveFormula(argument, vocabulary) }
}

const givensIn = (syntax: Named<'call'>, called: FormulaFunction, vocabulary: Vocabulary): readonly Given[] =>
  syntax.arguments.map((part, index) => {
    const parameter = parameterAt(called, index)
    return { parameter, part: givenIn(part, parameter, vocabulary) }
  })

function givenIn(part: Syntax, parameter: Parameter | undefined, vocabulary: Vocabulary): Expression {
  const resolved = resolveFormula(part, vocabulary)
  if (!readsEarlier(parameter) || resolved.kind !== 'figure') return resolved
  const now = parameter?.as === 'figure over time'
  return { ...spanOf(part), kind: 'earlier', name: resolved.name, now }
}

const unresolved = (syntax: Syntax, vocabulary: Vocabulary): Expression => {
  const parts = partsOf(syntax).map((part) => resolveFormula(part, vocabulary))
  return { ...spanOf(syntax), kind: 'unresolved', syntax, parts }
}

const spanOf = ({ start, end, text }: Span): Span => ({ start, end, text })

function known<T>(sign: T | undefined): T {
  if (sign === undefined) throw new Error('A formula was read with a sign that is none.')
  return sign
}
