import type { Span } from './ast.ts'
import type { Checker } from './checker.ts'
import { type Call, type Expression, type GroupCall, partsOf } from './expression.ts'

/**
 * Reports what is read of the lot that is looked at where a call works something out for other people or in parts of the
 * period, who have no such lot.
 */
export function checkElsewhere(call: (Call | GroupCall) & Span, checker: Checker): void {
  const { name } = call.function
  const elsewhere =
    call.kind === 'group'
      ? partsOf(call)
      : call.given.flatMap(({ parameter, part }) => (parameter?.as === 'by part' ? [part] : []))
  for (const fact of elsewhere.flatMap(factsOfLot))
    checker.report('formula-of-lot', fact, { fact: `${fact.space}.${fact.name}`, name })
}

type Fact = Extract<Expression, { readonly kind: 'fact' }>

/** The facts of lots in a part; calls about groups in it answer for themselves. */
function factsOfLot(part: Expression): readonly Fact[] {
  if (part.kind === 'fact') return part.space === 'lot' || part.space === 'event' ? [part] : []
  return part.kind === 'group' ? [] : partsOf(part).flatMap(factsOfLot)
}
