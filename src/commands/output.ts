import type { Appraisal } from '../core/appraisal/appraisal.ts'
import type { Findings } from '../core/findings/finding.ts'
import { toCsv } from '../core/formats/csv.ts'
import * as reports from '../core/reports/index.ts'
import type { ReportKind } from '../core/reports/report.ts'
import { compareText } from '../core/values/text.ts'
import { type OutputFile, sha256 } from './files.ts'
import type { PreparedJob } from './job.ts'
import { FORMAT } from './manifest.ts'
import { recordFinding } from './present-findings.ts'
import { VERSION } from './version.ts'

/** Every file of a period's folder: the sheets, findings, scheme and inputs.yaml as used, and the manifest. */
export async function outputFiles(
  appraisal: Appraisal,
  findings: Findings,
  prepared: PreparedJob,
): Promise<readonly OutputFile[]> {
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
  ].sort((a, b) => compareText(a.name, b.name))
  return [...files, fileOf('manifest.json', await manifest(appraisal, files, prepared))]
}

const fileOf = (name: string, text: string, confidential = false): OutputFile => ({
  name,
  bytes: new TextEncoder().encode(text),
  confidential,
})

/** What the run was made from and what it made, each by its hash; nothing of the machine or the moment. */
async function manifest(
  { scheme, period, book }: Appraisal,
  files: readonly OutputFile[],
  prepared: PreparedJob,
): Promise<string> {
  const read = await prepared.exports.readFiles()
  const content = {
    format: FORMAT,
    tool: VERSION,
    period: period.id,
    scheme: { id: scheme.id, version: scheme.version, sha256: sha256(prepared.scheme) },
    inputs: read.map(({ path, sha256 }) => ({ file: path, sha256 })),
    book: book.map(({ file, sha256 }) => ({ file, sha256 })),
    outputs: files.map(({ name, bytes }) => ({ file: name, sha256: sha256(bytes) })),
    options: {},
  }
  return `${JSON.stringify(content, null, 2)}\n`
}
