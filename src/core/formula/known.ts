import type { Type } from '../values/value.ts'
import type { Domain, TypeInfo } from './vocabulary.ts'

/**
 * What the check knows of a part before any value is there: its kind; for a text the lists it may come from (none: any
 * text), and the text itself where it is written in the formula.
 */
export interface Known {
  readonly type: Type
  readonly lists: readonly Domain[]
  readonly text?: string
}

export const knownFrom = ({ type, domain }: TypeInfo): Known => ({ type, lists: domain ? [domain] : [] })

export function infoFrom({ type, lists }: Known): TypeInfo {
  const [domain, ...others] = lists
  return domain && others.length === 0 ? { type, domain } : { type }
}

/** What is known of a part that is either the one or the other. */
export const either = (a: Known, b: Known): Known => ({
  type: a.type,
  lists: a.text === undefined ? a.lists.filter(holding(b)) : b.lists.filter(holding(a)),
})

const holding =
  ({ text, lists }: Known) =>
  ({ name, ids }: Domain) =>
    text === undefined ? lists.some((list) => list.name === name) : ids.has(text)

/** Whether some id is in both of two lists. */
export const overlaps = (a: Domain, b: Domain): boolean => [...a.ids].some((id) => b.ids.has(id))
