import { appraiseCandidates, type EntryResults, entryPeriod } from './appraisal/candidates.ts'
import type { Findings } from './findings/finding.ts'
import type { Job } from './pipeline.ts'
import { readScheme } from './scheme/read-scheme.ts'
import { prepareEntry } from './tables/prepare.ts'

/** The way from candidates and their scores to their outcomes; undefined where a stage found errors. */
export async function appraiseEntry(
  job: Pick<Job, 'scheme' | 'engine' | 'period'>,
  findings: Findings,
): Promise<EntryResults | undefined> {
  const { report } = findings
  const scheme = readScheme(job.scheme.text, job.scheme.file, report)
  const tables = await prepareEntry(job.engine, scheme, report)
  if (scheme && !scheme.entry) report('entry-section', { file: job.scheme.file }, {})
  if (!scheme?.entry || findings.hasErrors) return undefined
  const period = job.period ?? entryPeriod(scheme, tables)
  const results = appraiseCandidates(scheme, scheme.entry, tables, period, report)
  return findings.hasErrors ? undefined : results
}
