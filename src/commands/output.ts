import type { Appraisal } from '../core/appraisal/appraisal.ts'
import type { Findings } from '../core/findings/finding.ts'
import { toCsv } from '../core/formats/csv.ts'
import * as reports from '../core/reports/index.ts'
import type { ReportKind } from '../core/reports/report.ts'
import { printDay } from '../core/values/calendar.ts'
import { compareText } from '../core/values/text.ts'
import type { ReadFile } from '../engines/open.ts'
import { FORMAT } from './book/manifest.ts'
import type { RunFiles } from './book/write-run.ts'
import { type OutputFile, sha256 } from './files.ts'
import type { PreparedJob } from './job.ts'
import { recordFinding } from './present-findings.ts'
import { VERSION } from './version.ts'

/** Every file of a period's folder: the sheets, findings, scheme and inputs.yaml as used, and how its manifest is made. */
export async function outputFiles(
  appraisal: Appraisal,
  findings: Findings,
  prepared: PreparedJob,
): Promise<RunFiles> {
  const { scheme, exports } = prepared
  const { language } = appraisal.scheme
  const kinds: readonly ReportKind[] = Object.values(reports)
  const sheets = kinds
    .filter(({ applies }) => applies?.(appraisal) ?? true)
    .map(({ file, confidential, table }) => fileOf(file, toCsv(table(appraisal)), confidential))
  const lines = findings.sorted.map((finding) => `${JSON.stringify(recordFinding(finding, language))}\n`)
  const files = [
    ...sheets,
    fileOf('findings.jsonl', lines.join('')),
    { name: 'scheme.yaml', bytes: scheme, confidential: false },
    ...(exports.inputsYaml ? [{ name: 'inputs.yaml', bytes: exports.inputsYaml, confidential: false }] : []),
  ]
  // Who signs a run off says so of its hash, so that cannot be a part of it.
  const approvals = new Set(exports.pathsOf('approvals'))
  const inputs = (await exports.readFiles()).filter(({ path }) => !approvals.has(path))
  return {
    files,
    manifest: (all) => fileOf('manifest.json', manifestOf(appraisal, inputs, all, prepared)),
  }
}

const fileOf = (name: string, text: string, confidential = false): OutputFile => ({
  name,
  bytes: new TextEncoder().encode(text),
  confidential,
})

/** What the run was made from and what it made, each by its hash; nothing of the machine or the moment. */
function manifestOf(
  { scheme, period, book }: Appraisal,
  inputs: readonly ReadFile[],
  files: readonly OutputFile[],
  prepared: PreparedJob,
): string {
  const sorted = [...files].sort((a, b) => compareText(a.name, b.name))
  const content = {
    format: FORMAT,
    tool: VERSION,
    period: period.id,
    scheme: {
      id: scheme.id,
      version: scheme.version,
      currency: scheme.currency,
      sha256: sha256(prepared.scheme),
    },
    inputs: inputs.map(({ path, sha256 }) => ({ file: path, sha256 })),
    book: book.map(({ file, sha256 }) => ({ file, sha256 })),
    outputs: sorted.map(({ name, bytes }) => ({ file: name, sha256: sha256(bytes) })),
    options: prepared.job.asOf === undefined ? {} : { as_of: printDay(prepared.job.asOf) },
    set_aside: setAsideHash(inputs, prepared),
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

/** The hash of what says who is set aside: of its file, or of the hashes of its files; null where there is none. */
function setAsideHash(inputs: readonly ReadFile[], { exports }: PreparedJob): string | null {
  const paths = new Set(exports.pathsOf('set_aside'))
  const [first, ...others] = inputs.filter(({ path }) => paths.has(path)).map((file) => file.sha256)
  if (first === undefined) return null
  return others.length === 0 ? first : sha256(new TextEncoder().encode([first, ...others].join('\n')))
}
