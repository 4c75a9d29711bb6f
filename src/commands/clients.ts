import { relative } from 'node:path'
import type { Appraisal } from '../core/appraisal/appraisal.ts'
import { type Findings, Findings as NewFindings } from '../core/findings/finding.ts'
import { toCsv } from '../core/formats/csv.ts'
import { appraise } from '../core/pipeline.ts'
import { type Load, loadReport, loadsOf, unevenness } from '../core/reports/clients/load.ts'
import { clientReport } from '../core/reports/clients/report.ts'
import { printFixed } from '../core/values/exact.ts'
import { placeFiles } from './files.ts'
import { prepareJob } from './job.ts'
import { exitCodeOf, presentFindings, printFindingsJson } from './present-findings.ts'
import type { RunOptions } from './run-options.ts'
import { languageOf, type Shell } from './shell.ts'

/** Classes the clients, and tells how they are looked after and shared out; writes nothing where there is an error. */
export async function clients(options: RunOptions, shell: Shell): Promise<number> {
  const findings = new NewFindings()
  const prepared = await prepareJob(undefined, options, findings, shell)
  const appraisal = prepared && (await appraise({ ...prepared.job, clients: true }, findings))
  prepared?.clearProgress()
  const made = appraisal && reportsOf(appraisal, findings)
  if (prepared && made && !findings.hasErrors) await placeFiles(prepared.out, made.files)
  await presentFindings(findings, options, shell)
  if (!prepared || !appraisal || !made || findings.hasErrors) {
    if (options.json) printFindingsJson(undefined, findings, options, shell)
    return exitCodeOf(findings.sorted)
  }
  tell(appraisal, made.loads, relative(shell.cwd, prepared.out) || '.', options, shell)
  return 0
}

function reportsOf({ clients: all, scheme, people }: Appraisal, { report }: Findings) {
  if (!scheme.clients) {
    report('clients-section', { file: scheme.place.file }, {})
    return undefined
  }
  const loads = loadsOf(
    all,
    scheme.clients,
    people.filter(({ daysInPost }) => daysInPost > 0),
  )
  const encode = (text: string) => new TextEncoder().encode(text)
  const files = [
    {
      name: 'client_report.csv',
      bytes: encode(toCsv(clientReport(all, scheme.clients))),
      confidential: true,
    },
    { name: 'load.csv', bytes: encode(toCsv(loadReport(loads, scheme.clients))), confidential: false },
  ]
  return { loads, files }
}

function tell(
  { clients: all, scheme, period }: Appraisal,
  loads: readonly Load[],
  folder: string,
  options: RunOptions,
  shell: Shell,
): void {
  const classes = Object.fromEntries(
    (scheme.clients?.classes ?? []).map(({ id }) => [
      id,
      all.filter(({ sheet }) => sheet.known('class') === id).length,
    ]),
  )
  const unowned = all.filter(({ owner }) => owner === undefined).length
  const moved = printFixed(unevenness(loads).mul(100), 2)
  if (options.json) {
    const said = { period: period.id, clients: all.length, classes, unowned, uneven_percent: moved, folder }
    shell.out.write(`${JSON.stringify(said, null, 2)}\n`)
  } else if (!options.quiet) {
    const counts = Object.entries(classes).map(([id, count]) => `${id} ${count}`)
    const lines =
      languageOf(shell, options.lang) === 'zh'
        ? [
            `期间 ${period.id}：客户 ${all.length} 户（${counts.join('，')}），其中 ${unowned} 户无人负责`,
            `负荷：若要均分，须转移 ${moved}%`,
            `已写入 ${folder}/client_report.csv 与 ${folder}/load.csv`,
          ]
        : [
            `Period ${period.id}: ${all.length} clients (${counts.join(', ')}), ${unowned} of them looked after by nobody`,
            `Load: ${moved}% of it would have to change hands to be even`,
            `Written to ${folder}/client_report.csv and ${folder}/load.csv`,
          ]
    shell.out.write(`${lines.join('\n')}\n`)
  }
}
