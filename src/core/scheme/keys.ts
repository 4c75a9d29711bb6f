import { likeliestOf } from '../findings/near.ts'
import type { Domain } from '../formula/vocabulary.ts'
import { byOwner } from './names.ts'
import { type FormulaReading, formulaAt } from './reading.ts'
import type { DatedValue, ValueSince } from './scheme.ts'
import { pathOfDated, type UndecidedValue } from './values.ts'
import type { Path } from './yaml.ts'

/** The values with the formulas of their `by`; one whose formula cannot be read is unusable. */
export function withKeys(
  reading: FormulaReading,
  values: ReadonlyMap<string, UndecidedValue>,
): ReadonlyMap<string, DatedValue> {
  const keyed = [...values].flatMap(([name, { byText, ...value }]) => {
    const by = formulaAt(reading, byOwner(name), ['values', name, 'by'], byText, { type: 'text' })
    if (byText === undefined || by) return [[name, { ...value, by }] as const]
    reading.unusable.add(name)
    return []
  })
  return new Map(keyed)
}

/** Compares the keys of each value with the closed list that they come from, where there is one. */
export function checkKeys(reading: FormulaReading, values: ReadonlyMap<string, DatedValue>): void {
  for (const { name, history } of values.values()) {
    const domain = reading.names.info(byOwner(name))?.domain
    for (const dated of domain ? history : []) checkDated(reading, name, dated, domain)
  }
}

function checkDated(reading: FormulaReading, name: string, { since, is }: ValueSince, domain?: Domain): void {
  if (!domain || is === 'ended' || 'value' in is) return
  const { file, report } = reading
  const path = [...pathOfDated(name, since), 'is']
  const { name: by, ids } = domain
  for (const key of is.keys()) if (!ids.has(key)) reportKey(reading, [...path, key], key, domain)
  const keys = [...ids].filter((id) => !is.has(id))
  if (keys.length > 0) report('value-key-absent', file.placeOf(path), { name, by, keys: keys.join(', ') })
}

function reportKey(
  { file, report }: FormulaReading,
  path: Path,
  key: string,
  { name: by, ids }: Domain,
): void {
  const wanted = [...ids].join(', ')
  report('value-key-unknown', file.keyPlaceOf(path), {
    key,
    by,
    wanted,
    meant: likeliestOf(key, ids),
  })
}
