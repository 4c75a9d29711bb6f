import { likeliestOf } from '../findings/near.ts'
import type { MeasureKind } from '../measures/kind.ts'
import { LAST } from '../values/buckets.ts'
import { printExact } from '../values/exact.ts'
import type { MeasureEntry } from './file-shape.ts'
import type { Reading } from './reading.ts'
import type { AmountBounds, Measure, TierTable } from './scheme.ts'

type Settings = Pick<Measure, 'on' | 'table' | 'amount'>

/** What a measure says besides its columns; undefined where something of it is wrong. */
export function readSettings(
  reading: Reading,
  name: string,
  entry: MeasureEntry,
  kind: MeasureKind,
  tables: ReadonlyMap<string, TierTable>,
): Settings | undefined {
  const fits = settingsFit(reading, name, entry, kind)
  const on = daysOn(reading, name, entry.on ?? [])
  const table = tableOf(reading, name, entry.table, tables)
  const amount = boundsOf(reading, name, entry)
  return fits && on && table !== 'unknown' && amount !== 'empty' ? { on, table, amount } : undefined
}

/** Whether an entry has the settings that its kind needs, and none that it does not take. */
function settingsFit({ file, report }: Reading, name: string, entry: MeasureEntry, kind: MeasureKind) {
  const { id: take, settings, counts } = kind
  const path = ['measures', name]
  const absent = settings.filter((setting) => entry[setting] === undefined)
  for (const setting of absent) report('measure-setting-absent', file.placeOf(path), { take, setting })
  const idle = (['on', 'table'] as const).filter((setting) => entry[setting] && !settings.includes(setting))
  const wrong = [...idle, ...(counts === 'days' && entry.weigh ? (['weigh'] as const) : [])]
  for (const setting of wrong) {
    report('measure-setting-idle', file.keyPlaceOf([...path, setting]), { take, setting })
  }
  return absent.length === 0 && wrong.length === 0
}

const DAY = /^([1-9]|[12]\d|3[01])$/

/** The numbers of the days of a month that are written. */
function daysOn(
  { file, report }: Reading,
  name: string,
  written: readonly string[],
): readonly number[] | undefined {
  const wrong = written.filter((text) => text !== 'last' && !DAY.test(text))
  for (const found of wrong) {
    const place = file.placeOf(['measures', name, 'on', written.indexOf(found)])
    report('measure-day', place, { found })
  }
  if (wrong.length > 0) return undefined
  const numbers = written.map((text) => (text === 'last' ? LAST : Number.parseInt(text, 10)))
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** The tier table that is named, a whole one that gives numbers; one that something was said about already is passed over. */
function tableOf(
  { file, report, unusable }: Reading,
  name: string,
  named: string | undefined,
  tables: ReadonlyMap<string, TierTable>,
): TierTable | undefined | 'unknown' {
  if (named === undefined) return undefined
  const table = tables.get(named)
  if (table?.kind === 'whole' && table.info.type === 'number') return table
  const fitting = [...tables.values()].filter(({ kind, info }) => kind === 'whole' && info.type === 'number')
  const names = fitting.map((each) => each.name)
  const facts = { found: named, wanted: names.join(', ') || '-', meant: likeliestOf(named, names) }
  if (!unusable.has(named)) report('measure-table', file.placeOf(['measures', name, 'table']), facts)
  return 'unknown'
}

/** The amounts that rows may have. */
function boundsOf(
  { file, report }: Reading,
  name: string,
  { where }: MeasureEntry,
): AmountBounds | undefined | 'empty' {
  if (!where?.amount) return undefined
  const { from, above, to, below } = where.amount
  const bounds = { from, above, to, below }
  if (isSound(bounds)) return bounds
  const given = Object.entries(bounds).flatMap(([bound, amount]) =>
    amount ? [`${bound} ${printExact(amount)}`] : [],
  )
  report('measure-amount', file.placeOf(['measures', name, 'where', 'amount']), { found: given.join(', ') })
  return 'empty'
}

/** Whether at least one end is bounded, none twice, and there are amounts in between. */
function isSound({ from, above, to, below }: AmountBounds): boolean {
  if ((from && above) || (to && below)) return false
  const [low, high] = [from ?? above, to ?? below]
  if (!low || !high) return low !== undefined || high !== undefined
  return low.equals(high) ? from !== undefined && to !== undefined : high.gt(low)
}
