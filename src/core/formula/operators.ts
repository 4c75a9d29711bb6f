import { type Exact, isExact, ZERO } from '../values/exact.ts'
import { faulty, isMissing, type Missing } from '../values/missing.ts'
import type { Type, Value } from '../values/value.ts'
import type { Span } from './ast.ts'
import type { Expression } from './expression.ts'

/** What the operands of an operator must be: `ordered` numbers or days, `any` kind; of those two, both the same. */
export type Operands = 'number' | 'yesno' | 'ordered' | 'any'

/** A sign between two operands: how strongly it binds, what it works on and what it gives. */
export interface Operator {
  readonly sign: string
  readonly strength: number
  readonly operands: Operands
  readonly gives: Type | 'operand'
  /** What the left operand decides alone, so that the right one is not looked at. */
  decides(left: Value | Missing): Value | Missing | undefined
  apply(left: Value, right: Value, rightPart: Span): Value | Missing
}

/** A sign before one operand. */
export interface Prefix {
  readonly sign: string
  readonly strength: number
  readonly operand: 'number' | 'yesno'
  apply(value: Value): Value
}

type Work = Operator['apply']

/** Numbers are what the check made sure of before anything is evaluated. */
const numbers =
  (work: (left: Exact, right: Exact, rightPart: Span) => Exact | Missing): Work =>
  (left, right, rightPart) =>
    work(left as Exact, right as Exact, rightPart)

/** Which of two numbers or days is the greater, as the sign of the result. */
export const order = (left: Value, right: Value): number =>
  isExact(left) ? left.compare(right as Exact) : (left as number) - (right as number)

export const equal = (left: Value, right: Value): boolean =>
  isExact(left) ? left.equals(right as Exact) : left === right

const takeRight: Work = (_, right) => right

const ifMissing = (left: Value | Missing) => (isMissing(left) ? left : undefined)
const unlessAbsent = (left: Value | Missing) => (isMissing(left) && left.absence ? undefined : left)
const unless = (awaited: boolean) => (left: Value | Missing) => (left === awaited ? undefined : left)

const divide = (left: Exact, right: Exact, { text }: Span): Exact | Missing =>
  right.equals(ZERO) ? faulty('division-by-zero', { divisor: text }) : left.div(right)

function operator(
  sign: string,
  strength: number,
  operands: Operands,
  gives: Operator['gives'],
  apply: Work,
  decides: Operator['decides'] = ifMissing,
): readonly [string, Operator] {
  return [sign, { sign, strength, operands, gives, decides, apply }]
}

/** The signs between two operands. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  operator('otherwise', 1, 'any', 'operand', takeRight, unlessAbsent),
  operator('or', 2, 'yesno', 'yesno', takeRight, unless(false)),
  operator('and', 3, 'yesno', 'yesno', takeRight, unless(true)),
  operator('=', 5, 'any', 'yesno', (left, right) => equal(left, right)),
  operator('<>', 5, 'any', 'yesno', (left, right) => !equal(left, right)),
  operator('<', 5, 'ordered', 'yesno', (left, right) => order(left, right) < 0),
  operator('<=', 5, 'ordered', 'yesno', (left, right) => order(left, right) <= 0),
  operator('>', 5, 'ordered', 'yesno', (left, right) => order(left, right) > 0),
  operator('>=', 5, 'ordered', 'yesno', (left, right) => order(left, right) >= 0),
  operator(
    '+',
    6,
    'number',
    'number',
    numbers((left, right) => left.add(right)),
  ),
  operator(
    '-',
    6,
    'number',
    'number',
    numbers((left, right) => left.sub(right)),
  ),
  operator(
    '*',
    7,
    'number',
    'number',
    numbers((left, right) => left.mul(right)),
  ),
  operator('/', 7, 'number', 'number', numbers(divide)),
])

/** The signs before one operand. */
export const PREFIXES: ReadonlyMap<string, Prefix> = new Map<string, Prefix>([
  ['not', { sign: 'not', strength: 4, operand: 'yesno', apply: (value) => !value }],
  ['-', { sign: '-', strength: 8, operand: 'number', apply: (value) => (value as Exact).neg() }],
])

/** The condition that both of two conditions hold, the first being looked at first. */
export function both(left: Expression, right: Expression): Expression {
  const operator = OPERATORS.get('and')
  if (!operator) throw new Error('There is no `and`.')
  const text = `${left.text} and (${right.text})`
  return { kind: 'operator', operator, left, right, start: right.start, end: right.end, text }
}
