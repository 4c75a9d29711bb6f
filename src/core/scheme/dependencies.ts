import { partsOf } from '../formula/expression.ts'
import { type Expression, figuresRead, looksAtOthers } from '../formula/formula.ts'
import type { Draft } from './drafts.ts'
import { inOrder } from './order.ts'
import type { FormulaReading } from './reading.ts'
import type { Case, DatedValue } from './scheme.ts'

/**
 * Puts the figures in an order in which each comes after those of this period that it reads. Reports rings of figures
 * that need each other, and of `waiting` ones whose kind of value cannot be told from one another.
 */
export function dependencyOrder(
  { file, report }: FormulaReading,
  drafts: readonly Draft[],
  values: ReadonlyMap<string, DatedValue>,
  waiting: readonly (readonly string[])[],
): readonly Draft[] {
  const named = new Map(drafts.map((draft) => [draft.name, draft]))
  const order = inOrder([...named.keys()], (name) => needsOf(named.get(name), values))
  const placeOf = (name: string) => file.keyPlaceOf(named.get(name)?.path ?? [])
  for (const ring of order.rings) {
    report('figure-ring', placeOf(ring[0] ?? ''), { ring: printRing(ring) })
  }
  const ringed = new Set(order.rings.flat())
  for (const ring of waiting) {
    const [name] = ring.filter((member) => named.has(member))
    if (!name || ring.some((member) => ringed.has(member))) continue
    report('figure-type-needed', placeOf(name), { name, ring: printRing(ring) })
  }
  return order.ordered.flatMap((name) => named.get(name) ?? [])
}

/** A ring of names, written out until it closes. */
const printRing = (ring: readonly string[]): string => [...ring, ring[0]].join(' → ')

function needsOf(draft: Draft | undefined, values: ReadonlyMap<string, DatedValue>): readonly string[] {
  if (!draft) return []
  const { method } = draft
  const keys = method.by === 'ranking' ? method.keys.map(({ figure }) => figure) : []
  const read = formulasOf(draft).flatMap((expression) => figuresNeeded(expression, values))
  return [...keys, ...read]
}

/** Whether a figure looks at other people: as a ranking, or by a formula that it reads. */
export const needsOthers = (draft: Draft, values: ReadonlyMap<string, DatedValue>): boolean =>
  draft.method.by === 'ranking' || formulasOf(draft).some((formula) => looksThrough(formula, values))

const looksThrough = (expression: Expression, values: ReadonlyMap<string, DatedValue>): boolean =>
  looksAtOthers(expression) || keysOf(expression, values).some((by) => looksThrough(by, values))

const formulasOf = ({ concerns, method }: Draft): readonly Expression[] =>
  [concerns, ...expressionsOf(method)].flatMap((expression) => expression ?? [])

/** The figures that a formula reads itself, and those that choose the entries of the values it reads. */
function figuresNeeded(expression: Expression, values: ReadonlyMap<string, DatedValue>): readonly string[] {
  const keys = keysOf(expression, values)
  return [...figuresRead(expression), ...keys.flatMap((by) => figuresNeeded(by, values))]
}

/** The formulas that choose the entries of the values that a formula reads. */
const keysOf = (expression: Expression, values: ReadonlyMap<string, DatedValue>): readonly Expression[] =>
  ownValues(expression).flatMap((name) => values.get(name)?.by ?? [])

/** The values that a formula reads for the person's own key. */
function ownValues(expression: Expression): readonly string[] {
  const own = expression.kind === 'value' && !expression.key ? [expression.name] : []
  return [...own, ...partsOf(expression).flatMap(ownValues)]
}

function expressionsOf(method: Draft['method']): readonly (Expression | undefined)[] {
  switch (method.by) {
    case 'formula':
      return [method.formula]
    case 'cases':
      return method.cases.flatMap((each) => [each.when, leadsTo(each)])
    case 'choice':
      return method.cases.flatMap(({ when, gives }) => [when, gives])
    case 'ranking':
      return [method.among]
  }
}

const leadsTo = (each: Case & { readonly to?: Expression | undefined }): Expression | undefined => each.to
