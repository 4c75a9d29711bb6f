import type { Appraisal } from '../core/appraisal/appraisal.ts'
import type { Findings } from '../core/findings/finding.ts'
import { toCsv } from '../core/formats/csv.ts'
import * as reports from '../core/reports/index.ts'
import type { ReportKind } from '../core/reports/report.ts'
import { compareText } from '../core/values/text.ts'
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
  const inputs = await prepared.exports.readFiles()
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
  inputs: Awaited<ReturnType<PreparedJob['exports']['readFiles']>>,
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
    options: {},
  }
  return `${JSON.stringify(content, null, 2)}\n`
}
