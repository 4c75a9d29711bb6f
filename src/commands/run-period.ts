import { relative } from 'node:path'
import type { Appraisal } from '../core/appraisal/appraisal.ts'
import { Findings } from '../core/findings/finding.ts'
import { appraise } from '../core/pipeline.ts'
import type { PeriodKind } from '../core/values/period.ts'
import { publish } from './files.ts'
import { type PreparedJob, prepareJob } from './job.ts'
import { outputFiles } from './output.ts'
import { exitCodeOf, presentFindings, printFindingsJson } from './present-findings.ts'
import type { RunOptions } from './run-options.ts'
import type { Shell } from './shell.ts'

/** Appraises one period and writes its folder into the book; writes nothing where there is an error. */
export async function runPeriod(kind: PeriodKind, options: RunOptions, shell: Shell): Promise<number> {
  const findings = new Findings()
  const prepared = await prepareJob(kind, options, findings, shell)
  const appraisal = prepared && (await appraise(prepared.job, findings))
  prepared?.clearProgress()
  if (prepared && appraisal) await write(appraisal, findings, prepared, options.out)
  await presentFindings(findings, options, shell)
  if (!prepared || !appraisal || findings.hasErrors) {
    if (options.json) printFindingsJson(undefined, findings, options, shell)
    return exitCodeOf(findings.sorted)
  }
  const folder = `${relative(shell.cwd, prepared.out) || '.'}/${appraisal.period.id}`
  // What draws tables is loaded only where there is one to draw.
  if (options.json || !options.quiet) {
    const { presentSummary } = await import('./summary.ts')
    presentSummary(appraisal, findings, folder, options, shell)
  }
  return 0
}

/** Publishes the period's folder, unless an input has changed meanwhile; a folder that cannot be written is a finding. */
async function write(
  appraisal: Appraisal,
  findings: Findings,
  prepared: PreparedJob,
  folder: string,
): Promise<void> {
  try {
    const files = await outputFiles(appraisal, findings, prepared)
    if (!findings.hasErrors) await publish(prepared.out, appraisal.period.id, files)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error
    findings.report('out-unwritable', { file: folder }, { folder, reason: String(error.code) })
  }
}
