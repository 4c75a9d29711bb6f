import { looksAtParts, readsEarlier } from '../functions/function.ts'
import { type Expression, partsOf } from './expression.ts'

/** Every name that a formula mentions, by kind; facts with their dot (`target.deposits`). */
export interface Reads {
  /** Measures and figures of this period. */
  readonly figures: ReadonlySet<string>
  /** Figures whose earlier values are read. */
  readonly earlier: ReadonlySet<string>
  readonly values: ReadonlySet<string>
  /** Those of the values that are read without `[…]`: one that goes by a column then reads the person's own there. */
  readonly ownKeyed: ReadonlySet<string>
  readonly tables: ReadonlySet<string>
  readonly facts: ReadonlySet<string>
  /** Texts, written bare or between quotes. */
  readonly texts: ReadonlySet<string>
  readonly functions: ReadonlySet<string>
}

type Name = readonly [keyof Reads, string]

/** Every name that the formula mentions, whether or not an evaluation gets to it. */
export function readsOf(expression: Expression): Reads {
  const names = namesIn(expression)
  const of = (kind: keyof Reads) => new Set(names.filter(([each]) => each === kind).map(([, name]) => name))
  return {
    figures: of('figures'),
    earlier: of('earlier'),
    values: of('values'),
    ownKeyed: of('ownKeyed'),
    tables: of('tables'),
    facts: of('facts'),
    texts: of('texts'),
    functions: of('functions'),
  }
}

/** The measures and figures of this period that the formula itself names; what its values go by comes besides. */
export const figuresRead = (expression: Expression): ReadonlySet<string> => readsOf(expression).figures

const namesIn = (expression: Expression): readonly Name[] => [
  ...nameOf(expression),
  ...partsOf(expression).flatMap(namesIn),
]

function nameOf(expression: Expression): readonly Name[] {
  switch (expression.kind) {
    case 'figure':
      return [['figures', expression.name]]
    case 'earlier':
      return [
        ['earlier', expression.name],
        ...(expression.now ? [['figures', expression.name] as const] : []),
      ]
    case 'value':
      return expression.key
        ? [['values', expression.name]]
        : [
            ['values', expression.name],
            ['ownKeyed', expression.name],
          ]
    case 'table':
      return [['tables', expression.name]]
    case 'fact':
      return [['facts', `${expression.space}.${expression.name}`]]
    case 'call':
    case 'group':
      return [['functions', expression.function.name]]
    case 'literal':
      return typeof expression.value === 'string' ? [['texts', expression.value]] : []
    default:
      return []
  }
}

/**
 * The parts of a formula that read what is not a figure of this period: facts, functions of earlier figures or of parts of
 * the period, and functions that are given nothing. Evaluated one by one they tell everything that the formula may ask of the person's record, also
 * where it got by without.
 */
export function outsideReads(expression: Expression): readonly Expression[] {
  return isOutside(expression) ? [expression] : partsOf(expression).flatMap(outsideReads)
}

function isOutside(expression: Expression): boolean {
  if (expression.kind === 'fact') return true
  if (expression.kind !== 'call') return false
  const { given } = expression
  if (looksAtParts(expression.function)) return true
  return given.length === 0 || given.some(({ parameter }) => readsEarlier(parameter))
}
