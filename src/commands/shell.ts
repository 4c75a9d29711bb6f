import type { Language } from '../core/findings/finding.ts'

/** Where a command writes: a stream of text and whether a person sits in front of it. */
export interface Stream {
  write(text: string): void
  readonly isTerminal: boolean
}

/** The world outside as commands see it, so that a test can give them another one. */
export interface Shell {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** Results. */
  readonly out: Stream
  /** Messages and progress. */
  readonly err: Stream
}

/** The shell of a real process. */
export const processShell = (): Shell => ({
  cwd: process.cwd(),
  env: process.env,
  out: streamOf(process.stdout),
  err: streamOf(process.stderr),
})

const streamOf = (stream: NodeJS.WriteStream): Stream => ({
  write: (text) => void stream.write(text),
  isTerminal: stream.isTTY === true,
})

/** The language of messages: the one asked for, else the locale's. */
export function languageOf({ env }: Shell, asked: string | undefined): Language {
  if (asked === 'zh' || asked === 'en') return asked
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
