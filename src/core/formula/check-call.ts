import { entries } from '../findings/formulas.ts'
import {
  arityOf,
  type FormulaFunction,
  isShared,
  isWhole,
  type Kind,
  type Parameter,
  readsEarlier,
  usageOf,
} from '../functions/function.ts'
import { type Exact, isExact, printExact } from '../values/exact.ts'
import type { Type, Value } from '../values/value.ts'
import type { Span } from './ast.ts'
import type { Checked, Checker } from './checker.ts'
import type { Call, Expression, GroupCall } from './expression.ts'
import { type Known, knownFrom } from './known.ts'
import { excerpt } from './place.ts'

interface CheckedArgument extends Checked {
  readonly parameter: Parameter | undefined
  readonly part: Expression
}

/** Checks what a function is given against what its parameters take. */
export function checkCall(
  call: (Call | GroupCall) & Span,
  given: readonly CheckedArgument[],
  checker: Checker,
): Known | undefined {
  const called = call.function
  checkCount(call, checker)
  for (const argument of given) checkArgument(argument, called.name, checker)
  const shared = given.filter(({ parameter }) => parameter && isShared(parameter.is))
  const common = checker.agree(shared, called.name)
  if (isShared(called.gives)) return common
  const [first, ...others] = common ? shared : []
  if (first) for (const other of others) checker.comparable(first, other)
  return knownOfKind(called.gives, checker)
}

function checkCount(call: (Call | GroupCall) & Span, checker: Checker): void {
  const { least, most } = arityOf(call.function)
  const found = call.given.length
  if (found >= least && found <= most) return
  const { name } = call.function
  const span = { start: call.start, end: call.start + name.length, text: name }
  checker.report('formula-arguments', span, {
    name,
    found,
    wanted: entries(least, most),
    usage: usageOf(call.function),
  })
}

function checkArgument(argument: CheckedArgument, name: FormulaFunction['name'], checker: Checker): void {
  const { parameter, part, known } = argument
  if (!parameter) return
  if (readsEarlier(parameter) && part.kind !== 'earlier') {
    if (known) checker.report('formula-figure-name', part, { name, found: excerpt(part.text) })
  } else if (parameter.is === 'ordered') {
    checker.wants(argument, 'ordered', name)
  } else if (parameter.is !== 'same') {
    checker.wants(argument, typeOfKind(parameter.is), name)
    checker.fromLists(argument, knownOfKind(parameter.is, checker).lists, name)
    if (parameter.is === 'whole') checkWhole(part, parameter, name, checker)
  }
}

/** A number written in the formula is checked before anyone's figures are. */
function checkWhole(part: Expression, parameter: Parameter, name: string, checker: Checker): void {
  const value = constantOf(part)
  if (!isExact(value) || isWhole(value as Exact, parameter)) return
  const { least = 0, most = 0 } = parameter
  checker.report('formula-whole', part, { name, found: printExact(value), least, most })
}

function constantOf(part: Expression): Value | undefined {
  if (part.kind === 'literal') return part.value
  if (part.kind !== 'prefix') return undefined
  const operand = constantOf(part.operand)
  return isExact(operand) ? part.prefix.apply(operand) : undefined
}

type Own = Exclude<Kind, 'same' | 'ordered'>

function typeOfKind(kind: Own): Type {
  if (kind === 'whole') return 'number'
  return kind === 'grade' || kind === 'period' ? 'text' : kind
}

function knownOfKind(kind: Own, { vocabulary }: Checker): Known {
  const { grades, kinds } = vocabulary
  if (kind === 'grade' || kind === 'period')
    return knownFrom({ type: 'text', domain: kind === 'grade' ? grades : kinds })
  return { type: typeOfKind(kind), lists: [] }
}
