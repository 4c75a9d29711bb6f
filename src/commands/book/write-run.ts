import type { KeyObject } from 'node:crypto'
import type { Report } from '../../core/findings/finding.ts'
import type { Period } from '../../core/values/period.ts'
import { type OutputFile, publish, sha256 } from '../files.ts'
import { chainOf } from './chain.ts'
import { type BookPlace, foldersOf, versionName } from './folders.ts'
import { differenceFiles, isSame } from './restate.ts'
import { sealFile, sealOf, signed } from './seal.ts'

/** What became of a run's folder: written, written beside the closed period, or not written since it is the same. */
export interface Written {
  readonly name: string
  readonly state: 'open' | 'restated' | 'unchanged'
}

/** The files of a run, with its manifest made last, of all the others. */
export interface RunFiles {
  readonly files: readonly OutputFile[]
  readonly manifest: (files: readonly OutputFile[]) => OutputFile
}

/**
 * Puts a run's folder into its book: an open period is replaced whole; a closed one stays, and what the run differs by
 * from its last version stands beside it as the next one, sealed at once. Undefined, with findings, where the book is broken.
 */
export async function writeRun(
  { folder }: BookPlace,
  period: Period,
  { files, manifest }: RunFiles,
  key: KeyObject | undefined,
  report: Report,
): Promise<Written | undefined> {
  const folders = await foldersOf(folder)
  const versions = folders.filter((each) => each.period.id === period.id)
  const last = versions.at(-1)
  if (!last?.seal) {
    await publish(folder, period.id, [...files, manifest(files)])
    return { name: period.id, state: 'open' }
  }
  if (isSame(last, files, sha256)) return { name: last.name, state: 'unchanged' }
  const chain = chainOf(folders, report)
  const before = chain?.at(-1)
  if (!before) return undefined
  const name = versionName(period.id, last.version + 1)
  const all = [...files, ...(await differenceFiles(last, files, report))]
  const made = manifest(all)
  const seal = sealOf(name, sha256(made.bytes), before)
  const sealed = sealFile(key ? signed(seal, key) : seal)
  await publish(folder, name, [...all, made, sealed])
  return { name, state: 'restated' }
}
