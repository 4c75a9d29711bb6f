import type { Report } from '../../core/findings/finding.ts'
import type { Phrase } from '../../core/findings/sentence.ts'
import type { PeriodFolder } from './folders.ts'

/** A file of the book that a period was made from and that is not what it was then. */
export interface Stale {
  readonly folder: PeriodFolder
  readonly file: string
  /** Whether the file is still there. */
  readonly isThere: boolean
}

/** The files of the book that periods were made from and that have been made anew, or have gone, since. */
export function staleIn(folders: readonly PeriodFolder[], all: readonly PeriodFolder[]): readonly Stale[] {
  const now = new Map<string, string>(
    all.flatMap(({ name, manifest }) =>
      (manifest?.outputs ?? []).map(({ file, sha256 }) => [`${name}/${file}`, sha256] as const),
    ),
  )
  return folders.flatMap((folder) =>
    (folder.manifest?.book ?? [])
      // Seals are looked at with their chain.
      .filter(({ file, sha256 }) => !file.endsWith('/seal.json') && now.get(file) !== sha256)
      .map(({ file }) => ({ folder, file, isThere: now.has(file) })),
  )
}

/** Warns, once a period, of periods that were made from others that are not what they were. */
export function reportStale(
  folders: readonly PeriodFolder[],
  all: readonly PeriodFolder[],
  report: Report,
): void {
  const told = new Set<PeriodFolder>()
  for (const stale of staleIn(folders, all)) {
    const { folder, file } = stale
    if (told.has(folder)) continue
    told.add(folder)
    const facts = { period: folder.name, made: file, has: wordsOfStale(stale) }
    report('book-stale', { file: `${folder.name}/manifest.json` }, facts)
  }
}

/** What has become of the file since. */
export const wordsOfStale = ({ isThere }: Stale): Phrase =>
  isThere
    ? { en: 'has been made anew since', zh: '此后已重新生成' }
    : { en: 'is not in the book any more', zh: '已不在账簿中' }
