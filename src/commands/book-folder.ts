import { join } from 'node:path'
import type { Book, BookFigure, BookLedger, BookPeriod } from '../core/book/book.ts'
import { EVENT_COLUMNS, type EventCells } from '../core/book/events.ts'
import { LedgerReader } from '../core/book/ledger-lines.ts'
import { type LedgerLine, Lot } from '../core/book/lot.ts'
import type { Report } from '../core/findings/finding.ts'
import { parseDay } from '../core/values/calendar.ts'
import { liesWithin, type Period, parsePeriod } from '../core/values/period.ts'
import { namesIn, readIfThere, sha256 } from './files.ts'
import { FORMAT, type Manifest, parseManifest } from './manifest.ts'
import { readRecords } from './own-csv.ts'

/** A book as options name it: its folder, and how messages show it. */
export interface BookPlace {
  readonly folder: string
  readonly shown: string
}

/** What a run may know of its book: the periods that end before it or lie within it, as their folders tell. */
export async function readBook(place: BookPlace, run: Period, scheme: string, report: Report): Promise<Book> {
  const book = { periods: [] as BookPeriod[], ledgers: [] as BookLedger[] }
  const folders = await foldersOf(place.folder)
  const other = folders.find(({ manifest }) => (manifest?.scheme ?? scheme) !== scheme)
  if (other) {
    const facts = { period: other.period.id, other: other.manifest?.scheme ?? '', scheme }
    report('book-scheme', { file: place.shown }, facts)
    return book
  }
  for (const folder of folders.filter(({ period }) => period.last < run.first || liesWithin(period, run))) {
    const { manifest } = folder
    if (manifest && !isReadable(manifest, folder, report)) continue
    const figures = await fileIn(folder, 'figures.csv', report)
    if (!figures) continue
    const { period } = folder
    book.periods.push({ period, ...figures.named, figures: parseFigures(figures.bytes) })
    if (period.kind !== run.kind) continue
    const ledger = await ledgerIn(folder, report)
    if (ledger) book.ledgers.push(ledger)
  }
  const inTime = (a: { period: Period }, b: { period: Period }) =>
    a.period.last - b.period.last || b.period.first - a.period.first
  return { periods: book.periods.sort(inTime), ledgers: book.ledgers.sort(inTime) }
}

/** A period's folder in a book. */
interface PeriodFolder {
  readonly path: string
  readonly period: Period
  /** Undefined where it has none that can be understood. */
  readonly manifest: Manifest | undefined
}

async function foldersOf(book: string): Promise<readonly PeriodFolder[]> {
  const named = (await namesIn(book)).flatMap((name) => parsePeriod(name) ?? [])
  return Promise.all(
    named.map(async (period) => {
      const path = join(book, period.id)
      return { path, period, manifest: parseManifest(await readIfThere(join(path, 'manifest.json'))) }
    }),
  )
}

function isReadable({ format }: Manifest, { period }: PeriodFolder, report: Report): boolean {
  if (format <= FORMAT) return true
  report('book-format', { file: `${period.id}/manifest.json` }, { period: period.id, format, known: FORMAT })
  return false
}

/** A file of a period's folder; undefined, with a finding, where it is not as the manifest states. */
async function fileIn({ path, period, manifest }: PeriodFolder, name: string, report: Report) {
  const bytes = await readIfThere(join(path, name))
  const named = { file: `${period.id}/${name}`, sha256: bytes ? sha256(bytes) : '' }
  if (bytes && manifest?.hashOf(name) === named.sha256) return { bytes, named }
  report('book-changed', { file: named.file }, { period: period.id, file: name })
  return undefined
}

/** What a period has booked; undefined, with findings, where its files are not as they were written. */
async function ledgerIn(folder: PeriodFolder, report: Report): Promise<BookLedger | undefined> {
  const { period, manifest } = folder
  const source = manifest?.format === 1 ? 'deferred.csv' : 'ledger.csv'
  const wanted = [source, 'events.csv'].filter((name) => manifest?.hashOf(name) !== undefined)
  const read = await Promise.all(wanted.map((name) => fileIn(folder, name, report)))
  if (read.includes(undefined)) return undefined
  const files = new Map(wanted.map((name, index) => [name, read[index]]))
  const records = readRecords(files.get(source)?.bytes ?? new Uint8Array())
  const lines = source === 'ledger.csv' ? linesOf(records) : grantsOf(records)
  if (!lines) {
    report('book-changed', { file: `${period.id}/${source}` }, { period: period.id, file: source })
    return undefined
  }
  const events = readRecords(files.get('events.csv')?.bytes ?? new Uint8Array()).map(eventOf)
  return {
    period,
    closed: false,
    files: [...files.values()].flatMap((file) => file?.named ?? []),
    lines,
    events: new Map(events.map((event) => [event.id, event])),
  }
}

function linesOf(records: readonly (readonly string[])[]): readonly LedgerLine[] | undefined {
  const reader = new LedgerReader()
  const lines = records.flatMap((cells) => reader.lineOf(cells) ?? [])
  return lines.length === records.length ? lines : undefined
}

/** The lots that a folder without a ledger granted, as its sheet of deferred pay has them. */
function grantsOf(records: readonly (readonly string[])[]): readonly LedgerLine[] {
  return records.flatMap(
    ([id = '', manager = '', , component = '', granted = '', tranche = '', due = '', amount = '']) => {
      const [period, dueOn] = [parsePeriod(granted), parseDay(due)]
      if (!period || dueOn === undefined) return []
      const key = { id, manager, component, granted: period, tranche: Number.parseInt(tranche, 10), dueOn }
      return [new Lot(key, '').move('granted', period.last, BigInt(amount.replace('.', '')))]
    },
  )
}

const eventOf = (cells: readonly string[]): EventCells =>
  Object.fromEntries(EVENT_COLUMNS.map((column, index) => [column, cells[index] ?? ''])) as EventCells

/** The lines of a figures.csv: period, manager_id, figure, value. */
export const parseFigures = (bytes: Uint8Array): readonly BookFigure[] =>
  readRecords(bytes).map(([, manager = '', figure = '', value = ''], index) => ({
    line: index + 2,
    manager,
    figure,
    value,
  }))
