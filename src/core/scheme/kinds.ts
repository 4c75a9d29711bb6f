import type { Report } from '../findings/finding.ts'
import { partsOf } from '../formula/ast.ts'
import { checkFormula, parseFormula, resolveFormula, type Syntax } from '../formula/formula.ts'
import type { SchemeFile } from './file-shape.ts'
import { byOwner, type Names } from './names.ts'
import { inOrder } from './order.ts'
import type { UndecidedValue } from './values.ts'

const SILENT: Report = () => {}
const NOWHERE = { place: { file: '' } }

/**
 * Learns what kind of value each figure has whose entry does not say so, from its formula, and what the column holds
 * that a value goes by. Gives the rings of figures whose kinds wait for one another and are not told otherwise. Faults stay unsaid: every formula
 * is checked later, when all kinds are known.
 */
export function learnKinds(
  names: Names,
  { figures }: Pick<SchemeFile, 'figures'>,
  values: ReadonlyMap<string, UndecidedValue>,
): readonly (readonly string[])[] {
  const texts = [
    ...[...(figures ?? [])].map(
      ([name, { formula, cases }]) => [name, formula ?? cases?.[0]?.gives] as const,
    ),
    ...[...values].map(([name, { byText }]) => [byOwner(name), byText] as const),
  ]
  const untold = new Map(
    texts.flatMap(([owner, text]) => {
      const syntax = text === undefined || names.info(owner) ? undefined : parseFormula(text, NOWHERE, SILENT)
      return syntax ? [[owner, syntax] as const] : []
    }),
  )
  const { ordered, rings } = inOrder([...untold.keys()], (owner) => mentioned(untold.get(owner)))
  for (const owner of [...ordered, ...rings.flat()]) learnKind(names, owner, untold.get(owner))
  return rings.filter((ring) => ring.some((owner) => !names.info(owner)))
}

function learnKind(names: Names, owner: string, syntax: Syntax | undefined): void {
  const info = syntax && checkFormula(resolveFormula(syntax, names), NOWHERE, names, SILENT)
  if (info) names.learn(owner, info)
  else if (owner.startsWith(byOwner(''))) names.learn(owner, { type: 'text' })
}

/** Everything that a formula names, and what the values among it go by. */
function mentioned(syntax: Syntax | undefined): readonly string[] {
  if (!syntax) return []
  const own = 'name' in syntax ? [syntax.name, byOwner(syntax.name)] : []
  return [...own, ...partsOf(syntax).flatMap(mentioned)]
}
