import type { BookLedger } from '../../core/book/book.ts'
import type { EventCells } from '../../core/book/events.ts'
import type { TakeLine } from '../../core/book/ledger-text.ts'
import type { Report } from '../../core/findings/finding.ts'
import type { Leaver, LedgerView } from '../../core/ledger-sheets/view.ts'
import { type Day, parseDay } from '../../core/values/calendar.ts'
import { LEAVING_KINDS } from '../../core/values/event-kinds.ts'
import { compareText } from '../../core/values/text.ts'
import { chainOf, isUntouched } from './chain.ts'
import { type BookPlace, foldersOf, type PeriodFolder, soundFile } from './folders.ts'
import { readRecords } from './own-csv.ts'
import { payIn } from './pay-file.ts'
import { areReadable } from './read-book.ts'
import { readLedgers } from './read-ledgers.ts'
import { settle } from './recover.ts'
import { reportStale } from './stale.ts'

/** What a book tells besides the lines of its ledger. */
export interface BookFacts {
  readonly names: ReadonlyMap<string, string>
  readonly leavers: readonly Leaver[]
  readonly currency: string
}

/** Of closed periods only what is read is looked at, when it is read. */
const READ_LATER = () => false

/**
 * Hands over the lines of every period of a book, without those of events that were known only after a day. Undefined, with
 * findings, where something is wrong with the book.
 */
export async function readLedger(
  { folder, shown }: BookPlace,
  { asOf, ledger, take }: LedgerView,
  report: Report,
): Promise<BookFacts | undefined> {
  await settle(folder)
  const folders = await foldersOf(folder)
  if (folders.length === 0) report('book-missing', { file: shown }, { folder: shown })
  const chain = areReadable(folders, report) ? chainOf(folders, report) : undefined
  if (!chain || folders.length === 0 || !(await isUntouched(chain, report, READ_LATER))) return undefined
  reportStale(folders, folders, report)
  const first = folders.filter(({ version }) => version === 1)
  const takerOf = (events: readonly EventCells[]): TakeLine => {
    const unknown = new Set(events.filter((event) => !isKnown(event, asOf)).map(({ id }) => id))
    return unknown.size === 0
      ? take
      : (lot, branch, date, movement, amount, event) => {
          if (!unknown.has(event)) take(lot, branch, date, movement, amount, event)
        }
  }
  const ledgers = await readLedgers(first, ledger, takerOf, report)
  if (ledgers.length < first.length) return undefined
  const managers = new Set([...ledger.lots].map(({ key }) => key.manager))
  return {
    names: await namesOf(managers, first),
    leavers: leaversOf(ledgers, managers, await paidLast(first, asOf), asOf),
    currency: first.at(-1)?.manifest?.currency ?? '',
  }
}

const isKnown = ({ date, known_on: known }: EventCells, asOf: Day): boolean =>
  [date, known].every((text) => (parseDay(text) ?? asOf) <= asOf)

/** The names of people, as the latest period that pays them has them. */
async function namesOf(
  managers: ReadonlySet<string>,
  folders: readonly PeriodFolder[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const folder of [...folders].reverse()) {
    if (names.size >= managers.size) break
    const sheet = await soundFile(folder, 'pay.csv', () => undefined)
    for (const [manager = '', name = ''] of readRecords(sheet?.bytes ?? new Uint8Array())) {
      if (managers.has(manager) && !names.has(manager)) names.set(manager, name)
    }
  }
  return names
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
  ledgers: readonly BookLedger[],
  managers: ReadonlySet<string>,
  paid: ReadonlySet<string> | undefined,
  asOf: Day,
): readonly Leaver[] {
  const left = new Map<string, Leaver>()
  const leaving = ledgers
    .flatMap(({ events }) => [...events.values()])
    .filter((event) => LEAVING.has(event.kind) && isKnown(event, asOf))
    .sort((a, b) => compareText(a.date, b.date))
  for (const { manager_id: manager, kind, date } of leaving)
    left.set(manager, { manager, kind, on: parseDay(date) })
  for (const manager of managers) {
    if (paid && !left.has(manager) && !paid.has(manager))
      left.set(manager, { manager, kind: 'not_in_run', on: undefined })
  }
  return [...left.values()].sort((a, b) => compareText(a.manager, b.manager))
}
