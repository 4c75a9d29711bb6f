import * as z from 'zod'
import { ROUNDING_MODES } from '../values/exact.ts'
import { entry, formOf, step, words } from './forms.ts'

/** Where a rule or number comes from, as a person writes it. */
export const origin = { clause: words.optional(), source: words.optional() }

const inLanguages = entry({ en: words.optional(), zh: words.optional() })

/** A text for people: one text in the scheme's language, or one for each language. */
export const label = formOf<string | z.output<typeof inLanguages>>((input) =>
  typeof input === 'string' ? words : inLanguages,
)

/** How a figure is rounded, as a person writes it. */
export const rounding = { round: step.optional(), mode: z.enum(ROUNDING_MODES).optional() }

/** What every named entry may say of itself. */
export const about = { name: label.optional(), ...origin }
