import type { Place } from '../findings/finding.ts'
import type { Span } from './ast.ts'

/** Where a formula's text stands: the place of its first character, and how to find the others where lines fold. */
export interface TextPlace {
  readonly place: Place
  locate?(offset: number): { readonly line: number; readonly column: number }
}

/** The place of a part of a formula. */
export function placeOf({ place, locate }: TextPlace, { start, text }: Span): Place {
  const spot = locate?.(start) ?? (place.column === undefined ? {} : { column: place.column + start })
  return { ...place, ...spot, value: excerpt(text) }
}

const LONGEST = 60

/** A part's text for a sentence: on one line, and cut where it is long. */
export function excerpt(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ')]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : characters.join('')
}
