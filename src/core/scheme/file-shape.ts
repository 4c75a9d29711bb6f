import * as z from 'zod'
import { WINDOWS, type WindowName } from '../measures/window.ts'
import { PERIOD_KINDS } from '../values/period.ts'
import { SIGNING_ROLES } from '../values/sign-off.ts'
import { about, label, origin, rounding } from './file-parts.ts'
import { oneOf, tableEntry, valueEntry } from './file-values.ts'
import {
  count,
  currency,
  day,
  entry,
  ID_FORM,
  id,
  list,
  NAME_FORM,
  name,
  namedBy,
  number,
  short,
  someOf,
  step,
  words,
  yesno,
} from './forms.ts'
import { LOT_OUTCOMES, OUTCOMES } from './scheme.ts'

const valuesOf = someOf(id).optional()
const filter = entry({
  ...{ product: valuesOf, kind: valuesOf, currency: valuesOf, tier: valuesOf, segment: valuesOf },
  amount: entry({
    from: number.optional(),
    above: number.optional(),
    to: number.optional(),
    below: number.optional(),
  }).optional(),
})
const weightsOf = namedBy(ID_FORM, number).optional()
const weights = entry({
  ...{ product: weightsOf, kind: weightsOf, currency: weightsOf, tier: weightsOf, segment: weightsOf },
})

const measure = entry({
  ...about,
  of: z.enum(['balances', 'activity']),
  take: words,
  where: filter.optional(),
  weigh: weights.optional(),
  over: z.enum(Object.keys(WINDOWS) as WindowName[]).optional(),
  on: someOf(words).optional(),
  table: words.optional(),
})

const choice = entry({ ...origin, when: words.optional(), gives: words })

const figure = short(
  'formula',
  entry({
    ...about,
    ...rounding,
    formula: words.optional(),
    cases: list(choice).optional(),
    type: z.enum(['number', 'text', 'yesno', 'day']).optional(),
    one_of: someOf(id).optional(),
    for: words.optional(),
    optional: yesno.optional(),
  }).check(oneOf('formula', 'cases')),
)

const assessment = entry({ ...about, from: number, to: number })
const indicator = entry({ ...about, ...rounding, id: name, of: number, formula: words })
const ratingCase = entry({ ...about, id, when: words.optional() })

const appraisal = entry({
  who: words.optional(),
  ranked: words.optional(),
  of: number.optional(),
  indicators: list(indicator),
  total: short('formula', entry({ ...about, ...rounding, formula: words })).optional(),
  rating: list(ratingCase).optional(),
  rank: entry({ ...about, by: someOf(words) }).optional(),
})

const rule = entry({
  ...origin,
  rule: id,
  at: z.enum(['term_end', 'interim']).optional(),
  // biome-ignore lint/suspicious/noThenProperty: the rules officer's word; its value is never awaited
  then: z.enum(OUTCOMES),
  to: words.optional(),
  when: words.optional(),
  reason: label.optional(),
})

const lotRule = entry({
  ...origin,
  rule: id,
  // biome-ignore lint/suspicious/noThenProperty: the rules officer's word; its value is never awaited
  then: z.enum(LOT_OUTCOMES),
  when: words.optional(),
  reason: label.optional(),
})

const deferral = entry({
  ...origin,
  share: words,
  round: step,
  mode: rounding.mode,
  lots: count.optional(),
  whole: words.optional(),
  every: z.enum(PERIOD_KINDS),
  first: count.optional(),
  due: list(lotRule).optional(),
  before_due: list(lotRule).optional(),
  paid: z.enum(['on_release', 'when_confirmed']).optional(),
}).check(oneOf('lots', 'whole'))

const component = entry({
  ...about,
  id: name,
  for: words.optional(),
  schedule: z.enum(['monthly', 'with_run']).optional(),
  amount: words,
  round: step,
  mode: rounding.mode,
  defer: deferral.optional(),
})

const check = entry({
  ...about,
  check: name,
  for: words.optional(),
  holds: words,
  severity: z.enum(['error', 'warning']).optional(),
  says: label,
})

const clientClass = entry({
  ...about,
  id: name,
  when: words.optional(),
  visits: count.optional(),
  every: count.optional(),
  load: count.optional(),
})

const clients = entry({
  figures: namedBy(NAME_FORM, figure).optional(),
  classes: list(clientClass),
  visits: name.optional(),
})

const outcome = entry({
  ...origin,
  rule: id,
  // biome-ignore lint/suspicious/noThenProperty: the rules officer's word; its value is never awaited
  then: z.enum(['appoint', 'provisional', 'reject']),
  grade: id.optional(),
  when: words.optional(),
  reason: label.optional(),
})

const ofEntry = entry({
  figures: namedBy(NAME_FORM, figure).optional(),
  outcomes: list(outcome),
  filing: entry({ ...origin, when: words.optional() }).optional(),
})

const people = entry({
  roles: someOf(id).optional(),
  employments: someOf(id).optional(),
  statuses: someOf(id).optional(),
  ungraded: someOf(id).optional(),
})

const signing = someOf(z.enum(SIGNING_ROLES)).optional()
const signOff = entry({ ...origin, scheme: signing, set_aside: signing, run: signing })

/** Everything that a person can write in a scheme file. */
export const schemeFile = entry({
  scheme: id,
  version: words,
  name: label.optional(),
  effective: entry({ from: day, to: day.optional() }),
  language: z.enum(['en', 'zh']).optional(),
  currency,
  periods: someOf(z.enum(PERIOD_KINDS)),
  people: people.optional(),
  grades: list(short('id', entry({ ...about, id, ladder: id.optional() }))).optional(),
  values: namedBy(NAME_FORM, valueEntry).optional(),
  tables: namedBy(NAME_FORM, tableEntry).optional(),
  assessments: namedBy(NAME_FORM, assessment).optional(),
  measures: namedBy(NAME_FORM, measure).optional(),
  figures: namedBy(NAME_FORM, figure).optional(),
  appraisal: appraisal.optional(),
  recommendation: list(rule).optional(),
  pay: list(component).optional(),
  checks: list(check).optional(),
  clients: clients.optional(),
  entry: ofEntry.optional(),
  sign_off: signOff.optional(),
})

/** A scheme as a person writes it: its shape is right, its names and formulas are not looked at yet. */
export type SchemeFile = z.output<typeof schemeFile>
export type FigureEntry = z.output<typeof figure>
export type MeasureEntry = z.output<typeof measure>
export type AppraisalEntry = z.output<typeof appraisal>
export type RuleEntry = z.output<typeof rule>
export type ComponentEntry = z.output<typeof component>
export type DeferralEntry = z.output<typeof deferral>
export type LotRuleEntry = z.output<typeof lotRule>
export type CheckEntry = z.output<typeof check>
