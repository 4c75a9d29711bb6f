import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Who holds a book: a process on a machine, and what it does. */
export interface Holder {
  readonly pid: number
  readonly host: string
  readonly does: string
}

const NAME = '.lock'
const PAUSE = 50
/** How long a lock that tells nothing is looked at again: it may be just going. */
const UNREADABLE = 500
const UNKNOWN: Holder = { pid: 0, host: '?', does: '?' }

/** Waits so many milliseconds at most until nobody else holds the book; gives what lets go of it, or who holds it. */
export async function lockBook(
  folder: string,
  does: string,
  wait: number,
): Promise<{ readonly release: () => Promise<void> } | { readonly holder: Holder }> {
  const path = join(folder, NAME)
  const own: Holder = { pid: process.pid, host: hostname(), does }
  const draft = join(folder, draftName(own))
  await writeFile(draft, JSON.stringify(own))
  try {
    for (let waited = 0; ; waited += PAUSE) {
      if (await linked(draft, path)) return { release: () => rm(path, { force: true }) }
      const holder = await holderOf(path)
      if (holder && isGone(holder, own)) await clear(path, draft, own)
      else if (waited >= wait + (holder ? 0 : UNREADABLE)) return { holder: holder ?? UNKNOWN }
      else await pause(PAUSE)
    }
  } finally {
    await rm(draft, { force: true })
  }
}

/** The name under which a process writes who it is, before it holds the book. */
const draftName = ({ host, pid }: Pick<Holder, 'host' | 'pid'>): string => `${NAME}.${host}.${pid}`

/** Takes away what processes of this machine have left that were cut off while they waited for the book. */
export async function clearDrafts(folder: string, names: readonly string[]): Promise<void> {
  const own: Holder = { pid: process.pid, host: hostname(), does: '' }
  for (const name of names) {
    const pid = Number.parseInt(/^\.lock\..*\.(\d+)(?:\.old)?$/.exec(name)?.[1] ?? '', 10)
    const isOurs = name.startsWith(draftName({ host: own.host, pid }))
    if (isOurs && isGone({ ...own, pid }, own)) await rm(join(folder, name), { force: true })
  }
}

/** Who holds the book; undefined where nobody does. */
async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    const { pid, host, does } = JSON.parse(await readFile(path, 'utf8'))
    return { pid: Number(pid), host: String(host), does: String(does) }
  } catch {
    return undefined
  }
}

/** Whether a living process, or one of another machine, holds a book. */
export async function isHeld(folder: string): Promise<boolean> {
  const holder = await holderOf(join(folder, NAME))
  return holder !== undefined && !isGone(holder, { pid: process.pid, host: hostname(), does: '' })
}

/** A second name for a file is made whole or not at all, and never over another one. */
async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Whether the process that holds the book has ended without letting go. Of another machine it cannot be told. */
function isGone(holder: Holder, own: Holder): boolean {
  if (holder.host !== own.host) return false
  if (holder.pid === own.pid) return false
  try {
    process.kill(holder.pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

/** Takes a lock away that nobody holds any more. Of two who try one moves it; a new one that was moved instead is put back. */
async function clear(path: string, draft: string, own: Holder): Promise<void> {
  const moved = `${draft}.old`
  try {
    await rename(path, moved)
  } catch {
    return
  }
  const holder = await holderOf(moved)
  if (holder && !isGone(holder, own)) await linked(moved, path)
  await rm(moved, { force: true })
}
