import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Report } from '../../core/findings/finding.ts'
import { compareText } from '../../core/values/text.ts'

/** A file of the input folder: its path inside it, with `/`, and where it really lies. */
export interface InputFile {
  readonly path: string
  readonly real: string
}

/** What lies under a name of the input folder. */
export interface Entry extends InputFile {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
}

/** The names in a folder, in the one order in which everything is read: by code point. */
export function namesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry: Dirent) => entry.name)
    .sort(compareText)
}

/**
 * Follows a name of the input folder to what it stands for; undefined where that is not there or lies outside the
 * folder, with a finding.
 */
export function follow(root: string, folder: string, name: string, report: Report): Entry | undefined {
  const path = folder === '' ? name : `${folder}/${name}`
  try {
    const real = realpathSync(join(root, path))
    if (isOutside(root, real)) {
      report('file-outside', { file: path }, { file: path })
      return undefined
    }
    const found = statSync(real)
    return { name, path, real, kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other' }
  } catch (error) {
    report('file-unreadable', { file: path }, { file: path, reason: reasonOf(error) })
    return undefined
  }
}

const isOutside = (root: string, real: string): boolean => {
  const way = relative(root, real)
  return way === '..' || way.startsWith(`..${sep}`)
}

/** Why the system refused something, in the few letters it has for it (`ENOENT`, `EACCES` …). */
export const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)
