import { join } from 'node:path'
import type { Report } from '../../core/findings/finding.ts'
import { type Period, parsePeriod } from '../../core/values/period.ts'
import { namesIn, readIfThere, sha256 } from '../files.ts'
import { type Manifest, parseManifest } from './manifest.ts'
import { parseSeal, type Seal } from './seal.ts'

/** A book as options name it: its folder, and how messages show it. */
export interface BookPlace {
  readonly folder: string
  readonly shown: string
}

/** A version of a period in a book: the first in `<period>/`, later ones of a closed period in `<period>.r2/` and so on. */
export interface PeriodFolder {
  readonly name: string
  readonly path: string
  readonly period: Period
  /** From 1. */
  readonly version: number
  /** Undefined where it has none that can be understood. */
  readonly manifest: Manifest | undefined
  readonly manifestHash: string
  /** Undefined as long as the period is open. */
  readonly seal: Seal | undefined
  readonly sealHash: string
  /** Whether there is a seal that cannot be understood. */
  readonly sealFaulty: boolean
}

const VERSION = /^(.*)\.r([2-9]|[1-9]\d{1,3})$/

/** The name of a period's version, as its folder has it. */
export const versionName = (period: string, version: number): string =>
  version === 1 ? period : `${period}.r${version}`

/** The period and version that a folder is named for; undefined for other folders. */
export function parseVersion(
  name: string,
): { readonly period: Period; readonly version: number } | undefined {
  const [, base = name, number = '1'] = VERSION.exec(name) ?? []
  const period = parsePeriod(base)
  return period && { period, version: Number.parseInt(number, 10) }
}

/** All periods of a book in time, the shorter before the longer that end with them, versions in their order. */
export async function foldersOf(book: string): Promise<readonly PeriodFolder[]> {
  const named = (await namesIn(book)).flatMap((name) => {
    const parsed = parseVersion(name)
    return parsed ? [{ name, ...parsed }] : []
  })
  const folders = await Promise.all(named.map(({ name, ...parsed }) => openFolder(book, name, parsed)))
  return folders.sort(inTime)
}

const inTime = (a: PeriodFolder, b: PeriodFolder): number =>
  a.period.last - b.period.last || b.period.first - a.period.first || a.version - b.version

async function openFolder(
  book: string,
  name: string,
  parsed: { readonly period: Period; readonly version: number },
): Promise<PeriodFolder> {
  const path = join(book, name)
  const [manifest, seal] = await Promise.all(
    ['manifest.json', 'seal.json'].map((file) => readIfThere(join(path, file))),
  )
  const read = parseSeal(seal)
  return {
    ...{ name, path, ...parsed },
    manifest: parseManifest(manifest),
    manifestHash: manifest ? sha256(manifest) : '',
    seal: read,
    sealHash: seal ? sha256(seal) : '',
    sealFaulty: seal !== undefined && read === undefined,
  }
}

/** A file of a period's folder that was found as its manifest states it. */
export interface SoundFile {
  readonly bytes: Uint8Array
  readonly named: { readonly file: string; readonly sha256: string }
}

/** Reads a file of a period's folder; undefined, with a finding, where it is not as the manifest states. */
export async function soundFile(
  { path, name, manifest }: PeriodFolder,
  file: string,
  report: Report,
): Promise<SoundFile | undefined> {
  const bytes = await readIfThere(join(path, file))
  const named = { file: `${name}/${file}`, sha256: bytes ? sha256(bytes) : '' }
  if (bytes && manifest?.hashOf(file) === named.sha256) return { bytes, named }
  report('book-changed', { file: named.file }, { period: name, file })
  return undefined
}
