import type { EventCells } from '../../core/book/events.ts'
import { compareLots, type LedgerLine } from '../../core/book/lot.ts'
import type { Leaver } from '../../core/defer/view.ts'
import type { Report } from '../../core/findings/finding.ts'
import { type Day, parseDay } from '../../core/values/calendar.ts'
import { LEAVING_KINDS } from '../../core/values/event-kinds.ts'
import { compareText } from '../../core/values/text.ts'
import { chainOf, isUntouched } from './chain.ts'
import { type BookPlace, foldersOf, type PeriodFolder, soundFile } from './folders.ts'
import { readRecords } from './own-csv.ts'
import { payIn } from './pay-file.ts'
import { areReadable, ledgerIn } from './read-book.ts'
import { settle } from './recover.ts'
import { reportStale } from './stale.ts'

/** The whole ledger of a book as far as it was known on a day. */
export interface BookLines {
  /** By day, then by lot. */
  readonly lines: readonly LedgerLine[]
  readonly names: ReadonlyMap<string, string>
  readonly leavers: readonly Leaver[]
  /** The last day that the book has booked; undefined where it has nothing. */
  readonly bookedTo: Day | undefined
  readonly currency: string
}

/** Reads the ledger of every period of a book; undefined, with findings, where something is wrong with it. */
export async function readLedger(
  { folder, shown }: BookPlace,
  asOf: Day,
  report: Report,
): Promise<BookLines | undefined> {
  await settle(folder)
  const folders = await foldersOf(folder)
  if (folders.length === 0) report('book-missing', { file: shown }, { folder: shown })
  const chain = areReadable(folders, report) ? chainOf(folders, report) : undefined
  if (!chain || folders.length === 0 || !(await isUntouched(chain, report))) return undefined
  reportStale(folders, folders, report)
  const first = folders.filter(({ version }) => version === 1)
  const ledgers = await Promise.all(first.map((each) => ledgerIn(each, report)))
  if (ledgers.includes(undefined)) return undefined
  const events = ledgers.flatMap((ledger) => [...(ledger?.events.values() ?? [])])
  const unknown = new Set(events.filter(({ known_on: on }) => isAfter(on, asOf)).map(({ id }) => id))
  const lines = ledgers
    .flatMap((ledger) => ledger?.lines ?? [])
    .filter(({ date, event }) => date <= asOf && !unknown.has(event))
    .sort((a, b) => a.date - b.date || compareLots(a.lot, b.lot))
  const names = new Map((await Promise.all(first.map(namesIn))).flat())
  const known = events.filter(({ id, date }) => !unknown.has(id) && !isAfter(date, asOf))
  const leavers = leaversOf(known, lines, await paidLast(first, asOf))
  return {
    lines,
    names,
    leavers,
    bookedTo: first.at(-1)?.period.last,
    currency: first.at(-1)?.manifest?.currency ?? '',
  }
}

const isAfter = (text: string, day: Day): boolean => (parseDay(text) ?? day) > day

async function namesIn(folder: PeriodFolder): Promise<readonly (readonly [string, string])[]> {
  const sheet = await soundFile(folder, 'deferred.csv', () => undefined)
  return readRecords(sheet?.bytes ?? new Uint8Array()).flatMap(([, manager = '', name = '']) =>
    name === '' ? [] : [[manager, name] as const],
  )
}

/** Whom the last period of the book up to a day pays, of each kind; undefined where there is none. */
async function paidLast(
  folders: readonly PeriodFolder[],
  asOf: Day,
): Promise<ReadonlySet<string> | undefined> {
  const byKind = new Map(
    folders.filter(({ period }) => period.first <= asOf).map((each) => [each.period.kind, each]),
  )
  const sheets = await Promise.all(
    [...byKind.values()].map((each) => soundFile(each, 'pay.csv', () => undefined)),
  )
  const managers = sheets.flatMap((sheet) => (sheet ? payIn(sheet.bytes).map(({ manager }) => manager) : []))
  return byKind.size === 0 ? undefined : new Set(managers)
}

const LEAVING: ReadonlySet<string> = new Set(LEAVING_KINDS)

/** Who has left: by their latest event, else since the last run does not have them. */
function leaversOf(
  events: readonly EventCells[],
  lines: readonly LedgerLine[],
  paid: ReadonlySet<string> | undefined,
): readonly Leaver[] {
  const left = new Map<string, Leaver>()
  const leaving = events.filter(({ kind }) => LEAVING.has(kind))
  for (const { manager_id: manager, kind, date } of leaving.sort((a, b) => compareText(a.date, b.date)))
    left.set(manager, { manager, kind, on: parseDay(date) })
  for (const manager of new Set(lines.map(({ lot }) => lot.manager))) {
    if (!left.has(manager) && paid && !paid.has(manager))
      left.set(manager, { manager, kind: 'not_in_run', on: undefined })
  }
  return [...left.values()].sort((a, b) => compareText(a.manager, b.manager))
}
