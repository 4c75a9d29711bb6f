import type { KeyObject } from 'node:crypto'
import { join, relative } from 'node:path'
import type { Appraisal } from '../core/appraisal/appraisal.ts'
import { emptyBook } from '../core/book/book.ts'
import { type SignedOff, signOff } from '../core/book/sign-off.ts'
import { Findings } from '../core/findings/finding.ts'
import { appraise } from '../core/pipeline.ts'
import type { PeriodKind } from '../core/values/period.ts'
import { holdBook } from './book/hold.ts'
import { privateKeyOf } from './book/keys.ts'
import { parseManifest } from './book/manifest.ts'
import { toSign } from './book/to-sign.ts'
import { type Written, writeRun } from './book/write-run.ts'
import { sha256 } from './files.ts'
import { type PreparedJob, prepareJob } from './job.ts'
import { outputFiles } from './output.ts'
import { exitCodeOf, presentFindings, printFindingsJson } from './present-findings.ts'
import type { RunOptions } from './run-options.ts'
import type { Shell } from './shell.ts'

/** Options of the commands that appraise a period. */
export interface PeriodOptions extends RunOptions {
  /** How many seconds to wait for another command that works on the book. */
  readonly wait: string
  /** Tells what would be booked, and writes nothing. */
  readonly dryRun?: boolean
  /** A private key to sign with where a closed period gets a corrected version. */
  readonly key?: string
}

/** Appraises one period and writes its folder into the book; writes nothing where there is an error. */
export async function runPeriod(kind: PeriodKind, options: PeriodOptions, shell: Shell): Promise<number> {
  const findings = new Findings()
  const key = await privateKeyOf(options.key, findings, shell)
  const prepared = await prepareJob(kind, options, findings, shell)
  const done = prepared && (await runHeld(kind, prepared, options, key, findings))
  await presentFindings(findings, options, shell)
  if (!prepared || !done?.appraisal || findings.hasErrors) {
    if (options.json) printFindingsJson(undefined, findings, options, shell)
    return exitCodeOf(findings.sorted)
  }
  const { appraisal, written, signed } = done
  // What draws tables is loaded only where there is one to draw.
  if (options.dryRun) {
    const { presentEffects } = await import('./effects.ts')
    presentEffects(appraisal, options, shell)
  } else if (options.json || !options.quiet) {
    const { presentSummary } = await import('./summary.ts')
    const shown = relative(shell.cwd, prepared.out) || '.'
    const at = {
      folder: join(shown, written?.name ?? appraisal.period.id),
      state: written?.state ?? 'open',
      signed,
    }
    presentSummary(appraisal, findings, at, options, shell)
  }
  return 0
}

interface Done {
  readonly appraisal: Appraisal | undefined
  readonly written: Written | undefined
  /** What is to be signed off, and what still lacks. */
  readonly signed: readonly SignedOff[]
}

/** Runs with the book held from the moment it is read until the folder is written. */
async function runHeld(
  kind: PeriodKind,
  prepared: PreparedJob,
  options: PeriodOptions,
  key: KeyObject | undefined,
  findings: Findings,
): Promise<Done> {
  const place = { folder: prepared.out, shown: options.out }
  let release: (() => Promise<void>) | undefined
  const book: PreparedJob['job']['book'] = async (run, scheme) => {
    if (!options.dryRun) {
      release = await orUnwritable(options.out, findings, () =>
        holdBook(place, `${kind} ${run.id}`, options.wait, findings.report),
      )
      if (!release) return emptyBook()
    }
    return prepared.job.book(run, scheme)
  }
  try {
    const appraisal = await appraise({ ...prepared.job, book }, findings)
    prepared.clearProgress()
    if (!appraisal || findings.hasErrors || options.dryRun)
      return { appraisal, written: undefined, signed: [] }
    const approvals = await prepared.exports.rows('approvals')
    const written = await orUnwritable(options.out, findings, async () => {
      const files = await outputFiles(appraisal, findings, prepared)
      return findings.hasErrors
        ? undefined
        : await writeRun(
            place,
            appraisal.period,
            files,
            { atOnce: !appraisal.scheme.signOff.has('run'), key },
            findings.report,
          )
    })
    return { appraisal, written, signed: signedOff(appraisal, written, approvals, findings) }
  } finally {
    await release?.()
  }
}

/** Holds the approvals of the folder against the run that was written. */
function signedOff(
  { scheme, sheets }: Appraisal,
  written: Written | undefined,
  approvals: Parameters<typeof signOff>[1],
  { report }: Findings,
): readonly SignedOff[] {
  const manifest = parseManifest(written?.manifest)
  if (!written?.manifest || !manifest) return []
  const paid = new Set(sheets.map(({ person }) => person.id))
  const things = toSign(scheme, written.name, manifest, sha256(written.manifest))
  return signOff(things, approvals, (person) => paid.has(person), report)
}

/** Does what the system may refuse; a refusal is a finding. */
export async function orUnwritable<T>(
  folder: string,
  { report }: Findings,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error
    report('out-unwritable', { file: folder }, { folder, reason: String(error.code) })
    return undefined
  }
}
