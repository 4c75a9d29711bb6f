import { parseDay } from './calendar.ts'
import { parseExact } from './exact.ts'
import type { Type, Value } from './value.ts'

/** The ids that a text may be, where they are a closed list. */
interface Expected {
  readonly type: Type
  readonly domain?: { readonly ids: ReadonlySet<string> }
}

/** Reads a value as figures.csv writes it; undefined where the text is no value of that type. */
export function parseValue(text: string, { type, domain }: Expected): Value | undefined {
  switch (type) {
    case 'number':
      return parseExact(text)
    case 'day':
      return parseDay(text)
    case 'yesno':
      return text === 'yes' ? true : text === 'no' ? false : undefined
    case 'text':
      return domain && !domain.ids.has(text) ? undefined : text
  }
}
