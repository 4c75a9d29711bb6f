import { relative } from 'node:path'
import type { EntryResults } from '../core/appraisal/candidates.ts'
import { appraiseEntry } from '../core/entry-pipeline.ts'
import { Findings } from '../core/findings/finding.ts'
import { toCsv } from '../core/formats/csv.ts'
import { entryReport, filingReport } from '../core/reports/entry/reports.ts'
import { placeFiles } from './files.ts'
import { prepareJob } from './job.ts'
import { exitCodeOf, presentFindings, printFindingsJson } from './present-findings.ts'
import type { RunOptions } from './run-options.ts'
import { languageOf, type Shell } from './shell.ts'

/** Appraises candidates and writes their outcomes and the list for filing; writes nothing where there is an error. */
export async function entry(options: RunOptions, shell: Shell): Promise<number> {
  const findings = new Findings()
  const prepared = await prepareJob(undefined, options, findings, shell)
  const results = prepared && (await appraiseEntry(prepared.job, findings))
  prepared?.clearProgress()
  if (prepared && results) await placeFiles(prepared.out, filesOf(results))
  await presentFindings(findings, options, shell)
  if (!prepared || !results) {
    if (options.json) printFindingsJson(undefined, findings, options, shell)
    return exitCodeOf(findings.sorted)
  }
  tell(results, relative(shell.cwd, prepared.out) || '.', options, shell)
  return 0
}

/** What is said of people who are not in the bank's service yet is for its owner only. */
const filesOf = (results: EntryResults) =>
  Object.entries({ 'entry.csv': entryReport(results), 'filing.csv': filingReport(results) }).map(
    ([name, table]) => ({ name, bytes: new TextEncoder().encode(toCsv(table)), confidential: true }),
  )

function tell({ candidates, period }: EntryResults, folder: string, options: RunOptions, shell: Shell): void {
  const counts = { appoint: 0, provisional: 0, reject: 0 }
  for (const { outcome } of candidates) if (outcome) counts[outcome.gives as keyof typeof counts] += 1
  const filed = candidates.filter((each) => each.filed).length
  if (options.json) {
    const said = { period: period.id, candidates: candidates.length, ...counts, filed, folder }
    shell.out.write(`${JSON.stringify(said, null, 2)}\n`)
  } else if (!options.quiet) {
    const { appoint, provisional, reject } = counts
    const text =
      languageOf(shell, options.lang) === 'zh'
        ? `候选人 ${candidates.length} 名：聘任 ${appoint}，见习 ${provisional}，不予聘任 ${reject}；报备 ${filed} 名\n已写入 ${folder}/entry.csv 与 ${folder}/filing.csv\n`
        : `${candidates.length} candidates: ${appoint} appointed, ${provisional} provisionally, ${reject} rejected; ${filed} to be filed\nWritten to ${folder}/entry.csv and ${folder}/filing.csv\n`
    shell.out.write(text)
  }
}
