import type { Asked } from '../formula/formula.ts'
import type { Missing } from '../values/missing.ts'
import { printValue, type Value } from '../values/value.ts'
import type { Explained } from './explained.ts'
import { type Explainer, printed } from './explainer.ts'
import { whyMissing } from './reads.ts'

type Group = Extract<Asked, { readonly kind: 'group' }>

/** What a function over a group answered to the person: its members, each with what the call's entries come to for it. */
export function explainGroup({ name, call }: Group, found: Value | Missing, by: Explainer): Explained {
  const members = by.groups.members(call, by.sheet.peer)
  return {
    kind: 'group',
    name,
    value: printed(found),
    why: whyMissing(found, name, by),
    parts: members.map(({ id, given }) => ({
      kind: 'member',
      name: id,
      value: (given as readonly Value[]).map(printValue).join(', '),
      parts: [],
    })),
  }
}
