import { type Book, type BookFigure, type BookPeriod, emptyBook } from '../../core/book/book.ts'
import { Ledger } from '../../core/book/ledger.ts'
import { takeIntoLot } from '../../core/book/ledger-text.ts'
import type { ClosedMonths, MonthTotal } from '../../core/book/month-totals.ts'
import type { Report } from '../../core/findings/finding.ts'
import { fenIn } from '../../core/values/fen.ts'
import { groupBy } from '../../core/values/group.ts'
import { liesWithin, type Period, periodsWithin } from '../../core/values/period.ts'
import { chainOf, isSealed, isUntouched } from './chain.ts'
import { type BookPlace, foldersOf, type PeriodFolder, soundFile } from './folders.ts'
import { FORMAT } from './manifest.ts'
import { readRecords } from './own-csv.ts'
import { readLedgers } from './read-ledgers.ts'
import { settle } from './recover.ts'
import { readRestated, restatedFor } from './restated.ts'
import { reportStale } from './stale.ts'

/** What a run may know of its book: the periods that end before it or lie within it, as their folders tell. */
export async function readBook(place: BookPlace, run: Period, scheme: string, report: Report): Promise<Book> {
  await settle(place.folder)
  const folders = await foldersOf(place.folder)
  if (!isOfScheme(folders, scheme, place, report) || !areReadable(folders, report)) return emptyBook()
  const chain = chainOf(folders, report)
  if (!chain || !(await isUntouched(chain, report))) return emptyBook()
  const before = folders.filter(({ period }) => period.last < run.first || liesWithin(period, run))
  reportStale(before, folders, report)
  const versions = [...groupBy(before, ({ period }) => period.id).values()]
  // A corrected version counts once it is sealed.
  const latest = versions.flatMap((all) => all.findLast(({ seal, version }) => seal || version === 1) ?? [])
  const periods = await each(latest, (folder) => periodIn(folder, report))
  const own = versions.flatMap(([first]) =>
    first?.period.kind === run.kind && first.version === 1 ? first : [],
  )
  const ledger = new Ledger()
  const ledgers = await readLedgers(own, ledger, () => takeIntoLot, report)
  const restated = await readRestated(restatedFor(run, folders), report)
  const closed = await each(latest, (folder) => closedMonthsIn(folder, report))
  const seals = before
    .filter(isSealed)
    .map(({ name, sealHash }) => ({ file: `${name}/seal.json`, sha256: sealHash }))
  return { periods, ledgers, ledger, restated, closed, seals }
}

async function each<T, R>(
  items: readonly T[],
  read: (item: T) => Promise<R | undefined>,
): Promise<readonly R[]> {
  const found = await Promise.all(items.map(read))
  return found.filter((one) => one !== undefined)
}

/** A book belongs to one scheme. */
function isOfScheme(
  folders: readonly PeriodFolder[],
  scheme: string,
  { shown }: BookPlace,
  report: Report,
): boolean {
  const other = folders.find(({ manifest }) => (manifest?.scheme ?? scheme) !== scheme)
  if (!other) return true
  report('book-scheme', { file: shown }, { period: other.name, other: other.manifest?.scheme ?? '', scheme })
  return false
}

/** Whether this version of the program knows how every folder is laid out. */
export function areReadable(folders: readonly PeriodFolder[], report: Report): boolean {
  const newer = folders.filter(({ manifest }) => (manifest?.format ?? FORMAT) > FORMAT)
  for (const { name, manifest } of newer) {
    const facts = { period: name, format: manifest?.format ?? '', known: FORMAT }
    report('book-format', { file: `${name}/manifest.json` }, facts)
  }
  return newer.length === 0
}

async function periodIn(folder: PeriodFolder, report: Report): Promise<BookPeriod | undefined> {
  const sound = await soundFile(folder, 'figures.csv', report)
  return sound && { period: folder.period, ...sound.named, figures: parseFigures(sound.bytes) }
}

/** What the exports of a closed period held of its own months. */
async function closedMonthsIn(folder: PeriodFolder, report: Report): Promise<ClosedMonths | undefined> {
  const { seal, manifest, period, name } = folder
  if (!seal || manifest?.hashOf('months.csv') === undefined) return undefined
  const sound = await soundFile(folder, 'months.csv', report)
  const own = new Set([period, ...periodsWithin(period, 'month')].map(({ id }) => id))
  const months = readRecords(sound?.bytes ?? new Uint8Array()).map(
    ([table = '', month = '', currency = '', days = '', rows = '', sum = '']): MonthTotal => ({
      ...{ table, month, currency },
      days: countOf(days),
      rows: countOf(rows),
      sum: fenIn(sum),
    }),
  )
  return { period: name, months: months.filter(({ month }) => own.has(month)) }
}

const countOf = (text: string): number | undefined => (text === '' ? undefined : Number.parseInt(text, 10))

/** The lines of a figures.csv: period, manager_id, figure, value. */
export const parseFigures = (bytes: Uint8Array): readonly BookFigure[] =>
  readRecords(bytes).map(([, manager = '', figure = '', value = ''], index) => ({
    line: index + 2,
    manager,
    figure,
    value,
  }))
