import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { main } from '../../src/commands/main.ts'
import type { Shell } from '../../src/commands/shell.ts'
import { testShell } from './shell.ts'

/** An empty folder that goes when the test ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rm-appraise-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command line in this process, as if in a folder. */
export async function run(argv: readonly string[], env?: Shell['env'], cwd?: string): Promise<Ran> {
  const shell = testShell(cwd, env)
  const code = await main(argv, shell)
  return { code, out: shell.out.text(), err: shell.err.text() }
}

/** Runs `quarter` and gives the folder that it wrote. */
export const quarter = (input: string, period: string, book: string, ...more: string[]): Promise<string> =>
  runPeriod('quarter', input, period, book, ...more)

/** Runs the command of a period's kind and gives the folder that it wrote. */
export async function runPeriod(
  command: string,
  input: string,
  period: string,
  book: string,
  ...more: string[]
): Promise<string> {
  const ran = await run([command, '--input', input, '--period', period, '--out', book, '--quiet', ...more])
  if (ran.code !== 0) throw new Error(`exit ${ran.code}\n${ran.err}`)
  return join(book, period)
}

/** The files of a folder as text, by name. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).sort()
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}
