import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BROKEN, runIn, soundBank } from '../support/broken.ts'
import { unmarked } from '../support/marks.ts'

/** Files put over the sound bank, a `▸` before each place where a finding must stand; `undefined` takes a file away. */
export type Files = Readonly<Record<string, string | Buffer | undefined>>

interface Told {
  readonly exit: number
  /** `file:line:column code`, sorted. */
  readonly told: readonly string[]
}

/** What `check` finds in the sound bank with some files put over it, and where the marks stand. */
export async function checked(
  files: Files,
  ...options: string[]
): Promise<Told & { readonly marks: readonly string[] }> {
  const folder = soundBank()
  const marks = Object.entries(files).flatMap(([name, content]) =>
    put(join(folder, 'input', name), name, content),
  )
  const { code, out } = await runIn(folder, ['check --input input --out book --json', ...options].join(' '))
  const { findings }: { findings: Record<'file' | 'line' | 'column' | 'code', string>[] } = JSON.parse(out)
  const told = findings.map((each) => `${placeOf(each)} ${each.code}`)
  return { exit: code, told: told.sort(), marks }
}

/** Puts a file in its place, or takes it away; gives the places of its marks. */
export function put(path: string, name: string, content: string | Buffer | undefined): readonly string[] {
  if (content === undefined) rmSync(path)
  else mkdirSync(dirname(path), { recursive: true })
  if (content === undefined) return []
  if (typeof content !== 'string') {
    writeFileSync(path, content)
    return []
  }
  const { text, places } = unmarked(content)
  writeFileSync(path, text)
  return places.map((place) => `${name}:${place}`)
}

const placeOf = ({
  file,
  line,
  column,
}: {
  readonly file: string
  readonly line?: string
  readonly column?: string
}) => [file, line, column].filter((part) => part !== undefined).join(':')

/** A file of the sound bank. */
export const sound = (name: string): string => readFileSync(join(BROKEN, 'base', name), 'utf8')

/** A file of the sound bank with one text replaced that stands in it once. */
export function edited(name: string, from: string, to: string): string {
  const parts = sound(name).split(from)
  if (parts.length !== 2) throw new Error(`${name} does not hold ${from} once`)
  return parts.join(to)
}
