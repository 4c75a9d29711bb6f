import { likeliestOf } from '../findings/near.ts'
import * as KINDS from '../measures/index.ts'
import type { MeasureKind } from '../measures/kind.ts'
import type { MeasureEntry } from './file-shape.ts'
import { readSettings } from './measure-settings.ts'
import { labelOf, originOf, type Reading } from './reading.ts'
import type { FilterColumn, Measure, TierTable } from './scheme.ts'

const COLUMNS: Readonly<Record<MeasureKind['table'], readonly (FilterColumn | 'amount')[]>> = {
  balances: ['product', 'currency', 'tier', 'segment'],
  activity: ['product', 'kind', 'amount', 'tier', 'segment'],
}

/** Reads the measures of the scheme; one of an unknown kind is left out. */
export function readMeasures(
  reading: Reading,
  entries: ReadonlyMap<string, MeasureEntry> = new Map(),
  tables: ReadonlyMap<string, TierTable>,
): readonly Measure[] {
  return [...entries].flatMap(([name, entry]) => readMeasure(reading, name, entry, tables) ?? [])
}

function readMeasure(
  reading: Reading,
  name: string,
  entry: MeasureEntry,
  tables: ReadonlyMap<string, TierTable>,
): Measure | undefined {
  const path = ['measures', name]
  const kind = kindOf(reading, name, entry)
  const sound = columnsExist(reading, name, entry)
  const settings = kind && readSettings(reading, name, entry, kind, tables)
  if (!kind || !settings || !sound) return undefined
  const { amount: _, ...columns } = entry.where ?? {}
  const where = new Map(given(columns).map(([column, values]) => [column, new Set(values)]))
  const weigh = new Map(given(entry.weigh))
  reportIdleWeights(reading, name, where, weigh)
  const { over = 'period' } = entry
  return {
    name,
    label: labelOf(reading, entry.name),
    kind,
    over,
    where,
    weigh,
    ...settings,
    ...originOf(reading, path, entry),
  }
}

/** The columns that an entry names, with what it says of each. */
const given = <C extends FilterColumn | 'amount', T>(
  by: { readonly [Column in C]?: T | undefined } = {},
): readonly (readonly [C, T])[] =>
  (Object.entries(by) as [C, T | undefined][]).flatMap(([column, of]) =>
    of === undefined ? [] : [[column, of] as const],
  )

function kindOf(
  { file, report }: Reading,
  name: string,
  { take, of }: MeasureEntry,
): MeasureKind | undefined {
  const fitting = Object.values(KINDS).filter(({ table }) => table === of)
  const kind = fitting.find(({ id }) => id === take)
  const wanted = fitting.map(({ id }) => id).join(', ')
  if (!kind) report('measure-take', file.placeOf(['measures', name, 'take']), { take, of, wanted })
  return kind
}

function columnsExist({ file, report }: Reading, name: string, { of, where, weigh }: MeasureEntry): boolean {
  const columns = COLUMNS[of]
  const wrong = [
    ...given<FilterColumn | 'amount', unknown>(where).map(([column]) => ['where', column] as const),
    ...given<FilterColumn, unknown>(weigh).map(([column]) => ['weigh', column] as const),
  ].filter(([, column]) => !columns.includes(column))
  for (const [part, column] of wrong) {
    const meant = likeliestOf(column, columns)
    const place = file.keyPlaceOf(['measures', name, part, column])
    report('measure-column', place, { of, column, wanted: columns.join(', '), meant })
  }
  return wrong.length === 0
}

function reportIdleWeights(
  { file, report }: Reading,
  name: string,
  where: Measure['where'],
  weigh: Measure['weigh'],
): void {
  for (const [column, weights] of weigh) {
    const counted = where.get(column)
    for (const value of counted ? weights.keys() : []) {
      if (counted?.has(value)) continue
      const place = file.keyPlaceOf(['measures', name, 'weigh', column, value])
      report('measure-weight-idle', place, { found: value })
    }
  }
}
