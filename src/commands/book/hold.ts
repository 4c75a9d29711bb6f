import { mkdir, readdir, rmdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Report } from '../../core/findings/finding.ts'
import type { BookPlace } from './folders.ts'
import { lockBook } from './lock.ts'
import { recover } from './recover.ts'

/**
 * Holds a book for one who is going to write into it: nobody else does meanwhile, and what a cut-off command has left
 * is put right. It waits so many seconds at most. Gives what lets go of it; undefined, with a finding, where it cannot be had.
 */
export async function holdBook(
  { folder, shown }: BookPlace,
  does: string,
  wait: string,
  report: Report,
): Promise<(() => Promise<void>) | undefined> {
  const made = await mkdir(folder, { recursive: true })
  const lock = await lockBook(folder, does, Number.parseInt(wait, 10) * 1000)
  if ('holder' in lock) {
    const { pid, host, does: what } = lock.holder
    report('book-locked', { file: shown }, { pid, host, does: what, lock: `${shown}/.lock` })
    return undefined
  }
  await recover(folder)
  return async () => {
    await lock.release()
    if (made !== undefined) await removeEmpty(folder, made)
  }
}

/** Takes folders away that were made for a book that nothing was written into. */
async function removeEmpty(folder: string, made: string): Promise<void> {
  if ((await readdir(folder)).length > 0) return
  await rmdir(folder)
  if (folder !== made) await removeEmpty(dirname(folder), made)
}
