import { likeliestOf } from '../findings/near.ts'
import * as KINDS from '../measures/index.ts'
import type { MeasureKind } from '../measures/kind.ts'
import type { MeasureEntry } from './file-shape.ts'
import { labelOf, originOf, type Reading } from './reading.ts'
import type { FilterColumn, Measure } from './scheme.ts'

const COLUMNS: Readonly<Record<MeasureKind['table'], readonly FilterColumn[]>> = {
  balances: ['product', 'currency'],
  activity: ['product', 'kind'],
}

/** Reads the measures of the scheme; one of an unknown kind is left out. */
export function readMeasures(
  reading: Reading,
  entries: ReadonlyMap<string, MeasureEntry> = new Map(),
): readonly Measure[] {
  return [...entries].flatMap(([name, entry]) => readMeasure(reading, name, entry) ?? [])
}

function readMeasure(reading: Reading, name: string, entry: MeasureEntry): Measure | undefined {
  const path = ['measures', name]
  const kind = kindOf(reading, name, entry)
  const sound = columnsExist(reading, name, entry)
  if (!kind || !sound) return undefined
  const where = new Map(given(entry.where).map(([column, values]) => [column, new Set(values)]))
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
    ...originOf(reading, path, entry),
  }
}

/** The columns that an entry names, with what it says of each. */
const given = <T>(
  by: { readonly [C in FilterColumn]?: T | undefined } = {},
): readonly (readonly [FilterColumn, T])[] =>
  (Object.entries(by) as [FilterColumn, T | undefined][]).flatMap(([column, of]) =>
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
    ...given<unknown>(where).map(([column]) => ['where', column] as const),
    ...given<unknown>(weigh).map(([column]) => ['weigh', column] as const),
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
