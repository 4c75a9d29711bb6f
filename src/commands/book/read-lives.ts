import { basename, dirname, join } from 'node:path'
import type { EventCells } from '../../core/book/events.ts'
import type { LedgerLine } from '../../core/book/lot.ts'
import type { BookedLine, Lives } from '../../core/explain/lot.ts'
import type { Report } from '../../core/findings/finding.ts'
import { readIfThere, sha256 } from '../files.ts'
import type { RunFolder } from '../run-folder.ts'
import { parseVersion } from './folders.ts'
import { grantsIn, ledgerLinesIn } from './ledger-file.ts'
import { eventsIn } from './read-ledgers.ts'

/** The lines of one person in a file that tells of lots. */
type LinesIn = (bytes: Uint8Array, manager: string) => readonly LedgerLine[] | undefined

const LEDGERS: ReadonlyMap<string, LinesIn> = new Map<string, LinesIn>([
  ['ledger.csv', ledgerLinesIn],
  ['deferred.csv', (bytes, manager) => grantsIn(bytes).filter(({ lot }) => lot.manager === manager)],
])
const EVENTS = 'events.csv'

/**
 * What a book tells of a person's lots up to a run: from the files that the run has read, and its own. Undefined, with findings,
 * where one is not as it was.
 */
export async function readLives(run: RunFolder, manager: string, report: Report): Promise<Lives | undefined> {
  const lines: BookedLine[] = []
  const events = new Map<string, EventCells>()
  const files = await filesOf(run, report)
  if (!files) return undefined
  for (const { folder, name, bytes } of files) {
    if (name === EVENTS) for (const event of eventsIn(bytes)) events.set(event.id, event)
    for (const line of LEDGERS.get(name)?.(bytes, manager) ?? []) lines.push({ run: folder, line })
  }
  return { lines, events, run: basename(run.path) }
}

interface ToldFile {
  readonly folder: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** The files that tell of lots, as the run read or wrote them; undefined where one is not, which is reported. */
async function filesOf(
  { path, shown, manifest }: RunFolder,
  report: Report,
): Promise<readonly ToldFile[] | undefined> {
  const own = ['ledger.csv', EVENTS].flatMap((name) => {
    const hash = manifest.hashOf(name)
    return hash === undefined ? [] : [{ folder: basename(path), name, sha256: hash }]
  })
  const told: ToldFile[] = []
  const named = [...manifest.book.flatMap(partsOf), ...own]
  for (const { folder, name, sha256: hash } of named) {
    const bytes = await readIfThere(join(dirname(path), folder, name))
    const file = `${dirname(shown)}/${folder}/${name}`
    if (bytes && sha256(bytes) === hash) told.push({ folder, name, bytes })
    else if (folder === basename(path)) report('run-changed', { file }, { file: name })
    else report('run-read', { file }, { file: `${folder}/${name}`, period: folder })
  }
  return told.length === named.length ? told : undefined
}

/** A file of the book that tells of lots, by its folder and name; none of other files. */
function partsOf({ file, sha256 }: { readonly file: string; readonly sha256: string }) {
  const [folder = '', name = '', ...more] = file.split('/')
  const isTold = name === EVENTS || LEDGERS.has(name)
  return isTold && more.length === 0 && parseVersion(folder) ? [{ folder, name, sha256 }] : []
}
