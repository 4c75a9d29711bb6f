import { statSync } from 'node:fs'
import type { InputFile } from './entries.ts'

/** Takes a short text on what is being read, for a person who waits. */
export type Progress = (text: string) => void

/** Told so many bytes apart, which is often enough to see it move. */
const STEP = 4 * 1024 * 1024

/** Takes the bytes read of a file and tells now and then how much of it is done; nothing for a small file. */
export function progressOf({ path, real }: InputFile, progress: Progress): (bytes: number) => void {
  const size = statSync(real, { throwIfNoEntry: false })?.size ?? 0
  let [done, told] = [0, 0]
  return (bytes) => {
    done += bytes
    if (done - told < STEP) return
    told = done
    progress(`${path} ${Math.floor((done / size) * 100)}%`)
  }
}
