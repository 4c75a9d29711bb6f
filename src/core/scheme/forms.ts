import * as z from 'zod'
import type { Code } from '../findings/sentences.ts'
import { type Day, parseDay } from '../values/calendar.ts'
import { type Exact, parseSchemeNumber } from '../values/exact.ts'

// No code is made of text: that is safer, and quicker where each form is read once.
z.config({ jitless: true })

/** What a fault of our own carries through zod to the finding it becomes. */
export interface OwnFault {
  readonly finding: Code
  readonly facts: Readonly<Record<string, string>>
  /** Whether the key is at fault, not what stands under it. */
  readonly ofKey?: boolean
}

/** One way to write a thing as text: what a text reads as, or the finding it makes. */
export interface TextForm<T> {
  readonly finding: Code
  readonly read: (text: string) => T | undefined
}

const matching = (form: RegExp) => (text: string) => (form.test(text) ? text : undefined)

const NAME = /^[\p{L}_][\p{L}\p{M}\p{Nd}_]*$/u
const ID = /^[^\s\p{C}](?:[^\p{C}]*[^\s\p{C}])?$/u

/** A name that formulas can use: letters of any script, digits and `_`, not beginning with a digit. */
export const NAME_FORM: TextForm<string> = { finding: 'scheme-name', read: matching(NAME) }
/** An id as exports write it: any text without outer blanks. */
export const ID_FORM: TextForm<string> = { finding: 'scheme-id', read: matching(ID) }
export const DAY_FORM: TextForm<Day> = { finding: 'scheme-day', read: parseDay }

/** A text in a form, or the finding that it makes. */
export function textOf<T>({ finding, read }: TextForm<T>, ofKey = false) {
  return z.string().transform((text, context) => {
    const value = read(text)
    if (value !== undefined) return value
    const params: OwnFault = { finding, facts: { found: text }, ofKey }
    context.issues.push({ code: 'custom', input: text, params: { ...params } })
    return z.NEVER
  })
}

export const name = textOf(NAME_FORM)
export const id = textOf(ID_FORM)
export const day = textOf(DAY_FORM)
export const words = textOf<string>({ finding: 'scheme-text-empty', read: matching(/\S/) })
export const number = textOf<Exact>({ finding: 'scheme-number', read: parseSchemeNumber })
export const currency = textOf<string>({ finding: 'scheme-currency', read: matching(/^[A-Z]{3}$/) })
/** A count, such as a number of lots: a whole number from 1 to 999. */
export const count = textOf<number>({
  finding: 'scheme-count',
  read: (text) => (/^[1-9]\d{0,2}$/.test(text) ? Number.parseInt(text, 10) : undefined),
})
/** The step of a rounding: a number above 0. */
export const step = textOf<Exact>({
  finding: 'scheme-step',
  read: (text) => [parseSchemeNumber(text)].find((value) => value && value.n > 0n && value.s > 0n),
})
export const yesno = z.enum(['yes', 'no']).transform((text) => text === 'yes')

/** An entry of named parts. Its fault names the parts there are, since zod's own issue does not. */
export function entry<S extends z.ZodRawShape>(shape: S) {
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : undefined),
  })
}

export const isEntries = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null && !Array.isArray(input) && !(input instanceof Map)

/** Entries under keys that the writer chooses; a Map, so that no key is special. */
export function namedBy<K, V extends z.ZodType>(key: TextForm<K>, value: V) {
  const toMap = (input: unknown) => (isEntries(input) ? new Map(Object.entries(input)) : input)
  return z.preprocess(toMap, z.map(textOf(key, true), value))
}

/** A list of at least one thing. */
export function list<T extends z.ZodType>(item: T) {
  return z.array(item).min(1)
}

/** A list of texts, each once; also written as one text alone. */
export function someOf<T extends string>(item: z.ZodType<T>) {
  const listed = list(item).check(({ value, issues }) => {
    for (const [index, text] of value.entries()) {
      if (value.indexOf(text) === index) continue
      const params = { finding: 'scheme-listed-twice', facts: { found: text } }
      issues.push({ code: 'custom', input: text, path: [index], params })
    }
  })
  return z.preprocess((input) => (typeof input === 'string' ? [input] : input), listed)
}

/** An entry that may be written short, as the text of its main part alone. */
export function short<T extends z.ZodType>(main: string, full: T) {
  return z.preprocess((input) => (typeof input === 'string' ? { [main]: input } : input), full)
}

/** A thing written in one of several forms, told apart by a look at it, so that faults are those of the form meant. */
export function formOf<T>(choose: (input: unknown) => z.ZodType<T>) {
  return z.unknown().transform((input, context): T => {
    const read = choose(input).safeParse(input)
    if (read.success) return read.data
    for (const issue of read.error.issues) context.issues.push({ ...issue, input } as never)
    return z.NEVER
  })
}

/** A form that is always this fault. */
export function faulty(finding: Code) {
  return z.unknown().transform((input, context): never => {
    context.issues.push({ code: 'custom', input, params: { finding, facts: {} } })
    return z.NEVER
  })
}
