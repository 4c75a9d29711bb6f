import { entries, KINDS } from '../findings/formulas.ts'
import { near } from '../findings/near.ts'
import type { Span, Syntax } from './ast.ts'
import type { Checker } from './checker.ts'
import { FUNCTIONS } from './resolve.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Says why a name stands for nothing, or not for what its brackets ask. */
export function reportUnresolved(syntax: Syntax, checker: Checker): undefined {
  switch (syntax.kind) {
    case 'name':
      return reportName(syntax.name, syntax, checker)
    case 'lookup':
      return reportLookup(syntax.name, nameSpan(syntax, syntax.name), checker)
    case 'call':
      return reportCall(syntax, nameSpan(syntax, syntax.name), checker)
    default:
      throw new Error('Only names can stand for nothing.')
  }
}

function reportName(name: string, span: Span, checker: Checker): undefined {
  const is = kindOf(name, checker.vocabulary)
  if (is) return checker.report('formula-no-brackets', span, { name, is: KINDS[is] })
  return checker.report('formula-name', span, { name, likeliest: near(name, namesIn(checker.vocabulary)) })
}

function reportLookup(name: string, span: Span, checker: Checker): undefined {
  const is = kindOf(name, checker.vocabulary)
  if (is) return checker.report('formula-brackets', span, { name, is: KINDS[is], brackets: '[…]' })
  return reportName(name, span, checker)
}

function reportCall(syntax: Extract<Syntax, { kind: 'call' }>, span: Span, checker: Checker): undefined {
  const { name, arguments: given, over, where } = syntax
  const is = kindOf(name, checker.vocabulary)
  const group = over ?? where
  if (group && (is === 'function' || is === 'table')) {
    const word = over ? 'over' : 'where'
    const functions = [...FUNCTIONS.values()].filter((each) => 'gather' in each).map((each) => each.name)
    return checker.report('formula-group', group, { name, word, functions: functions.join(', ') })
  }
  const found = given.length
  if (is === 'table') {
    return checker.report('formula-arguments', span, {
      name,
      found,
      wanted: entries(1, 1),
      usage: `${name}(number)`,
    })
  }
  if (is) return checker.report('formula-brackets', span, { name, is: KINDS[is], brackets: '(…)' })
  const likeliest = near(name, callableIn(checker.vocabulary))
  return checker.report('formula-function', span, { name, likeliest })
}

const nameSpan = ({ start }: Span, name: string): Span => ({ start, end: start + name.length, text: name })

const kindOf = (name: string, vocabulary: Vocabulary) =>
  FUNCTIONS.has(name) ? 'function' : vocabulary.meaning(name)?.kind

/** What a name without brackets may stand for. */
function namesIn(vocabulary: Vocabulary): readonly string[] {
  const known = [...vocabulary.names].filter((name) => vocabulary.meaning(name)?.kind !== 'table')
  return [...known, ...vocabulary.words.keys(), 'yes', 'no', 'and', 'or', 'not', 'otherwise']
}

function callableIn(vocabulary: Vocabulary): readonly string[] {
  const tables = [...vocabulary.names].filter((name) => vocabulary.meaning(name)?.kind === 'table')
  return [...FUNCTIONS.keys(), ...tables]
}
