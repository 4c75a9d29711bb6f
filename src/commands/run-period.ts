import { relative } from 'node:path'
import { Findings } from '../core/findings/finding.ts'
import { appraise } from '../core/pipeline.ts'
import type { PeriodKind } from '../core/values/period.ts'
import { publish } from './files.ts'
import { prepareJob } from './job.ts'
import { outputFiles } from './output.ts'
import { exitCodeOf, presentFindings } from './present-findings.ts'
import type { RunOptions } from './run-options.ts'
import type { Shell } from './shell.ts'
import { presentSummary } from './summary.ts'

/** Appraises one period and writes its folder into the book; writes nothing where there is an error. */
export async function runPeriod(kind: PeriodKind, options: RunOptions, shell: Shell): Promise<number> {
  const findings = new Findings()
  const prepared = await prepareJob(kind, options, findings, shell)
  const appraisal = prepared && (await appraise(prepared.job, findings))
  await presentFindings(findings, options, shell)
  if (!prepared || !appraisal || findings.hasErrors) return exitCodeOf(findings.sorted)
  await publish(prepared.out, appraisal.period.id, outputFiles(appraisal, findings, prepared))
  const folder = `${relative(shell.cwd, prepared.out) || '.'}/${appraisal.period.id}`
  presentSummary(appraisal, findings, folder, options, shell)
  return 0
}
