import { type FormulaFunction, isWhole, type Parameter, type PersonFunction } from '../functions/function.ts'
import { type Exact, printExact } from '../values/exact.ts'
import { faulty, isMissing, type Missing } from '../values/missing.ts'
import { printValue, type Value } from '../values/value.ts'
import type { Span } from './ast.ts'
import type { Call, Expression, Given, GroupCall } from './expression.ts'
import { NotedScope, type Notes } from './notes.ts'
import type { Part, Scope } from './scope.ts'

/** The value of a checked formula for one person, or what is missing of it; with notes, what it read is taken down. */
export const evaluate = (expression: Expression, scope: Scope, notes?: Notes): Value | Missing =>
  run(expression, notes ? new NotedScope(scope, notes) : scope, notes)

function run(expression: Expression, scope: Scope, notes: Notes | undefined): Value | Missing {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'figure':
      return scope.figure(expression.name)
    case 'fact':
      return scope.fact(expression.space, expression.name)
    case 'earlier':
      return expression.name
    case 'value':
      return runValue(expression, scope, notes)
    case 'table': {
      const argument = run(expression.argument, scope, notes)
      return isMissing(argument) ? argument : scope.table(expression.name, argument as Exact)
    }
    case 'prefix': {
      const operand = run(expression.operand, scope, notes)
      return isMissing(operand) ? operand : expression.prefix.apply(operand)
    }
    case 'operator':
      return runOperator(expression, scope, notes)
    case 'call':
      return notes
        ? notes.within(askedOf(expression), () => runCall(expression, scope, notes))
        : runCall(expression, scope, undefined)
    case 'group':
      return scope.group(expression)
    case 'unresolved':
      throw new Error(`A formula was evaluated although its check failed at ${expression.text}.`)
  }
}

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>

function runValue({ name, key }: Of<'value'>, scope: Scope, notes: Notes | undefined): Value | Missing {
  if (!key) return scope.value(name)
  const found = run(key, scope, notes)
  return isMissing(found) ? found : scope.value(name, printValue(found))
}

function runOperator(expression: Of<'operator'>, scope: Scope, notes: Notes | undefined): Value | Missing {
  const { operator } = expression
  const left = run(expression.left, scope, notes)
  const decided = operator.decides(left)
  if (decided !== undefined) return decided
  const right = run(expression.right, scope, notes)
  return isMissing(right) ? right : operator.apply(left as Value, right, expression.right)
}

const askedOf = ({ function: { name }, text }: Call & Span) => ({ kind: 'call', name, text }) as const

type Ready = Value | number | undefined | (() => Value | Missing) | ((part: Part) => Value | Missing)

function runCall(call: Call, scope: Scope, notes: Notes | undefined): Value | Missing {
  const given = argumentsOf(call, scope, notes)
  return isMissing(given) ? given : call.function.evaluate(given, scope)
}

/** What the entries of a call come to for one person, or what is missing of the first that lacks. */
export function argumentsOf(call: Call | GroupCall, scope: Scope, notes?: Notes): AnyArguments | Missing {
  const ready: Ready[] = []
  for (const given of call.given) {
    const argument = prepare(given, call.function.name, scope, notes)
    if (isMissing(argument)) return argument
    ready.push(argument)
  }
  return byParameter(call.function, ready)
}

function prepare(given: Given, called: string, scope: Scope, notes: Notes | undefined): Ready | Missing {
  const { parameter } = given
  if (parameter?.as === 'lazy') return () => runArgument(given, scope, notes)
  if (parameter?.as === 'by part') return (part) => runPart(given.part, part, notes)
  const value = runArgument(given, scope, notes)
  return parameter?.is === 'whole' && !isMissing(value) ? wholeOf(value as Exact, parameter, called) : value
}

function runPart(formula: Expression, part: Part, notes: Notes | undefined): Value | Missing {
  if (!notes) return run(formula, part.scope, undefined)
  const asked = { kind: 'part', name: formula.text, part } as const
  return notes.within(asked, () => run(formula, new NotedScope(part.scope, notes), notes))
}

function runArgument({ parameter, part }: Given, scope: Scope, notes: Notes | undefined): Value | Missing {
  if (!notes) return run(part, scope, undefined)
  const asked = { kind: 'argument', name: parameter?.name ?? '', text: part.text } as const
  return notes.within(asked, () => run(part, scope, notes))
}

/** The number as a count between the parameter's bounds. */
function wholeOf(value: Exact, parameter: Parameter, called: string): number | Missing {
  if (isWhole(value, parameter)) return Number(value.s * value.n)
  const { least = 0, most = 0 } = parameter
  return faulty('number-not-whole', { name: called, found: printExact(value), least, most })
}

type AnyArguments = Parameters<PersonFunction['evaluate']>[0]

/** What is given, by parameter: the entries of the last one as a list where it takes many. */
function byParameter({ parameters }: FormulaFunction, ready: readonly Ready[]): AnyArguments {
  const last = parameters.length - 1
  const many = parameters[last]?.count === 'many'
  return (many ? [...ready.slice(0, last), ready.slice(last)] : ready) as unknown as AnyArguments
}
