import type { BookLedger } from '../../core/book/book.ts'
import { EVENT_COLUMNS, type EventCells } from '../../core/book/events.ts'
import type { Ledger } from '../../core/book/ledger.ts'
import { LedgerText, type TakeLine } from '../../core/book/ledger-text.ts'
import type { Report } from '../../core/findings/finding.ts'
import { type PeriodFolder, type SoundFile, soundFile } from './folders.ts'
import { grantsIn, ledgerLinesIn } from './ledger-file.ts'
import { readRecords } from './own-csv.ts'

/** Who takes the lines of a period, of which the events are known. */
export type TakerOf = (events: readonly EventCells[]) => TakeLine

/**
 * Reads what periods have booked, in their order, and hands over every line with its lot in the ledger; a period whose files are not as they were written is
 * left out, with a finding.
 */
export async function readLedgers(
  folders: readonly PeriodFolder[],
  ledger: Ledger,
  takerOf: TakerOf,
  report: Report,
): Promise<readonly BookLedger[]> {
  const text = new LedgerText(ledger)
  const read: BookLedger[] = []
  for (const folder of folders) {
    const period = await readOne(folder, ledger, text, takerOf, report)
    if (period) read.push(period)
  }
  return read
}

async function readOne(
  folder: PeriodFolder,
  ledger: Ledger,
  text: LedgerText,
  takerOf: TakerOf,
  report: Report,
): Promise<BookLedger | undefined> {
  const { period, name, manifest, seal } = folder
  // Before it had a ledger, a folder's sheet of deferred pay told what it granted.
  const source = manifest?.format === 1 ? 'deferred.csv' : 'ledger.csv'
  const wanted = [source, 'events.csv'].filter((file) => manifest?.hashOf(file) !== undefined)
  const found = await Promise.all(wanted.map((file) => soundFile(folder, file, report)))
  const files = found.filter((file) => file !== undefined)
  if (files.length < wanted.length) return undefined
  const bytesOf = (file: string) => files[wanted.indexOf(file)]?.bytes ?? new Uint8Array()
  const events = eventsIn(bytesOf('events.csv'))
  if (!takeAll(bytesOf(source), source, ledger, text, takerOf(events))) {
    report('book-changed', { file: `${name}/${source}` }, { period: name, file: source })
    return undefined
  }
  return {
    period,
    closed: seal !== undefined,
    files: files.map(({ named }: SoundFile) => named),
    events: new Map(events.map((event) => [event.id, event])),
  }
}

/** Hands over all lines of a file; false where it is not what it should be. */
function takeAll(
  bytes: Uint8Array,
  source: string,
  ledger: Ledger,
  text: LedgerText,
  take: TakeLine,
): boolean {
  const content = source === 'ledger.csv' ? new TextDecoder().decode(bytes) : undefined
  // Where no cell is quoted or defused, lines can be taken apart as they stand.
  if (content !== undefined && !content.includes('"') && !content.includes("'"))
    return text.read(content, take)
  const lines = content === undefined ? grantsIn(bytes) : ledgerLinesIn(bytes)
  for (const { lot, branch, date, movement, amount, event } of lines ?? [])
    take(ledger.open(lot, branch), branch, date, movement, amount, event)
  return lines !== undefined
}

/** The events that a period's folder keeps. */
export const eventsIn = (bytes: Uint8Array): readonly EventCells[] => readRecords(bytes).map(eventOf)

const eventOf = (cells: readonly string[]): EventCells =>
  Object.fromEntries(EVENT_COLUMNS.map((column, index) => [column, cells[index] ?? ''])) as EventCells
