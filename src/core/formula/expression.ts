import type { GroupFunction, Parameter, PersonFunction } from '../functions/function.ts'
import type { Value } from '../values/value.ts'
import type { Span, Syntax } from './ast.ts'
import type { Operator, Prefix } from './operators.ts'
import type { FactSpace, TypeInfo } from './vocabulary.ts'

/** A part of a formula with its names, signs and functions put to what they stand for in a scheme. */
export type Expression = Span & ExpressionNode

type ExpressionNode =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'figure'; readonly name: string }
  /** A figure's name given to a function that reads its earlier values, and with `now` this period's. */
  | { readonly kind: 'earlier'; readonly name: string; readonly now: boolean }
  | {
      readonly kind: 'value'
      readonly name: string
      readonly key: Expression | undefined
      readonly info: TypeInfo
      /** What the column that the value goes by holds. */
      readonly by: TypeInfo | undefined
    }
  | { readonly kind: 'table'; readonly name: string; readonly argument: Expression; readonly info: TypeInfo }
  | { readonly kind: 'fact'; readonly space: FactSpace; readonly name: string; readonly info: TypeInfo }
  | { readonly kind: 'prefix'; readonly prefix: Prefix; readonly operand: Expression }
  | {
      readonly kind: 'operator'
      readonly operator: Operator
      readonly left: Expression
      readonly right: Expression
    }
  | Call
  | GroupCall
  /** A name that stands for nothing here, or not for what its brackets ask; the check says why. */
  | { readonly kind: 'unresolved'; readonly syntax: Syntax; readonly parts: readonly Expression[] }

/** A function with what is given for its parameters; `parameter` is undefined beyond the last one. */
export interface Call {
  readonly kind: 'call'
  readonly function: PersonFunction
  readonly given: readonly Given[]
}

/** A function over the members of a group; what is given, `over` and `where` are worked out for each person. */
export interface GroupCall {
  readonly kind: 'group'
  readonly function: GroupFunction
  readonly given: readonly Given[]
  readonly over: Expression | undefined
  readonly where: Expression | undefined
}

export interface Given {
  readonly parameter: Parameter | undefined
  readonly part: Expression
}

/** The parts directly inside a part. */
export function partsOf(expression: ExpressionNode): readonly Expression[] {
  switch (expression.kind) {
    case 'value':
      return expression.key ? [expression.key] : []
    case 'table':
      return [expression.argument]
    case 'prefix':
      return [expression.operand]
    case 'operator':
      return [expression.left, expression.right]
    case 'call':
      return expression.given.map(({ part }) => part)
    case 'group':
      return [...expression.given.map(({ part }) => part), ...groupOf(expression)]
    case 'unresolved':
      return expression.parts
    default:
      return []
  }
}

/** The parts of a call that say who the group is. */
const groupOf = ({ over, where }: Pick<GroupCall, 'over' | 'where'>): readonly Expression[] =>
  [over, where].flatMap((part) => part ?? [])

/** Whether a formula looks at other people than the one it is worked out for. */
export const looksAtOthers = (expression: Expression): boolean =>
  expression.kind === 'group' || partsOf(expression).some(looksAtOthers)
