import type { KeyObject } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { Report } from '../../core/findings/finding.ts'
import type { Period } from '../../core/values/period.ts'
import { type OutputFile, publish, sha256 } from '../files.ts'
import { chainOf, isSealed } from './chain.ts'
import { type BookPlace, foldersOf, versionName } from './folders.ts'
import { differenceFiles, isSame } from './restate.ts'
import { sealFile, sealOf, signed } from './seal.ts'

/** What became of a run's folder: written, written beside the closed period, or not written since it is the same. */
export interface Written {
  readonly name: string
  /** `draft`: a corrected version that is not sealed yet, since it is to be signed off. */
  readonly state: 'open' | 'restated' | 'draft' | 'unchanged'
  readonly manifest: Uint8Array | undefined
}

/** The files of a run, with its manifest made last, of all the others. */
export interface RunFiles {
  readonly files: readonly OutputFile[]
  readonly manifest: (files: readonly OutputFile[]) => OutputFile
}

/** How a corrected version of a closed period is sealed: at once unless it is to be signed off, and with a key if there is one. */
export interface Sealing {
  readonly atOnce: boolean
  readonly key: KeyObject | undefined
}

/**
 * Puts a run's folder into its book: an open period is replaced whole; a closed one stays, and what the run differs by
 * from its last closed version stands beside it as the next one. Undefined, with findings, where the book is broken.
 */
export async function writeRun(
  { folder }: BookPlace,
  period: Period,
  { files, manifest }: RunFiles,
  sealing: Sealing,
  report: Report,
): Promise<Written | undefined> {
  const folders = await foldersOf(folder)
  const versions = folders.filter((each) => each.period.id === period.id)
  const last = versions.findLast(isSealed)
  if (!last) {
    const made = manifest(files)
    await publish(folder, period.id, [...files, made])
    return { name: period.id, state: 'open', manifest: made.bytes }
  }
  if (isSame(last, files, sha256)) {
    for (const { path, seal } of versions) if (!seal) await rm(path, { recursive: true })
    return { name: last.name, state: 'unchanged', manifest: undefined }
  }
  const before = chainOf(folders, report)?.at(-1)
  if (!before) return undefined
  const name = versionName(period.id, last.version + 1)
  const all = [...files, ...(await differenceFiles(last, files, report))]
  const made = manifest(all)
  const seal = sealOf(name, sha256(made.bytes), before)
  const sealed = sealing.atOnce ? [sealFile(sealing.key ? signed(seal, sealing.key) : seal)] : []
  await publish(folder, name, [...all, made, ...sealed])
  return { name, state: sealing.atOnce ? 'restated' : 'draft', manifest: made.bytes }
}
