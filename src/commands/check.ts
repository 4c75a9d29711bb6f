import { Findings } from '../core/findings/finding.ts'
import { appraise } from '../core/pipeline.ts'
import { prepareJob } from './job.ts'
import { exitCodeOf, presentFindings, printFindingsJson } from './present-findings.ts'
import type { RunOptions } from './run-options.ts'
import { languageOf, type Shell } from './shell.ts'

/** Finds everything that is wrong with the inputs and the scheme, and writes nothing. */
export async function check(options: RunOptions, shell: Shell): Promise<number> {
  const findings = new Findings()
  const prepared = await prepareJob(undefined, options, findings, shell)
  const appraisal = prepared && (await appraise(prepared.job, findings))
  prepared?.clearProgress()
  const language = languageOf(shell, options.lang)
  await presentFindings(findings, options, shell)
  const all = findings.sorted
  if (options.json) {
    printFindingsJson(appraisal?.period.id, findings, options, shell)
  } else if (appraisal && !options.quiet) {
    const { period, scheme, sheets } = appraisal
    const said =
      language === 'zh'
        ? `没有错误：方案 ${scheme.id}（版本 ${scheme.version}），期间 ${period.id}，${sheets.length} 人。\n`
        : `No errors: scheme ${scheme.id} (version ${scheme.version}), period ${period.id}, ${sheets.length} people.\n`
    shell.out.write(said)
  }
  return exitCodeOf(all)
}
