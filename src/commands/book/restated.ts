import type { Book, BookFile } from '../../core/book/book.ts'
import type { Restatement } from '../../core/book/differences.ts'
import type { Report } from '../../core/findings/finding.ts'
import type { Period } from '../../core/values/period.ts'
import { type PeriodFolder, soundFile } from './folders.ts'
import { lotDifferencesIn } from './ledger-file.ts'
import { payDifferencesIn } from './pay-file.ts'

/** The files in which a restated version tells what it differs by. */
const DIFFERENCES = ['pay_differences.csv', 'lot_differences.csv'] as const

/** Whether a period was made from the differences of a restated version, so that it carries them. */
export const carries = ({ manifest }: PeriodFolder, name: string): boolean =>
  (manifest?.book ?? []).some(({ file }) => file === `${name}/${DIFFERENCES[0]}`)

/**
 * The restated versions whose differences a run is to carry: of earlier periods of its kind, those that no other period
 * carries yet. A closed period goes on carrying what it carried when it was closed, and nothing else.
 */
export function restatedFor(run: Period, folders: readonly PeriodFolder[]): readonly PeriodFolder[] {
  const first = folders.find(({ name }) => name === run.id)
  const others = folders.filter(({ period }) => period.id !== run.id)
  return folders
    .filter(
      ({ version, period, seal }) =>
        version > 1 && seal && period.kind === run.kind && period.last < run.first,
    )
    .filter(({ name }) =>
      first?.seal ? carries(first, name) : !others.some((other) => carries(other, name)),
    )
}

/** Reads what restated versions differ by; a version whose files are not as they were written is left out, with a finding. */
export async function readRestated(
  folders: readonly PeriodFolder[],
  report: Report,
): Promise<Book['restated']> {
  const read = await Promise.all(folders.map((folder) => readOne(folder, report)))
  return read.filter((one) => one !== undefined)
}

async function readOne(
  folder: PeriodFolder,
  report: Report,
): Promise<(Restatement & { readonly files: readonly BookFile[] }) | undefined> {
  const [pay, lots] = await Promise.all(DIFFERENCES.map((file) => soundFile(folder, file, report)))
  if (!pay || !lots) return undefined
  return {
    name: folder.name,
    pay: payDifferencesIn(pay.bytes),
    lots: lotDifferencesIn(lots.bytes),
    files: [pay.named, lots.named],
  }
}
