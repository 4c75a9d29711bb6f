import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { namesIn } from '../files.ts'
import { parseVersion } from './folders.ts'
import { clearDrafts, isHeld } from './lock.ts'

/** The name under which a seal is written before it is moved into its period's folder. */
export const sealDraft = (period: string): string => `.${period}.seal.new`

const SEAL_DRAFT = /\.seal\.new$/
const LEFT = /^\.(.+)\.(new|old)$/

/**
 * Puts right what a command left that was cut off while it replaced a period's folder: the former folder goes back where
 * the new one is not in its place yet; otherwise what is left over goes away.
 */
export async function recover(book: string): Promise<void> {
  const names = await namesIn(book)
  await clearDrafts(book, names)
  for (const name of names) {
    if (name.startsWith('.') && SEAL_DRAFT.test(name)) await rm(join(book, name), { force: true })
    const [, period = '', kind] = LEFT.exec(name) ?? []
    if (!parseVersion(period)) continue
    if (kind === 'old' && !names.includes(period)) await rename(join(book, name), join(book, period))
    else await rm(join(book, name), { recursive: true, force: true })
  }
}

/** Puts a book right before it is read, unless someone works on it or it may not be written. */
export async function settle(book: string): Promise<void> {
  if (await isHeld(book)) return
  try {
    await recover(book)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
  }
}
