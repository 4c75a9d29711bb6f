import type { Value } from '../values/value.ts'

/** Where a part of a formula stands: offsets of its first character and of the one after its last, and its text. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * A part of a formula as it is written, before its names mean anything; `depth` counts the steps inside one another,
 * `brackets` are the offsets of the round brackets around it.
 */
export type Syntax = Span & {
  readonly depth: number
  readonly brackets?: Pick<Span, 'start' | 'end'>
} & SyntaxNode

export type SyntaxNode =
  | { readonly kind: 'literal'; readonly value: Value }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'lookup'; readonly name: string; readonly key: Syntax }
  | (GroupSyntax & { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Syntax[] })
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Syntax }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Syntax; readonly right: Syntax }

/** What may follow the last entry of a call: `over` whom the group is, `where` who of them is a member. */
export interface GroupSyntax {
  readonly over?: Syntax | undefined
  readonly where?: Syntax | undefined
}

/** The parts directly inside a part. */
export function partsOf(syntax: SyntaxNode): readonly Syntax[] {
  switch (syntax.kind) {
    case 'lookup':
      return [syntax.key]
    case 'call':
      return [...syntax.arguments, ...[syntax.over, syntax.where].flatMap((part) => part ?? [])]
    case 'unary':
      return [syntax.operand]
    case 'binary':
      return [syntax.left, syntax.right]
    default:
      return []
  }
}

/** The part with its place and depth put in. */
export function part(node: SyntaxNode, start: number, end: number, source: string): Syntax {
  const depth = 1 + partsOf(node).reduce((most, { depth }) => Math.max(most, depth), 0)
  return { ...node, start, end, text: source.slice(start, end), depth }
}
