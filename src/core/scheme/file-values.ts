import * as z from 'zod'
import { about, origin } from './file-parts.ts'
import {
  DAY_FORM,
  entry,
  faulty,
  formOf,
  ID_FORM,
  isEntries,
  list,
  namedBy,
  number,
  short,
  words,
} from './forms.ts'

/** One value with where it comes from: `5`, or `{ is: 5, clause: … }`. */
const cited = short('is', entry({ is: words, ...origin }))
const byKey = namedBy(ID_FORM, cited)

/** Values by a column on one date: the entries alone, or under `is` with a clause of the date. */
const citedByKey = z.preprocess(
  (input) => (isEntries(input) && !isEntries(input.is) ? { is: input } : input),
  entry({ is: byKey, ...origin }),
)

export type Held = { readonly is: string | z.output<typeof byKey> } & z.output<z.ZodObject<typeof origin>>

const byMissing = (input: unknown): boolean => isEntries(input) && !('is' in input)

const since = formOf<Held | 'ended'>((input) => {
  if (input === 'ended') return z.literal('ended')
  return byMissing(input) ? faulty('scheme-by-missing') : cited
})
const sinceByKey = formOf<Held | 'ended'>((input) => (input === 'ended' ? z.literal('ended') : citedByKey))

/** Exactly one of two keys stands in an entry. */
export const oneOf =
  (a: string, b: string) =>
  ({ value, issues }: z.core.ParsePayload<Record<string, unknown>>) => {
    if ((value[a] === undefined) !== (value[b] === undefined)) return
    const params = { finding: 'scheme-one-of', facts: { first: a, second: b } }
    issues.push({ code: 'custom', input: value, path: [], params })
  }

const plainValue = entry({
  ...about,
  is: formOf<string>((input) => (isEntries(input) ? faulty('scheme-by-missing') : words)).optional(),
  from: namedBy(DAY_FORM, since).optional(),
})
const keyedValue = entry({
  ...about,
  by: words,
  is: byKey.optional(),
  from: namedBy(DAY_FORM, sinceByKey).optional(),
})

type AnyValue = z.output<typeof plainValue> | z.output<typeof keyedValue>

/** A value of the scheme: a constant, dated or not, the same for everyone or by a column. */
export const valueEntry = short(
  'is',
  formOf<AnyValue>((input) =>
    isEntries(input) && 'by' in input
      ? keyedValue.check(oneOf('is', 'from'))
      : plainValue.check(oneOf('is', 'from')),
  ),
)
export type ValueEntry = z.output<typeof valueEntry>

const row = entry({ from: number.optional(), to: number.optional(), gives: words })
export type RowEntry = z.output<typeof row>

/** A tier table of the scheme. */
export const tableEntry = entry({
  ...about,
  kind: z.enum(['whole', 'marginal']),
  includes: z.enum(['lower', 'upper']),
  rows: list(row).optional(),
  from: namedBy(DAY_FORM, entry({ rows: list(row), ...origin })).optional(),
}).check(oneOf('rows', 'from'))
export type TableEntry = z.output<typeof tableEntry>
