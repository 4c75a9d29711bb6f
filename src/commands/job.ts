import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Findings } from '../core/findings/finding.ts'
import type { Job } from '../core/pipeline.ts'
import { readScheme } from '../core/scheme/read-scheme.ts'
import { type Day, parseDay } from '../core/values/calendar.ts'
import { type Period, type PeriodKind, parsePeriod } from '../core/values/period.ts'
import { type Exports, openExports } from '../engines/open.ts'
import { readBook } from './book/read-book.ts'
import { readIfThere } from './files.ts'
import type { RunOptions } from './run-options.ts'
import type { Shell } from './shell.ts'

/** A run that is ready to start: the job, its findings so far, and what was opened for it. */
export interface PreparedJob {
  readonly job: Job
  readonly exports: Exports
  readonly scheme: Uint8Array
  /** The folder of the book. */
  readonly out: string
  /** Takes the line of progress away when the reading is done. */
  readonly clearProgress: () => void
}

/** Opens what the options name; undefined, with findings, where one of them is not there or not understood. */
export async function prepareJob(
  kind: PeriodKind | undefined,
  options: RunOptions,
  findings: Findings,
  shell: Shell,
): Promise<PreparedJob | undefined> {
  const { report } = findings
  const [input, out] = [resolve(shell.cwd, options.input), resolve(shell.cwd, options.out)]
  const period = periodAsked(kind, options.period, findings)
  const asOf = dayAsked(options.asOf, findings)
  if (!(await isFolder(input))) {
    report('input-folder', { file: options.input }, { folder: options.input })
    return undefined
  }
  const file = options.scheme ?? 'scheme.yaml'
  const path = options.scheme === undefined ? join(input, file) : resolve(shell.cwd, file)
  const scheme = await readIfThere(path)
  const text = scheme && decodeScheme(scheme)
  if (!scheme) report('scheme-missing', { file }, { file })
  else if (text === undefined) report('scheme-encoding', { file }, { file })
  const progress = progressOf(options, shell)
  const { engine, memory, workers } = options
  const exports = await openExports(input, report, { progress, engine, memory, workers })
  if (!scheme || text === undefined) return undefined
  if (!exports.understood) {
    readScheme(text, file, report)
    return undefined
  }
  const job: Job = {
    scheme: { text, file },
    engine: exports,
    asOf,
    statesOpening: exports.statesSum('opening_lots', 'balance'),
    kind,
    period,
    book: (run, scheme) => readBook({ folder: out, shown: options.out }, run, scheme, report),
  }
  return { job, exports, scheme, out, clearProgress: () => progress?.('') }
}

function periodAsked(
  kind: PeriodKind | undefined,
  asked: string | undefined,
  { report }: Findings,
): Period | undefined {
  if (asked === undefined) return undefined
  const period = parsePeriod(asked)
  if (!period || (kind !== undefined && period.kind !== kind)) {
    report(
      'period-option',
      { file: '--period' },
      { found: asked, kind: kind ?? 'month, quarter, half or year' },
    )
    return undefined
  }
  return period
}

/** The day that --as-of names. */
function dayAsked(asked: string | undefined, { report }: Findings): Day | undefined {
  const day = asked === undefined ? undefined : parseDay(asked)
  if (asked !== undefined && day === undefined) report('day-option', { file: '--as-of' }, { found: asked })
  return day
}

function decodeScheme(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

/** A line that is written over again while long work goes on, where a person watches. */
function progressOf({ quiet, json }: RunOptions, { err }: Shell): ((text: string) => void) | undefined {
  if (quiet || json || !err.isTerminal) return undefined
  return (text) => err.write(`\r\u001b[K${text}`)
}
