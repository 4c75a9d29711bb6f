import { publish } from '../src/commands/files.ts'
import { prepareJob } from '../src/commands/job.ts'
import { outputFiles } from '../src/commands/output.ts'
import { processShell } from '../src/commands/shell.ts'
import { appraisePeople } from '../src/core/appraisal/appraise-people.ts'
import { choosePeriod } from '../src/core/appraisal/choose-period.ts'
import { prepareRun } from '../src/core/appraisal/prepare-run.ts'
import { beginSums } from '../src/core/appraisal/sum-tables.ts'
import { emptyBook } from '../src/core/book/book.ts'
import { bookDeferred } from '../src/core/deferral/book-period.ts'
import { Findings } from '../src/core/findings/finding.ts'
import { readScheme } from '../src/core/scheme/read-scheme.ts'
import { prepareTables, readGrounds } from '../src/core/tables/prepare.ts'

/** The parts of one run, each with its seconds. */
const [input, scheme, out] = process.argv.slice(2)
const findings = new Findings()
const options = { input, scheme, out, period: '2004Q1', engine: 'scan', quiet: true }
const prepared = await prepareJob('quarter', options, findings, processShell())
const rules = readScheme(prepared.job.scheme.text, 'scheme.yaml', findings.report)
const grounds = await readGrounds(prepared.exports)
const summing = beginSums(prepared.exports, rules, grounds, 'quarter')
const tables = await prepareTables(prepared.exports, grounds, rules, 'quarter', findings.report)
const sums = await summing
const period = choosePeriod(prepared.job, rules, sums, findings)

const begun = performance.now()
const run = prepareRun({ scheme: rules, period, tables, sums, book: emptyBook() }, findings.report)
const appraised = appraisePeople(run, findings.report)
const appraisal = { ...appraised, ...bookDeferred(run, appraised, findings.report) }
const computed = performance.now()
const { files, manifest } = await outputFiles(appraisal, findings, prepared)
const all = [...files, manifest(files)]
const printed = performance.now()
await publish(out, period.id, all)
const written = performance.now()
if (findings.hasErrors) throw new Error(JSON.stringify(findings.sorted.slice(0, 3)))
const seconds = (from, to) => (to - from) / 1000
process.stdout.write(
  JSON.stringify({
    'measures, figures, decisions, pay, lots': seconds(begun, computed),
    'sheets and hashes': seconds(computed, printed),
    'written and moved into place': seconds(printed, written),
    'whole, from sums to files': seconds(begun, written),
  }),
)
