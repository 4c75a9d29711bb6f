import { cpSync, readdirSync, readFileSync, readlinkSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BASE, type BrokenFolder } from '../../scripts/docs/broken-folders.ts'
import { type Ran, run, tempFolder } from './run.ts'

export const BROKEN = join(import.meta.dirname, '../../fixtures/broken')

/** Runs a command line in a folder. */
export const runIn = (folder: string, command: string): Promise<Ran> =>
  run(command.split(' '), undefined, folder)

/** A folder with the sound bank as `input` and, for links that lead outside, as `base`. */
export function soundBank(): string {
  const folder = tempFolder()
  for (const name of ['input', BASE]) cpSync(join(BROKEN, BASE), join(folder, name), { recursive: true })
  return folder
}

/** A folder with the bank of a broken folder as `input`, and with its `book`. */
export async function brokenBank({ path, files, absent, before, grown }: BrokenFolder): Promise<string> {
  const folder = soundBank()
  for (const command of before) await runIn(folder, command)
  for (const name of absent) rmSync(join(folder, 'input', name))
  for (const name of files) {
    const to = name.startsWith('book/') ? name : join('input', name)
    cpSync(join(path, name), join(folder, to), { verbatimSymlinks: true })
  }
  if (grown) grow(join(folder, 'input', grown.file), grown.lines)
  return folder
}

/** Repeats the last line of a file until it has so many lines. */
function grow(file: string, lines: number): void {
  const written = readFileSync(file, 'utf8').replace(/\n$/, '').split('\n')
  const more = new Array(lines - written.length).fill(written.at(-1))
  writeFileSync(file, `${[...written, ...more].join('\n')}\n`)
}

/** Runs a command while a file is written to again and again. */
export async function runWriting(folder: string, command: string, file: string): Promise<Ran> {
  let [done, second] = [false, 0]
  const write = () => {
    if (done) return
    second += 1
    utimesSync(join(folder, 'input', file), second, second)
    setImmediate(write)
  }
  write()
  try {
    return await runIn(folder, command)
  } finally {
    done = true
  }
}

/** Every file under a folder with its bytes. */
export function contentsOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path, entry.isSymbolicLink() ? readlinkSync(path) : readFileSync(path, 'base64')] as const
    })
  return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)))
}
