import { KINDS } from '../findings/formulas.ts'
import { BEFORE_ALL, type Day, parseDay, printDay } from '../values/calendar.ts'
import { parseSchemeNumber } from '../values/exact.ts'
import { typeOf, type Value } from '../values/value.ts'
import type { Held, ValueEntry } from './file-values.ts'
import { labelOf, lineOf, originOf, type Reading } from './reading.ts'
import type { DatedValue, Given, ValueSince } from './scheme.ts'
import type { Path } from './yaml.ts'

/** A value as its form tells it: a number, yes or no, a day, else a text. */
export function valueFromText(text: string): Value {
  if (text === 'yes' || text === 'no') return text === 'yes'
  return parseSchemeNumber(text) ?? parseDay(text) ?? text
}

/** A value before the formula of its `by` is read, which may use any name of the scheme. */
export type UndecidedValue = Omit<DatedValue, 'by'> & { readonly byText: string | undefined }

/** Reads the values of the scheme; one whose entries are of different kinds is unusable. */
export function readValues(
  reading: Reading,
  entries: ReadonlyMap<string, ValueEntry> = new Map(),
): ReadonlyMap<string, UndecidedValue> {
  const read = [...entries].map(([name, entry]) => readValue(reading, name, entry))
  return new Map(read.flatMap((value) => (value ? [[value.name, value] as const] : [])))
}

function readValue(reading: Reading, name: string, entry: ValueEntry): UndecidedValue | undefined {
  const path = ['values', name]
  const history = historyOf(reading, name, entry)
  const first = givens(history)[0]
  if (!first || !allOneType(reading, givens(history))) {
    reading.unusable.add(name)
    return undefined
  }
  const [info, label] = [{ type: typeOf(first.value) }, labelOf(reading, entry.name)]
  const byText = 'by' in entry ? entry.by : undefined
  return { name, label, byText, info, history, ...originOf(reading, path, entry) }
}

function historyOf(reading: Reading, name: string, entry: ValueEntry): readonly ValueSince[] {
  if (entry.is !== undefined) return [heldFrom(reading, name, BEFORE_ALL, { ...entry, is: entry.is })]
  const dated = [...(entry.from ?? [])].map(([since, held]): ValueSince => {
    if (held === 'ended') return { since, is: 'ended' }
    const { clause = entry.clause, source = entry.source } = held
    return heldFrom(reading, name, since, { is: held.is, clause, source })
  })
  return dated.sort((a, b) => a.since - b.since)
}

/** Where a scheme says what a value is from a day on. */
export const pathOfDated = (name: string, since: Day): Path =>
  since === BEFORE_ALL ? ['values', name] : ['values', name, 'from', printDay(since)]

/** An entry that cites nothing itself comes from where the entry around it does. */
function heldFrom(reading: Reading, name: string, since: Day, held: Held): ValueSince {
  const at = [...pathOfDated(name, since), 'is']
  if (typeof held.is === 'string') return { since, is: given(reading, at, held.is, held) }
  const entries = [...held.is].map(([key, { is, clause = held.clause, source = held.source }]) => {
    return [key, given(reading, [...at, key, 'is'], is, { clause, source })] as const
  })
  return { since, is: new Map(entries) }
}

const given = (reading: Reading, path: Path, text: string, cited: Omit<Held, 'is'>): Given => ({
  value: valueFromText(text),
  ...originOf(reading, path, cited),
})

/** Every single value of a history, in order. */
function givens(history: readonly ValueSince[]): readonly Given[] {
  return history.flatMap(({ is }) => {
    if (is === 'ended') return []
    return 'value' in is ? [is] : [...is.values()]
  })
}

/** Whether all values are of one kind; reports those unlike the first. */
export function allOneType({ report }: Reading, all: readonly Pick<Given, 'value' | 'place'>[]): boolean {
  const [first] = all
  const unlike = all.filter(({ value }) => first && typeOf(value) !== typeOf(first.value))
  for (const { value, place } of unlike) {
    if (!first) continue
    const [type, other] = [KINDS[typeOf(value)], KINDS[typeOf(first.value)]]
    report('types-mixed', place, { found: place.value ?? '', type, other, first: lineOf(first.place) })
  }
  return unlike.length === 0
}
