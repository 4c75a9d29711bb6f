import { createHash } from 'node:crypto'
import { lstat, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'

/** A file of a run, ready to be written. */
export interface OutputFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Whether only its owner may read it. */
  readonly confidential: boolean
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The bytes of a file; undefined where there is none. */
export async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isAbsence(error)) return undefined
    throw error
  }
}

/** The names of a folder's entries in a fixed order; none where there is no such folder. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (isAbsence(error)) return []
    throw error
  }
}

const isAbsence = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

/** Puts a folder of files in place as a whole: all of them are there or the former folder is. */
export async function publish(parent: string, name: string, files: readonly OutputFile[]): Promise<void> {
  const [target, fresh, former] = [
    join(parent, name),
    join(parent, `.${name}.new`),
    join(parent, `.${name}.old`),
  ]
  await mkdir(parent, { recursive: true })
  await rm(fresh, { recursive: true, force: true })
  try {
    await mkdir(fresh)
    await allDone(files.map((file) => writeSynced(join(fresh, file.name), file)))
    await rm(former, { recursive: true, force: true })
    await moveIfThere(target, former)
    await rename(fresh, target)
    await rm(former, { recursive: true, force: true })
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    throw error
  }
}

/** Whether nothing is there yet, or a folder of its own that is empty. */
export async function isFree(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isDirectory() && (await readdir(path)).length === 0
  } catch (error) {
    if (isAbsence(error)) return !(await hasFileAbove(path))
    throw error
  }
}

/** Whether the path leads through something that is no folder. */
async function hasFileAbove(path: string): Promise<boolean> {
  const above = dirname(path)
  try {
    return !(await stat(above)).isDirectory()
  } catch (error) {
    if (isAbsence(error) && above !== path) return hasFileAbove(above)
    throw error
  }
}

/** Fills a folder that is free: all of the files are there or none is, the last one last. */
export async function fillFolder(
  target: string,
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  await mkdir(target, { recursive: true })
  const fresh = await mkdtemp(join(target, '.new-'))
  const moved: string[] = []
  try {
    for (const { path, bytes } of files) {
      await mkdir(dirname(join(fresh, path)), { recursive: true })
      await writeSynced(join(fresh, path), { name: path, bytes, confidential: false })
    }
    const entries = new Set(files.map(({ path }) => path.split(sep)[0] ?? path))
    for (const entry of entries) {
      await rename(join(fresh, entry), join(target, entry))
      moved.push(entry)
    }
  } catch (error) {
    for (const entry of moved) await rm(join(target, entry), { recursive: true, force: true })
    throw error
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

/** Writes files into a folder, beside what else lies there; each is there as a whole or as it was. */
export async function placeFiles(folder: string, files: readonly OutputFile[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  const fresh = files.map((file) => ({ file, path: join(folder, `.${file.name}.new`) }))
  try {
    for (const { file, path } of fresh) {
      await rm(path, { force: true })
      await writeSynced(path, file)
    }
    for (const { file, path } of fresh) await rename(path, join(folder, file.name))
  } catch (error) {
    for (const { path } of fresh) await rm(path, { force: true })
    throw error
  }
}

/** Adds a file to a folder: it is written as a draft elsewhere first, so that it is there as a whole or not at all. */
export async function addFile(draft: string, folder: string, file: OutputFile): Promise<void> {
  await rm(draft, { force: true })
  try {
    await writeSynced(draft, file)
    await rename(draft, join(folder, file.name))
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** Waits until nothing more is under way, then throws what failed first. */
async function allDone(jobs: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(jobs)).find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}

async function writeSynced(path: string, { bytes, confidential }: OutputFile): Promise<void> {
  const file = await open(path, 'wx', confidential ? 0o600 : 0o644)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function moveIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (!isAbsence(error)) throw error
  }
}
