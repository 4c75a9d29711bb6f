import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A folder of fixtures/broken: the smallest input of one finding, told by what differs from the sound bank in `base`. */
export interface BrokenFolder {
  readonly code: string
  readonly path: string
  /** The files that differ from those of `base`, by their paths in the input folder. */
  readonly files: readonly string[]
  /** Files of `base` that are left out. */
  readonly absent: readonly string[]
  /** Commands that are run on the sound bank before, to fill the book. */
  readonly before: readonly string[]
  /** The command whose messages are expected. */
  readonly command: string
  /** A file whose last line is repeated until it has so many lines. */
  readonly grown: { readonly file: string; readonly lines: number } | undefined
  /** A file that is written to while the program reads it. */
  readonly touched: string | undefined
  /** An optional package that is not installed. */
  readonly without: string | undefined
  readonly exit: number
}

/** The files that say how a folder is run and what is expected; they are no part of the input. */
const DIRECTIONS: ReadonlySet<string> = new Set([
  ...['absent', 'before', 'command', 'grown', 'touched', 'without'],
  ...['exit', 'expected.txt', 'expected.zh.txt'],
])

/** The sound bank beside the broken ones. */
export const BASE = 'base'

/** The codes that have a folder. */
export const codesIn = (root: string): readonly string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== BASE)
    .map(({ name }) => name)

/** Reads what a broken folder says of itself. */
export function readBroken(root: string, code: string): BrokenFolder {
  const path = join(root, code)
  const said = (name: string) => textIfThere(join(path, name))?.trim()
  const [file, lines] = said('grown')?.split(' ') ?? []
  return {
    code,
    path,
    files: filesIn(path).filter((name) => !DIRECTIONS.has(name)),
    absent: said('absent')?.split('\n') ?? [],
    before: said('before')?.split('\n') ?? [],
    command: said('command') ?? 'check --input input',
    grown: file && lines ? { file, lines: Number.parseInt(lines, 10) } : undefined,
    touched: said('touched'),
    without: said('without'),
    exit: Number.parseInt(said('exit') ?? '', 10),
  }
}

/** The files under a folder, also those in folders of it and links, by their paths. */
function filesIn(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort()
}

export function textIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
