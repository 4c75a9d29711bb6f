import { BEFORE_ALL, type Day, printDay } from '../values/calendar.ts'
import { isExact } from '../values/exact.ts'
import { typeOf } from '../values/value.ts'
import type { RowEntry, TableEntry } from './file-values.ts'
import { labelOf, originOf, type Reading } from './reading.ts'
import type { TierRow, TierTable } from './scheme.ts'
import { checkTiers } from './tier-lint.ts'
import { allOneType, valueFromText } from './values.ts'
import type { Path } from './yaml.ts'

/** Reads the tier tables of the scheme; one with holes, overlaps or rows of different kinds is unusable. */
export function readTables(
  reading: Reading,
  entries: ReadonlyMap<string, TableEntry> = new Map(),
): ReadonlyMap<string, TierTable> {
  const read = [...entries].map(([name, entry]) => readTable(reading, name, entry))
  return new Map(read.flatMap((table) => (table ? [[table.name, table] as const] : [])))
}

function readTable(reading: Reading, name: string, entry: TableEntry): TierTable | undefined {
  const path = ['tables', name]
  const { kind, includes } = entry
  const history = historyOf(reading, path, entry)
  const rows = history.flatMap((dated) => dated.rows)
  const sound = kind === 'marginal' ? allRates(reading, rows) : oneKind(reading, rows)
  const placed = history
    .map(({ rows }) => checkTiers({ kind, includes, rows }, reading.report))
    .every(Boolean)
  const first = rows[0]
  if (!first || !sound || !placed) {
    reading.unusable.add(name)
    return undefined
  }
  const info = { type: typeOf(first.gives) }
  return {
    name,
    label: labelOf(reading, entry.name),
    kind,
    includes,
    info,
    history,
    ...originOf(reading, path, entry),
  }
}

function historyOf(reading: Reading, path: Path, entry: TableEntry): TierTable['history'] {
  const dated = (
    since: Day,
    at: Path,
    rows: readonly RowEntry[],
    cited: Omit<Parameters<typeof originOf>[2], never>,
  ) => ({
    since,
    rows: boundRows(rows.map((row, index) => readRow(reading, [...at, 'rows', index], row))),
    ...originOf(reading, at, cited),
  })
  if (entry.rows) return [dated(BEFORE_ALL, path, entry.rows, entry)]
  const all = [...(entry.from ?? [])].map(([since, { rows, clause = entry.clause, source = entry.source }]) =>
    dated(since, [...path, 'from', printDay(since)], rows, { clause, source }),
  )
  return all.sort((a, b) => a.since - b.since)
}

const readRow = ({ file }: Reading, path: Path, { from, to, gives }: RowEntry): TierRow => ({
  from,
  to,
  gives: valueFromText(gives),
  place: { ...file.placeOf(path), value: gives },
})

/** A bound that only one of two neighbours states belongs to both. */
function boundRows(rows: readonly TierRow[]): readonly TierRow[] {
  return rows.map((row, index) => ({
    ...row,
    from: row.from ?? rows[index - 1]?.to,
    to: row.to ?? rows[index + 1]?.from,
  }))
}

const oneKind = (reading: Reading, rows: readonly TierRow[]): boolean =>
  allOneType(
    reading,
    rows.map(({ gives, place }) => ({ value: gives, place })),
  )

function allRates({ report }: Reading, rows: readonly TierRow[]): boolean {
  const unlike = rows.filter(({ gives }) => !isExact(gives))
  for (const { place } of unlike) report('tier-rate', place, { found: place.value ?? '' })
  return unlike.length === 0
}
